import type { Text } from './message-text.js';

/** What is wrong with a value, whichever field it was given to. The refusal puts the argument's name in front. */
export const INPUT_REASONS: Readonly<Record<string, Text>> = {
  requestIdMalformed: {
    sv: 'Ett `requestId` är 1 till 200 synliga tecken ur ASCII, till exempel ett UUID.',
    en: 'A `requestId` is 1 to 200 visible ASCII characters, such as a UUID.',
  },
  idMalformed: {
    sv: 'Ett id är ett UUID, som servern gav det. Skicka det oförändrat.',
    en: 'An id is a UUID as the server gave it. Send it unchanged.',
  },
  cursorInvalid: {
    sv: 'Markören kan inte läsas. Börja om från första sidan, utan `after`.',
    en: 'The cursor cannot be read. Start again from the first page, without `after`.',
  },
  pageTooSmall: {
    sv: '`first` är minst 1 och högst {max}.',
    en: '`first` is at least 1 and at most {max}.',
  },
  pageTooLarge: {
    sv: '`first` är högst {max}. Hämta resten sida för sida med `after`.',
    en: '`first` is at most {max}. Fetch the rest page by page with `after`.',
  },
  searchTooLong: {
    sv: '`search` är högst {max} tecken: en del av ett namn, ett personnummer eller ett ärendenummer.',
    en: '`search` is at most {max} characters: part of a name, a personal identity number or a case number.',
  },
  periodReversed: {
    sv: '`to` ligger före `from`. Byt plats på dem.',
    en: '`to` lies before `from`. Swap them.',
  },
  valueRefused: {
    sv: 'Ett värde går inte att ta emot. Rätta det och skicka igen. {detail}',
    en: 'A value cannot be accepted. Correct it and send again. {detail}',
  },
  textEmpty: {
    sv: 'En text saknas. Skriv något annat än blanksteg.',
    en: 'A text is missing. Write something other than blanks.',
  },
  textTooLong: {
    sv: 'En text är högst {max} tecken. Korta den, eller dela upp den.',
    en: 'A text has at most {max} characters. Shorten it, or split it.',
  },
  textUnreadable: {
    sv: 'Texten har tecken som inte kan läsas (styrtecken eller ett halvt tecken). Ta bort dem och skicka igen.',
    en: 'The text holds characters that cannot be read (control characters or half of one). Remove them and send again.',
  },
  listTooLong: {
    sv: 'En lista har högst {max} poster. Dela upp den.',
    en: 'A list has at most {max} entries. Split it.',
  },
  timeOutside: {
    sv: 'Tiden ligger utanför {first} till {last}. Kontrollera året.',
    en: 'The time lies outside {first} to {last}. Check the year.',
  },
};
