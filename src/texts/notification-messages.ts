import type { Text } from './message-text.js';

/** What the refusals about one's own e-mail address say. */
export const NOTIFICATION_REASONS: Readonly<Record<string, Text>> = {
  emailMalformed: {
    sv: 'Det är ingen e-postadress. Skriv den som `namn@exempel.se`.',
    en: 'That is no e-mail address. Write it like `name@example.se`.',
  },
  mailNotConfigured: {
    sv: 'Servern skickar ingen e-post. Läs aviseringarna här i stället.',
    en: 'This server sends no e-mail. Read the notifications here instead.',
  },
  mailNotTaken: {
    sv: 'E-postservern tog inte emot brevet med koden. Kontrollera adressen och försök igen om en stund.',
    en: 'The mail server did not take the mail with the code. Check the address and try again in a while.',
  },
  mailCodeTooOften: {
    sv: 'En kod i minuten och tio om dagen. Vänta och försök igen.',
    en: 'One code a minute and ten a day. Wait and try again.',
  },
  mailCodeWrong: {
    sv: 'Koden stämmer inte. Efter fem försök behövs en ny, med `setNotificationEmail`.',
    en: 'The code is wrong. After five attempts a new one is needed, by `setNotificationEmail`.',
  },
  mailCodeOver: {
    sv: 'Ingen kod väntar på svar, eller så har den gått ut. Begär en ny med `setNotificationEmail`.',
    en: 'No code waits for an answer, or it has expired. Ask for a new one by `setNotificationEmail`.',
  },
};
