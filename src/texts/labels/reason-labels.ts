import type { ACCESS_BASES, RESYNC_CAUSES, STREAM_BEGINNINGS, WITHHELD_REASONS } from '../../core/closed-lists.js';
import type { STREAM_END_REASONS } from '../../core/stream-end.js';
import { ERROR_CODES } from '../../core/errors.js';
import type { ErrorCode } from '../../core/errors.js';
import { messageOf } from '../messages.js';
import { explained, named } from './label.js';
import type { Label, LabelsOf } from './label.js';

const ERROR_NAMES: Readonly<Record<ErrorCode, readonly [sv: string, en: string]>> = {
  UNAUTHENTICATED: ['Inte inloggad', 'Not signed in'],
  FORBIDDEN: ['Inte tillåtet', 'Not allowed'],
  NOT_FOUND: ['Finns inte', 'Not found'],
  BAD_USER_INPUT: ['Ogiltigt värde', 'Invalid value'],
  CONFLICT: ['Ändrat av någon annan', 'Changed by somebody else'],
  CONSENT_REQUIRED: ['Samtycke saknas', 'Consent is missing'],
  INVALID_STATE: ['Går inte nu', 'Not possible now'],
  LIMIT_EXCEEDED: ['För stort', 'Too large'],
  INTERNAL: ['Fel hos oss', 'A fault on our side'],
};

function ofError(code: ErrorCode): Label {
  // Of the codes' own texts only INTERNAL's has a parameter; where it stands is what holds for every such answer.
  const params = { requestId: '`extensions.requestId`' };
  const explanation = { sv: messageOf('sv', code, null, params), en: messageOf('en', code, null, params) };
  return explained(...ERROR_NAMES[code], explanation);
}

/** Why something is open, closed, over or refused; never telling whether anything is stored. */
export const REASON_LABELS = {
  Extent: {
    ALL: explained('Allt', 'All', {
      sv: 'Allt som har antecknats hittills får läsas.',
      en: 'Everything recorded until now may be read.',
    }),
    SOME: explained('En del', 'Some', {
      sv: 'En del av det som har antecknats hittills får läsas, efter när det antecknades.',
      en: 'Some of what was recorded until now may be read, by when it was recorded.',
    }),
    NONE: explained('Inget', 'None', {
      sv: 'Inget av det som har antecknats hittills får läsas.',
      en: 'Nothing recorded until now may be read.',
    }),
  },
  WithheldReason: {
    NO_CONSENT: explained('Inget samtycke', 'No consent', {
      sv: 'Det finns inget samtycke som öppnar detta för din verksamhet. Fråga samordnaren.',
      en: 'No consent opens this to your agency. Ask the coordinator.',
    }),
    NOT_ASSIGNED: explained('Inte ditt ärende', 'Not your case', {
      sv: 'Du har inget uppdrag i ärendet. Samordnaren kan ge dig ett.',
      en: 'You are not assigned to the case. The coordinator can assign you.',
    }),
    PROTECTED_IDENTITY: explained('Skyddade personuppgifter', 'Protected identity', {
      sv: 'Uppgiften visar var någon finns och är skyddad, också med samtycke.',
      en: 'This tells where somebody is and is protected, consent or not.',
    }),
    CAPACITY: explained('Inte i din roll', 'Not in your capacity', {
      sv: 'I den roll du är inloggad i visas detta inte.',
      en: 'This is not shown in the capacity you are signed in with.',
    }),
  } satisfies LabelsOf<typeof WITHHELD_REASONS>,
  StreamEndReason: {
    CONSENT_ENDED: explained('Samtycket har upphört', 'Consent has ended', {
      sv: 'Det som prenumerationen gäller är inte längre öppet för dig. Glöm det du har sparat.',
      en: 'What you follow is no longer open to you. Forget what you have kept.',
    }),
    ASSIGNMENT_ENDED: explained('Uppdraget har upphört', 'The assignment has ended', {
      sv: 'Du har inte längre något uppdrag i ärendet. Glöm det du har sparat.',
      en: 'You are no longer assigned to the case. Forget what you have kept.',
    }),
    AGE_REACHED: explained('En födelsedag', 'A birthday', {
      sv: 'Den unga har fyllt år, och andra ska samtycka än förut. Glöm det du har sparat.',
      en: 'The young person has had a birthday, and others have to consent than before. Forget what you have kept.',
    }),
    CASE_CLOSED: explained('Ärendet är avslutat', 'The case is closed', {
      sv: 'Ärendet ändras inte längre.',
      en: 'The case does not change any more.',
    }),
    TOKEN_EXPIRED: explained('Inloggningen har gått ut', 'The sign-in has expired', {
      sv: 'Logga in igen och fortsätt från den senaste markören.',
      en: 'Sign in again and go on from the last cursor.',
    }),
  } satisfies LabelsOf<typeof STREAM_END_REASONS>,
  StreamBeginning: {
    CHANGES: named('Det som ändras från nu', 'What changes from now on'),
    PLACE: named('En markör för var flödet står', 'A cursor of where the stream stands'),
    STATE: named('Allt som det är nu', 'Everything as it is now'),
  } satisfies LabelsOf<typeof STREAM_BEGINNINGS>,
  ResyncCause: {
    CURSOR_TOO_OLD: explained('Markören är för gammal', 'The cursor is too old', {
      sv: 'Ändringarna sedan dess finns inte kvar. Hämta allt på nytt och prenumerera utan `after`.',
      en: 'The changes since then are no longer kept. Query afresh, then subscribe without `after`.',
    }),
    OTHER_GENERATION: explained('Markören är från ett annat flöde', 'The cursor is of another generation', {
      sv: 'Data har återställts. Hämta allt på nytt och prenumerera utan `after`.',
      en: 'The data were restored. Query afresh, then subscribe without `after`.',
    }),
    ACCESS_CHANGED: explained('Annat är öppet än förut', 'Other things are open', {
      sv: 'Vad du får se har ändrats. Hämta allt på nytt och prenumerera utan `after`.',
      en: 'What you may see has changed. Query afresh, then subscribe without `after`.',
    }),
  } satisfies LabelsOf<typeof RESYNC_CAUSES>,
  DisclosureBasis: {
    OWN_AGENCY: named('Den egna verksamhetens uppgift', "The own agency's information"),
    OWN_RIGHT: named('Rätt att se sitt eget', 'The right to see what is about oneself'),
    RULE: named('Samordnarens överblick', "The coordinator's overview"),
    CONSENT: named('Samtycke', 'Consent'),
    DISCLOSURE: named('Utlämnande utan samtycke', 'Disclosure without consent'),
  } satisfies LabelsOf<typeof ACCESS_BASES>,
  /** No enum of the schema: the values of `extensions.code` that are not GraphQL's own. */
  ErrorCode: Object.fromEntries(ERROR_CODES.map((code) => [code, ofError(code)])) as Readonly<Record<ErrorCode, Label>>,
};
