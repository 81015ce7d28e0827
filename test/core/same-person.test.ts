import { isSameNumber, numberParts } from '../../src/core/identity-number.js';
import { nameKey, numberKey } from '../../src/core/same-person.js';
import type { KnownAs } from '../../src/core/same-person.js';

const ANNA: KnownAs = {
  ...{ givenName: 'Anna-Karin', familyName: 'Ek', birthDate: '2011-05-06' },
  personalIdentityNumber: '20110506-2387',
};

it.each([
  ['20110506-2387', '20110506-2387', true],
  ['20110566–2380', '20110566-2380', true],
  [' 201105062387 ', '20110506-2387', true],
  ['20110506tf10', '20110506-TF10', false],
  ['20110506-T123', '20110506-T123', false],
  ['20110506-R123', '20110506-R123', false],
])('a number is written one way: %s', (text, written, isNational) => {
  expect(numberParts(text)).toMatchObject({ written, isNational });
});

it.each(['110506-2387', '20110506-X123', '20110506-TF1', '20110506-TF123', '20110230-TF10', '20111301-R123', ''])(
  'no number: %s',
  (text) => expect(numberParts(text)).toBeNull(),
);

it('is looked for as a whole, with or without its century', () => {
  for (const typed of ['20110506-TF10', '20110506tf10', '110506–TF10'])
    expect(isSameNumber('20110506-TF10', typed)).toBe(true);
  for (const typed of ['TF10', '20110506', '0506-TF10', '20110506-T010'])
    expect(isSameNumber('20110506-TF10', typed)).toBe(false);
});

it('a national number tells the person by itself, any other with the name alone', () => {
  const other = { ...ANNA, givenName: 'Bo' };
  expect(numberKey(other)).toBe(numberKey(ANNA));
  const local = { personalIdentityNumber: '20110506-TF10' };
  expect(numberKey({ ...other, ...local })).not.toBe(numberKey({ ...ANNA, ...local }));
  expect(numberKey({ ...ANNA, ...local, givenName: 'ANNA KARIN' })).toBe(numberKey({ ...ANNA, ...local }));
  expect(numberKey({ ...ANNA, personalIdentityNumber: null })).toBeNull();
});

it('a name with a birth date is the same in whatever order and spelling of accents', () => {
  const turned = { ...ANNA, givenName: 'Ék', familyName: 'Karin Anna', personalIdentityNumber: null };
  expect(nameKey(turned)).toBe(nameKey(ANNA));
  expect(nameKey({ ...ANNA, birthDate: '2011-05-07' })).not.toBe(nameKey(ANNA));
  expect(nameKey({ ...ANNA, familyName: 'Ök' })).not.toBe(nameKey({ ...ANNA, familyName: 'Ok' }));
});
