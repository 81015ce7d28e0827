/** Letters of the Swedish alphabet of their own: whoever looks for Åsa does not mean Asa. */
const SWEDISH = 'åäö';
/** Letters that Unicode does not take apart into a letter and its accent. */
const ALIKE: Readonly<Record<string, string>> = { æ: 'ä', ø: 'ö', đ: 'd', ð: 'd', ł: 'l', ı: 'i', ß: 'ss' };
const APOSTROPHE = /[’‘‛ʼʻ′´`＇]/gu;
const WORD = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;

/**
 * The words of a name or of a search, as they are compared: small letters, apostrophes alike, hyphens and commas as
 * blanks, accents apart, å, ä and ö as letters of their own.
 */
export function wordsOf(text: string): readonly string[] {
  const small = text.normalize('NFC').toLocaleLowerCase('sv').replace(APOSTROPHE, "'");
  const plain = small.replace(/[^\p{ASCII}]/gu, (letter) =>
    SWEDISH.includes(letter) ? letter : withoutAccent(letter),
  );
  return plain.match(WORD) ?? [];
}

/** Whether every word that is looked for is part of a word of the name, in whatever order. */
export function isFoundBy(name: string, wanted: readonly string[]): boolean {
  const words = wordsOf(name);
  return wanted.every((each) => words.some((word) => word.includes(each)));
}

/** Whether it holds a word after the other what is looked for; so that a part of a number is found as it stands. */
export function holdsInOrder(text: string, wanted: readonly string[]): boolean {
  return wordsOf(text).join(' ').includes(wanted.join(' '));
}

function withoutAccent(letter: string): string {
  return ALIKE[letter] ?? letter.normalize('NFD').replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '');
}
