import type { ErrorCode } from '../core/errors.js';
import { CONSENT_REASONS } from './consent-messages.js';
import { DISCLOSURE_REASONS } from './disclosure-messages.js';
import { LIMIT_REASONS } from './limit-messages.js';
import { MEETING_REASONS } from './meeting-messages.js';
import { NOTIFICATION_REASONS } from './notification-messages.js';
import type { Language, Text } from './message-text.js';
import { INPUT_REASONS } from './input-messages.js';
import { PROPOSAL_REASONS } from './proposal-messages.js';
import { WORK_REASONS } from './work-messages.js';

type Params = Readonly<Record<string, string | number>>;

const SIGN_IN: Text = {
  sv: 'Du är inte inloggad, eller så gäller inloggningen inte längre. Logga in igen och skicka `Authorization: Bearer …`.',
  en: 'You are not signed in, or the sign-in no longer holds. Sign in again and send `Authorization: Bearer …`.',
};
const NOTHING_THERE: Text = {
  sv: 'Det finns inget med det id:t bland det du får se. Kontrollera id:t.',
  en: 'There is nothing with that id among what you may see. Check the id.',
};

/**
 * What each refusal says, and what to do about it. A `DomainError`'s `reason` is a key; an unknown key falls back to
 * its code.
 */
