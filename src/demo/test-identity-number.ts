import type { LocalDate } from '../core/case-facts.js';

/** Birth numbers that Skatteverket publishes as test numbers and gives to nobody; the last digit tells the sex. */
const BIRTH_NUMBER = { FEMALE: '238', MALE: '239' } as const;

export type Sex = keyof typeof BIRTH_NUMBER;

/** The personal identity number of the test series for this birth date, as `20000105-2380`. */
export function testIdentityNumber(birthDate: LocalDate, sex: Sex): string {
  const date = birthDate.replaceAll('-', '');
  return `${date}-${BIRTH_NUMBER[sex]}${controlDigit(date.slice(2) + BIRTH_NUMBER[sex])}`;
}

/** Luhn over the nine digits `YYMMDDNNN` (SKV 704): every other digit doubled, the first one included. */
function controlDigit(nineDigits: string): number {
  const sum = [...nineDigits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
