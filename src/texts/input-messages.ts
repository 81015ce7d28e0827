import type { Text } from './message-text.js';

/** What is wrong with a value, whichever field it was given to. The refusal puts the argument's name in front. */
export const INPUT_REASONS: Readonly<Record<string, Text>> = {
  mayNotBeNull: {
    sv: 'Det kan inte vara utan värde. Utelämna fältet om det ska stå kvar som det är.',
    en: 'It cannot be without a value. Leave the field out if it is to stay as it is.',
  },
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
    sv: '`search` är högst {max} tecken: ord ur ett namn, ett personnummer eller ett ärendenummer.',
    en: '`search` is at most {max} characters: words of a name, a personal identity number or a case number.',
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
    sv: 'Tecken {position} i texten kan inte läsas (U+{code}: ett styrtecken eller ett halvt tecken). Ta bort det och skicka igen.',
    en: 'Character {position} of the text cannot be read (U+{code}: a control character or half of one). Remove it and send again.',
  },
  nameOfLines: {
    sv: 'Ett namn står på en rad. Ta bort radbrytningen och skicka igen.',
    en: 'A name stands on one line. Remove the line break and send again.',
  },
  nameTurned: {
    sv: 'Namnet har ett osynligt tecken som vänder skrivriktningen. Skriv det för hand i stället för att klistra in det.',
    en: 'The name holds an invisible character that turns the direction of writing. Type it instead of pasting it.',
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