export const REASONS: Readonly<Record<string, Text>> = {
  ...CONSENT_REASONS,
  ...LIMIT_REASONS,
  ...DISCLOSURE_REASONS,
  ...MEETING_REASONS,
  ...NOTIFICATION_REASONS,
  ...WORK_REASONS,
  ...PROPOSAL_REASONS,
  ...INPUT_REASONS,
  tokenRefused: SIGN_IN,
  identityUnknown: {
    sv: 'Du är inloggad, men ingen här känner dig. Be din kommuns administratör, eller samordnaren i ditt ärende, att knyta din inloggning till dig.',
    en: 'You are signed in, but nobody here knows you. Ask the administrator of your municipality, or the coordinator of your case, to tie your sign-in to you.',
  },
  signInMalformed: {
    sv: 'Det kan inte vara en inloggning av det slaget. Ett HSA-id skrivs SE2120001397-AB12, ett personnummer med tolv siffror.',
    en: 'That cannot be a sign-in of that kind. An HSA id is written SE2120001397-AB12, a personal identity number with twelve digits.',
  },
  signInIssuer: {
    sv: '`issuer` hör till `SUBJECT`, och bara dit: den utfärdare som ger det, precis som i dess intyg.',
    en: '`issuer` belongs to a `SUBJECT` and to nothing else: who gives it, exactly as its tokens have it.',
  },
  signInTaken: {
    sv: 'Någon annan i kommunen loggar in med det. Ta bort det där först, eller ange en annan roll hos samma person.',
    en: 'Somebody else in the municipality signs in with that. Take it away there first, or name another role of the same person.',
  },
  signInDiffers: {
    sv: 'Det är inte det personnummer som ärendet har för den unga. Kontrollera det.',
    en: 'That is not the personal identity number that the case has for the young person. Check it.',
  },
  capacityNotPicked: {
    sv: 'Du har flera roller. Välj en av dem ur `capacities` och skicka dess id i `Sig-Capacity`.',
    en: 'You have several capacities. Pick one of `capacities` and send its id in `Sig-Capacity`.',
  },
  capacityNotHeld: {
    sv: 'Den rollen har du inte nu. Välj en av dem ur `capacities` och skicka dess id i `Sig-Capacity`.',
    en: 'You do not hold that capacity now. Pick one of `capacities` and send its id in `Sig-Capacity`.',
  },
  caseNotFound: {
    sv: 'Det finns inget ärende med det id:t bland dina. Kontrollera id:t, eller hämta dina ärenden med `cases`.',
    en: 'There is no case with that id among yours. Check the id, or list your cases with `cases`.',
  },
  nodeNotFound: NOTHING_THERE,
  capacityMayNot: {
    sv: 'Det får du inte göra i den roll du är inloggad i. Be samordnaren, eller logga in i en annan roll.',
    en: 'You may not do that in the capacity you are signed in with. Ask the coordinator, or sign in with another one.',
  },
  statusForbids: {
    sv: 'Det går inte medan ärendet har status {status}.',
    en: 'That is not possible while the status of the case is {status}.',
  },
  changedMeanwhile: {
    sv: 'Någon annan hann före. Läs om och försök igen.',
    en: 'Somebody else was faster. Read it again and retry.',
  },
  requestIdReused: {
    sv: 'Det `requestId`:t har redan använts till något annat. Välj ett nytt för varje ändring.',
    en: 'That `requestId` was already used for something else. Choose a new one for each change.',
  },
  bodyTooLarge: {
    sv: 'Anropet är större än {max} byte. Dela upp det.',
    en: 'The request is larger than {max} bytes. Split it.',
  },
  documentTooLarge: {
    sv: 'Frågan har fler än {max} tecken i GraphQL:s mening (tokens). Dela upp den.',
    en: 'The document has more than {max} tokens. Split it.',
  },
  hostUnknown: {
    sv: 'Servern är inte känd under det namnet. Fråga den under sitt eget, eller lägg till namnet i ALLOWED_HOSTS.',
    en: 'The server is not known by that name. Ask it by its own, or add the name to ALLOWED_HOSTS.',
  },
  bodyNotJson: {
    sv: 'Kroppen är inte giltig JSON i UTF-8. Skicka ett objekt med `query`.',
    en: 'The body is not valid JSON in UTF-8. Send an object with `query`.',
  },
  mediaType: {
    sv: 'Skicka `Content-Type: application/json`, utan komprimering.',
    en: 'Send `Content-Type: application/json`, not compressed.',
  },
  method: { sv: 'Här går bara {allow}.', en: 'Only {allow} here.' },
  noSuchPage: { sv: 'Sidan finns inte. API:et ligger på /graphql.', en: 'No such page. The API is at /graphql.' },
  onlyOwnAgency: {
    sv: 'Det här äger en annan verksamhet. Be dem ändra det, eller skriv något eget.',
    en: 'This is held by another agency. Ask them to change it, or write something of your own.',
  },
  onlyResponsible: {
    sv: 'Hur långt åtgärden har kommit säger den ansvariga verksamheten, samordnaren, eller den unga om egna åtgärder.',
    en: 'How far the action has come is said by the responsible agency, the coordinator, or the young person for own actions.',
  },
  nothingToChange: {
    sv: 'Det finns inget att ändra. Ange minst ett fält.',
    en: 'There is nothing to change. Give at least one field.',
  },
  situationOfOthers: {
    sv: '`{field}` är något som en annan verksamhet vet. Ange bara det som din egen verksamhet vet.',
    en: '`{field}` is for another agency to know. Give only what your own agency knows.',
  },
  percentOutside: {
    sv: 'Ett procenttal är mellan 0 och 100.',
    en: 'A percentage is between 0 and 100.',
  },
  planExists: {
    sv: 'Ärendet har redan en plan. Lägg till mål i den med `addGoal`.',
    en: 'The case has a plan already. Add goals to it with `addGoal`.',
  },
  goalWithoutText: {
    sv: 'Ett mål behöver ord: den ungas egna, de professionellas, eller båda.',
    en: "A goal needs words: the young person's own, the professionals', or both.",
  },
  goalOrCase: {
    sv: 'Ange antingen `goalId`, målet som åtgärden hör till, eller `caseId`, ärendet för en åtgärd utan mål.',
    en: 'Give either `goalId`, the goal that the action serves, or `caseId`, the case of an action that serves none.',
  },
  actionWithoutCategory: {
    sv: 'En åtgärd utan mål behöver `category`: vad den handlar om.',
    en: 'An action that serves no goal needs `category`: what it is about.',
  },
  responsibleOnce: {
    sv: 'Ange exakt en ansvarig: `professionalId`, `agencyId` eller `personId`.',
    en: 'Name exactly one who is responsible: `professionalId`, `agencyId` or `personId`.',
  },
  responsibleUnknown: {
    sv: 'Den ansvariga finns inte bland dem du kan se i ärendet. Ange i så fall verksamheten.',
    en: 'Whoever is responsible is not among those you can see in the case. Name the agency instead.',
  },
  actionMayNot: {
    sv: 'En åtgärd går inte från {from} till {to}.',
    en: 'An action does not go from {from} to {to}.',
  },
  versionPassed: {
    sv: 'Någon annan hann ändra: nu gäller version {version}. Jämför med `extensions.current` och skicka igen.',
    en: 'Somebody else changed it first: version {version} holds now. Compare with `extensions.current` and send again.',
  },
  meetingInPast: {
    sv: 'Mötet måste börja senare än nu.',
    en: 'The meeting must start later than now.',
  },
  meetingTimes: {
    sv: 'Ett möte varar högst tolv timmar och ligger högst två år fram. Kontrollera tiderna.',
    en: 'A meeting lasts twelve hours at most and lies two years ahead at most. Check the times.',
  },
  steeringHasNoCase: {
    sv: 'Styrgruppens möten handlar inte om något enskilt ärende. Välj ett annat slags möte.',
    en: "The steering group's meetings are about no single case. Choose another kind of meeting.",
  },
  minutesNameSomebody: {
    sv: 'Styrgruppens minnesanteckningar handlar aldrig om någon enskild. Ta bort personnumret eller ärendets nummer.',
    en: 'The minutes of the steering group are never about anybody. Take out the personal identity number or the number of the case.',
  },
  meetingNeedsConsent: {
    sv: 'Utan det samtycke som bär ärendet går bara ett introduktionsmöte med familjen. För in samtycket först.',
    en: 'Without the consent that carries the case, only an introductory talk with the family is possible. Record the consent first.',
  },
  firstMeetingExists: {
    sv: 'Ärendet har redan ett första möte. Boka om det, eller välj ett annat slags möte.',
    en: 'The case has a first meeting already. Reschedule it, or choose another kind of meeting.',
  },
  meetingAfterFollowUp: {
    sv: 'Ärendet är stängt, och mötet ligger efter uppföljningen. Välj en tid innan den är över.',
    en: 'The case is closed, and the meeting lies behind its follow-up. Choose a time before that is over.',
  },
  meetingNotPlanned: {
    sv: 'Mötet är redan hållet eller inställt. Boka ett nytt.',
    en: 'The meeting was held or cancelled already. Schedule a new one.',
  },
};

