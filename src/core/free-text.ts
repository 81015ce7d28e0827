import { DomainError } from './errors.js';

/** Characters in one free text; enough for a page of minutes, too little to be a file. */
const MAX_LENGTH = 10_000;

/**
 * A free text as it is stored: without blanks round it.
 *
 * @throws DomainError BAD_USER_INPUT when nothing is left or it is too long.
 */
export function requireText(text: string, max = MAX_LENGTH): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new DomainError('BAD_USER_INPUT', 'textEmpty');
  if (trimmed.length > max) throw new DomainError('BAD_USER_INPUT', 'textTooLong', { max });
  return trimmed;
}
