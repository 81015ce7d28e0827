import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Sealer } from '../crypto/encryption.js';
import { sealedText } from '../crypto/sealed-text.js';
import type { SealedText } from '../crypto/sealed-text.js';

/** Where mails go out, and what they say of the sender. */
export interface MailConfig {
  /** `smtps://` or `smtp://`, with user and password if need be: a secret. */
  readonly url: string;
  readonly from: string;
  /** Where to sign in; left out of the mail if `null`. */
  readonly link: string | null;
}

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** Takes one mail out of the server. Throws when the mail server does not take it, and then says nothing of to whom. */
export type SendMail = (to: string, mail: Mail) => Promise<void>;

const TIMEOUT_MS = 5_000;

/** One connection for each mail, encrypted unless it stays on this machine. */
export function smtp({ url, from }: MailConfig): SendMail {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    ...{ host: hostname, secure, requireTLS: !secure && !['localhost', '127.0.0.1'].includes(hostname) },
    ...(port !== '' && { port: Number(port) }),
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...{ connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return async (to, mail) => {
    try {
      await transport.sendMail({ from, to, ...mail });
    } catch (error) {
      // Its message quotes the answer of the mail server, and that the address.
      const { responseCode, code } = error as { responseCode?: number; code?: string };
      throw new Error(`The mail server did not take a mail (${String(responseCode ?? code ?? 'no answer')})`);
    }
  };
}

/**
 * That there is something to read: nothing of whom, what or where, not even which service it is. Mailboxes are shared,
 * and shown on locked screens.
 */
export function newsMail(link: string | null): Mail {
  const where = link === null ? 'Logga in som vanligt för att läsa.' : `Logga in för att läsa:\n${link}`;
  const text = `Det finns något nytt att läsa.\n\n${where}\n\nBrevet går inte att svara på. Du kan när som helst ta bort din adress när du är inloggad.\n`;
  return { subject: 'Något nytt att läsa', text };
}

export function codeMail(code: string): Mail {
  const text = `Din kod är ${code}. Den gäller i 30 minuter.\n\nHar du inte bett om någon kod kan du slänga brevet.\n`;
  return { subject: 'Din kod', text };
}

/** How addresses are kept and codes are made; the keys are apart from the database. */
export interface AddressBook extends SealedText {
  hashOfCode(subjectId: string, code: string): Buffer;
  /** `null` where no mail leaves the server. */
  readonly send: SendMail | null;
}

export function addressBook(sealer: Sealer, masterKey: Buffer, send: SendMail | null): AddressBook {
  const place = { table: 'mail_address', column: 'address_sealed' };
  return {
    ...sealedText(sealer, masterKey, { purpose: 'mail addresses', ...place }),
    hashOfCode: (subjectId, code) => createHash('sha256').update(`${subjectId} ${code}`).digest(),
    send,
  };
}