/** What a refusal says whose reason has no text of its own. */
export const CODES: Readonly<Record<ErrorCode, Text>> = {
  UNAUTHENTICATED: SIGN_IN,
  FORBIDDEN: {
    sv: 'Det får du inte göra i den roll du är inloggad i.',
    en: 'You may not do that in the capacity you are signed in with.',
  },
  NOT_FOUND: NOTHING_THERE,
  BAD_USER_INPUT: {
    sv: 'Ett värde går inte att ta emot. Rätta det och skicka igen.',
    en: 'A value cannot be accepted. Correct it and send again.',
  },
  CONFLICT: {
    sv: 'Någon annan hann ändra. Läs om och försök igen.',
    en: 'Somebody else changed it first. Read it again and retry.',
  },
  CONSENT_REQUIRED: {
    sv: 'Samtycke saknas. Se `Case.access` för vad som är öppet.',
    en: 'Consent is missing. See `Case.access` for what is open.',
  },
  INVALID_STATE: {
    sv: 'Det går inte i ärendets nuvarande läge.',
    en: 'That is not possible in the present state of the case.',
  },
  LIMIT_EXCEEDED: { sv: 'Anropet är för stort. Dela upp det.', en: 'The request is too large. Split it.' },
  INTERNAL: {
    sv: 'Ett fel hos oss. Försök igen; uppge {requestId} om det upprepas.',
    en: 'A fault on our side. Try again; quote {requestId} if it repeats.',
  },
};

/** The text of a refusal. Placeholders without a parameter are left out. */
export function messageOf(language: Language, code: ErrorCode, reason: string | null, params: Params = {}): string {
  const known = reason !== null && Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
  const template = (known ?? CODES[code])[language];
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')).trimEnd();
}

/** Whether a refusal by this name has a text of its own. */
export function hasText(reason: string): boolean {
  return Object.hasOwn(REASONS, reason);
}

/**
 * Picks by `Accept-Language` (RFC 9110, 12.5.4): the weightiest of Swedish and English; Swedish where neither is asked
 * for.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  const asked = { sv: -1, en: -1 };
  for (const item of (acceptLanguage ?? '').slice(0, 1000).split(',')) {
    const [range = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
    const primary = range.split('-')[0];
    const weight = weightOf(parameters);
    if (primary === 'sv' || primary === 'en') asked[primary] = Math.max(asked[primary], weight);
  }
  return asked.en > 0 && asked.en > asked.sv ? 'en' : 'sv';
}

function weightOf(parameters: readonly string[]): number {
  const written = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  if (written === undefined) return 1;
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(written) ? Number(written) : 0;
}
