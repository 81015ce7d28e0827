import type { Text } from './message-text.js';

/** What is said of a document, an answer or a viewer that asks for too much. */
export const LIMIT_REASONS: Readonly<Record<string, Text>> = {
  tooDeep: {
    sv: 'Frågan är {found} nivåer djup, högst {max} går. Hämta det inre i en egen fråga, till exempel med `node`.',
    en: 'The document is {found} levels deep, {max} at most. Fetch the inner part on its own, for instance by `node`.',
  },
  tooManyAliases: {
    sv: 'Frågan har {found} alias, högst {max} går. Dela upp den.',
    en: 'The document has {found} aliases, {max} at most. Split it.',
  },
  tooManyRootFields: {
    sv: 'Frågan har {found} fält på översta nivån, högst {max} går. Dela upp den.',
    en: 'The operation has {found} fields at the top, {max} at most. Split it.',
  },
  tooManyDirectives: {
    sv: 'Frågan har {found} direktiv, högst {max} går.',
    en: 'The document has {found} directives, {max} at most.',
  },
  tooManyRepeats: {
    sv: 'Frågan nämner samma fält för många gånger för att kunna kontrolleras. Nämn varje fält en gång.',
    en: 'The document repeats the same field too often to be checked. Name each field once.',
  },
  tooCostly: {
    sv: 'Svaret kan bli för stort (högst {max} fält). Be om kortare sidor med `first`, eller färre fält.',
    en: 'The answer may grow too large ({max} fields at most). Ask for shorter pages with `first`, or fewer fields.',
  },
  daysAhead: {
    sv: '`days` är för många eller för få. Det går att se 1 till {max} dagar framåt.',
    en: '`days` is too many or too few. Give 1 to {max} days ahead.',
  },
  tooMuchWork: {
    sv: 'Svaret blir för stort (högst {max} fält av det som kostar en enhet). Be om kortare sidor med `first`, färre fält, eller ett ärende i taget.',
    en: 'The answer grows too large ({max} fields at the price of one). Ask for shorter pages with `first`, fewer fields, or one case at a time.',
  },
  tooManyAtOnce: {
    sv: 'Högst {max} av dina frågor går eller väntar samtidigt. Vänta på svaren.',
    en: 'At most {max} of your operations run or wait at once. Wait for the answers.',
  },
  budgetSpent: {
    sv: 'Du har frågat så mycket som går på en minut. Försök igen om {seconds} sekunder.',
    en: 'You have asked for as much as goes into a minute. Try again in {seconds} seconds.',
  },
  tooManyChanges: {
    sv: 'Begäran har {found} ändringar, högst {max} går i en. Skicka resten i en egen begäran.',
    en: 'The document makes {found} changes, {max} at most in one. Send the rest in a document of their own.',
  },
  tooManySubscriptions: {
    sv: 'Högst {max} prenumerationer och frågor går samtidigt på en anslutning. Avsluta någon, eller prenumerera utan `caseId`.',
    en: 'At most {max} subscriptions and queries at once on one connection. End one, or subscribe without `caseId`.',
  },
};
