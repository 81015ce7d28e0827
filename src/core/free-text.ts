import { DomainError } from './errors.js';

/** Characters in one free text; enough for a page of minutes, too little to be a file. */
export const LONGEST_TEXT = 10_000;
/** As old systems, word processors (vertical tab, form feed) and Unicode write a line break. */
export const LINE_BREAK = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;
/** Half of a pair of surrogates, or a control character that is no tab and no line break. */
const UNREADABLE = /\p{Cs}|[^\P{Cc}\t\r\n\v\f\u0085]/u;
/** Something that a screen shows. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/**
 * A free text in the one form in which it is stored, whatever it was pasted from: composed letters (NFC), one kind of
 * line break, no blanks round it.
 *
 * @throws DomainError BAD_USER_INPUT when it is too long or holds what no keyboard writes, with the place of that.
 */
export function tidyText(text: string, max = LONGEST_TEXT): string {
  const unreadable = UNREADABLE.exec(text);
  if (unreadable !== null) {
    const [character] = unreadable;
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw new DomainError('BAD_USER_INPUT', 'textUnreadable', { code, position: unreadable.index + 1 });
  }
  const tidy = text.replace(LINE_BREAK, '\n').normalize('NFC').trim();
  if (tidy.length > max) throw new DomainError('BAD_USER_INPUT', 'textTooLong', { max });
  return tidy;
}

/**
 * A free text that says something, as it is stored.
 *
 * @throws DomainError BAD_USER_INPUT when nothing to be seen is left, it is too long or holds what no keyboard writes.
 */
export function requireText(text: string, max = LONGEST_TEXT): string {
  const tidy = tidyText(text, max);
  if (!VISIBLE.test(tidy)) throw new DomainError('BAD_USER_INPUT', 'textEmpty');
  return tidy;
}
