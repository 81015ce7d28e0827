import { tidyText, requireText } from '../../src/core/free-text.js';
import { requireMailAddress } from '../../src/core/mail-address.js';
import { holdsInOrder, isFoundBy, wordsOf } from '../../src/core/name-search.js';
import { requireName } from '../../src/core/names.js';
import { refused } from '../support/refused.js';

describe('a free text', () => {
  it.each([
    ['a form feed and a vertical tab of a word processor', 'en\ftvå\vtre', 'en\ntvå\ntre'],
    ['line breaks of other systems', 'a\r\nb\rc\u0085d\u2028e\u2029f', 'a\nb\nc\nd\ne\nf'],
    ['letters that were taken apart', 'A\u030asa O\u0308berg', 'Åsa Öberg'],
    ['blanks round it, also those that do not break', ' \u00a0 Läxhjälp\n\f', 'Läxhjälp'],
    ['a family of joined signs, and writing from the right', '👨‍👩‍👧 \u200fسلام', '👨‍👩‍👧 \u200fسلام'],
  ])('is stored in one form: %s', (_, pasted, stored) => {
    expect(requireText(pasted)).toBe(stored);
    expect(requireText(stored)).toBe(stored);
  });

  it.each(['', ' \n\t', '\u200b\u2060\ufeff', '\u00ad'])('says something: %j', (text) => {
    expect(refused(() => requireText(text))).toBe('BAD_USER_INPUT textEmpty');
  });

  it('tells the place of what cannot be read', () => {
    expect(refused(() => tidyText('en\f\u0007'))).toBe('BAD_USER_INPUT textUnreadable 0007 4');
    expect(refused(() => tidyText('x\udc4d'))).toBe('BAD_USER_INPUT textUnreadable DC4D 2');
  });
});

describe('a name', () => {
  it.each([
    ['composed', 'A\u030asa O\u0308berg', 'Åsa Öberg'],
    ['with single blanks', ' Alma \u00a0\t Påhittad\n', 'Alma Påhittad'],
    ['without what nobody sees', '\ufeffAl\u00adma\u200b På\u200dhittad', 'Alma Påhittad'],
    ['as its language writes it', 'D’Angelo-Çelik van ’t Hoff', 'D’Angelo-Çelik van ’t Hoff'],
  ])('is stored %s', (_, pasted, stored) => {
    expect(requireName(pasted)).toBe(stored);
    expect(requireName(stored)).toBe(stored);
  });

  it.each([
    ['\u200b\u200d\u2060', 'textEmpty'],
    ['\u3164', 'textEmpty'],
    ['–', 'textEmpty'],
    ['Alma\u202egnaT', 'nameTurned'],
    ['\u2067Alma\u2069', 'nameTurned'],
    ['Alma\nPåhittad', 'nameOfLines'],
    ['Alma\vPåhittad', 'nameOfLines'],
    ['Al\u0007ma', 'textUnreadable 0007 3'],
    ['x'.repeat(101), 'textTooLong 100'],
  ])('is refused: %j', (name, reason) => {
    expect(refused(() => requireName(name))).toBe(`BAD_USER_INPUT ${reason}`);
  });
});

describe('a search', () => {
  const found = (name: string, search: string): boolean => isFoundBy(name, wordsOf(search));

  it.each([
    ['Anna-Karin Ek-Östlund', 'Ek-Östlund, Anna-Karin'],
    ['Anna-Karin Ek-Östlund', 'anna karin'],
    ['Anna-Karin Ek-Östlund', 'Karin\u2010Anna'],
    ['Anna-Karin Ek-Östlund', 'o\u0308stl'],
    ['Zoë O’Påhittad', "zoe o'påhit"],
    ['Élise Özdemir', 'elise'],
    ['Łukasz Đurić', 'lukasz duric'],
    ['Åsa Ærø', 'åsa ärö'],
    ['İpek Ali', 'ipek'],
    ['Ali von Strand', 'Strand ali'],
  ])('finds %s by “%s”', (name, search) => expect(found(name, search)).toBe(true));

  it.each([
    ['Åsa Öberg', 'asa'],
    ['Åsa Öberg', 'oberg'],
    ['Asa Oberg', 'åsa'],
    ['Asa Oberg', 'Öberg'],
    ['Jan Ek', 'Jän'],
    ['Anna Ek', 'Anna Karin'],
  ])('does not find %s by “%s”', (name, search) => expect(found(name, search)).toBe(false));

  it('finds a part of a number as it stands, however its hyphens are written', () => {
    expect(
      ['SIG-2026-01', 'sig 2026', '2026\u2013012'].map((text) => holdsInOrder('SIG-2026-012', wordsOf(text))),
    ).toEqual([true, true, true]);
    expect(holdsInOrder('SIG-2026-012', wordsOf('012 2026'))).toBe(false);
  });
});

describe('an e-mail address', () => {
  it.each([
    ['alva@example.se', 'alva@example.se'],
    [' a\u030asa@Exempel.SE\n', 'åsa@exempel.se'],
    ['asa@björn.example', 'asa@björn.example'],
    ['asa@xn--bjrn-6qa.example', 'asa@xn--bjrn-6qa.example'],
    ["o'hara+sig@mail.example.org", "o'hara+sig@mail.example.org"],
  ])('%j', (given, stored) => expect(requireMailAddress(given)).toBe(stored));

  it.each([
    ...['', 'alva', 'a@b', 'a@example.se, b@example.se', 'a@example.se\r\nBcc: b@example.se', '"a b"@example.se'],
    ...['a@exam ple.se', 'a@-example.se', 'a@127.0.0.1', '.a@example.se', 'a..b@example.se', 'a\u200b@example.se'],
    ...[`${'å'.repeat(33)}@example.se`, `${'a'.repeat(64)}@${'b'.repeat(240)}.se`],
  ])('is none: %j', (given) => {
    expect(refused(() => requireMailAddress(given))).toBe('BAD_USER_INPUT emailMalformed');
  });
});
