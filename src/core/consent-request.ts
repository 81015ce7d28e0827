import type { ConsentAnswer } from './closed-lists.js';
import { requireEvidence } from './consent-evidence.js';
import { DomainError } from './errors.js';
import { requireText } from './free-text.js';
import type { PersonId } from './ids.js';
import type { Instant } from './period.js';

/** What one signer answered, and when; a later answer takes the place of an earlier one, and both stay. */
export interface SignerResponse {
  readonly signerId: PersonId;
  readonly answer: Exclude<ConsentAnswer, 'NONE'>;
  readonly at: Instant;
}

/** The information about the consent in one language, as it is shown. */
export interface ConsentInformation {
  readonly language: string;
  readonly text: string;
}

/** More languages than any family reads. */
const MOST_LANGUAGES = 10;

/**
 * A consent is informed: whoever is asked is shown for what it is, and what it means, in a language that they read.
 *
 * Source: OSL 12:2; Socialstyrelsen, consent in cooperation: informed, voluntary, for a purpose.
 *
 * @returns the texts as they are stored
 * @throws DomainError BAD_USER_INPUT for no text, two of one language, or a form without purpose or version.
 */
export function requireInformation(
  information: readonly ConsentInformation[],
  form: { readonly purpose: string; readonly formVersion: string },
): readonly ConsentInformation[] {
  const languages = new Set(information.map(({ language }) => language));
  const tooMany = information.length > MOST_LANGUAGES || languages.size < information.length;
  if (information.length === 0 || tooMany)
    throw new DomainError('BAD_USER_INPUT', 'informationOnceEach', { max: MOST_LANGUAGES });
  return information.map(({ language, text }) => {
    requireEvidence({ ...form, method: 'ELECTRONIC', language, hasWitness: false, documentHash: null });
    return { language, text: requireText(text) };
  });
}

/** Where each of those who have to sign stands now. */
export function standings(
  signerIds: readonly PersonId[],
  responses: readonly SignerResponse[],
): readonly { readonly signerId: PersonId; readonly answer: ConsentAnswer; readonly at: Instant | null }[] {
  return signerIds.map((signerId) => {
    const last = responses.findLast((one) => one.signerId === signerId);
    return { signerId, answer: last?.answer ?? 'NONE', at: last?.at ?? null };
  });
}

/** One says yes and another no: nothing opens, and somebody has to talk with them. */
export function isDisputed(answers: readonly { readonly answer: ConsentAnswer }[]): boolean {
  return answers.some(({ answer }) => answer === 'YES') && answers.some(({ answer }) => answer === 'NO');
}
