import { DomainError } from './errors.js';
import { tidyText } from './free-text.js';

/** RFC 5321, 4.5.3.1: octets of what stands before the sign, of a label and of the whole. */
const LONGEST = { local: 64, label: 63, whole: 254 };
/**
 * RFC 5322 atoms, and the letters that RFC 6531 (SMTPUTF8) adds to them. Nothing quoted: a comma would be a second
 * address.
 */
const ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?';
const ADDRESS = new RegExp(`^(${ATOM}(?:\\.${ATOM})*)@(${LABEL}(?:\\.${LABEL})+)$`, 'u');

/**
 * An e-mail address, of which letters of any language may stand before the sign (åsa@example.se, for mail servers with
 * SMTPUTF8) and after it (asa@björn.example, an internationalised domain name), in the one form in which it is stored.
 *
 * Source: RFC 5321, 5322, 6531 (letters before the sign), 5890 (after it).
 *
 * @throws DomainError BAD_USER_INPUT
 */
export function requireMailAddress(text: string): string {
  const address = tidyText(text);
  const [, local = '', domain = ''] = ADDRESS.exec(address) ?? [];
  const isShort =
    octets(local) <= LONGEST.local &&
    octets(address) <= LONGEST.whole &&
    domain.split('.').every((label) => octets(label) <= LONGEST.label);
  // A domain's last label is no number: what looks like one is an address of a machine.
  if (domain === '' || !isShort || /(^|\.)\d+$/.test(domain)) throw new DomainError('BAD_USER_INPUT', 'emailMalformed');
  return `${local}@${domain.toLowerCase()}`;
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}
