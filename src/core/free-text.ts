import { DomainError } from './errors.js';

/** Characters in one free text; enough for a page of minutes, too little to be a file. */
export const LONGEST_TEXT = 10_000;
/** Half of a pair of surrogates, or a control character that is no tab and no line break. */
const UNREADABLE = /\p{Cs}|[^\P{Cc}\t\n\r]/u;

/**
 * A text that can be stored and shown as it came.
 *
 * @throws DomainError BAD_USER_INPUT when it is too long or holds what no keyboard writes.
 */
export function requireReadable(text: string, max = LONGEST_TEXT): void {
  if (text.length > max) throw new DomainError('BAD_USER_INPUT', 'textTooLong', { max });
  if (UNREADABLE.test(text)) throw new DomainError('BAD_USER_INPUT', 'textUnreadable');
}

/**
 * A free text as it is stored: without blanks round it.
 *
 * @throws DomainError BAD_USER_INPUT when nothing is left or it is too long.
 */
export function requireText(text: string, max = LONGEST_TEXT): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new DomainError('BAD_USER_INPUT', 'textEmpty');
  requireReadable(trimmed, max);
  return trimmed;
}
