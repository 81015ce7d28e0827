import { DomainError } from './errors.js';
import { tidyText } from './free-text.js';

/** Characters in one name, unless told otherwise. */
export const LONGEST_NAME = 100;
/** Comes along when a name is pasted and is no part of it: soft hyphens, joiners, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const DIRECTION = /\p{Bidi_Control}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * What somebody or something is called, in the one form in which it is stored: composed letters (NFC), a single line,
 * single blanks, nothing invisible. A character that turns the direction of writing is refused and not dropped, because
 * the name that its sender saw was another one.
 *
 * @throws DomainError BAD_USER_INPUT when no letter and no digit is left, and for what a name cannot hold.
 */
export function requireName(text: string, max = LONGEST_NAME): string {
  if (DIRECTION.test(text)) throw new DomainError('BAD_USER_INPUT', 'nameTurned');
  const line = tidyText(tidyText(text).replace(INVISIBLE, ''));
  if (line.includes('\n')) throw new DomainError('BAD_USER_INPUT', 'nameOfLines');
  const name = line.replace(/\s+/gu, ' ');
  if (!LETTER_OR_DIGIT.test(name)) throw new DomainError('BAD_USER_INPUT', 'textEmpty');
  if (name.length > max) throw new DomainError('BAD_USER_INPUT', 'textTooLong', { max });
  return name;
}
