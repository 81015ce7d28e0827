import type { CONSENT_ANSWERS, CONSENT_METHODS, SIGNER_ANSWERS, STATEMENT_DECISIONS } from '../../core/closed-lists.js';
import type { INFORMATION_CATEGORIES } from '../../core/information-category.js';
import type { UPCOMING_CAUSES } from '../../core/upcoming.js';
import { CLOSURE_REASONS } from '../../core/closure-reasons.js';
import { obstacleText } from '../consent-messages.js';
import type { Text } from '../message-text.js';
import { explained, named } from './label.js';
import type { LabelsOf } from './label.js';

const OBSTACLE_EXPLANATIONS = Object.fromEntries(
  CLOSURE_REASONS.map((obstacle) => [obstacle, { sv: obstacleText('sv', obstacle), en: obstacleText('en', obstacle) }]),
) as Readonly<Record<(typeof CLOSURE_REASONS)[number], Text>>;

/** What a consent names, what signers say, and what stands in the way. */
export const CONSENT_LABELS = {
  InformationCategory: {
    IDENTITY: named('Namn och personnummer', 'Name and personal identity number'),
    CONTACT: named('Adress och telefon', 'Address and telephone'),
    FAMILY: named('Familj och nätverk', 'Family and network'),
    SCHOOL_ATTENDANCE: named('Skolnärvaro', 'School attendance'),
    SCHOOL_RESULTS: named('Skolresultat', 'School results'),
    STUDENT_HEALTH: named('Elevhälsa', 'Student health'),
    HEALTH: named('Hälsa', 'Health'),
    SUBSTANCE_USE: named('Alkohol och droger', 'Alcohol and drugs'),
    OFFENDING: named('Brott', 'Offending'),
    SOCIAL_SUPPORT: named('Stöd från socialtjänsten', 'Support by social services'),
    LEISURE: named('Fritid', 'Leisure'),
    EMPLOYMENT: named('Praktik och arbete', 'Placement and work'),
    PLAN: named('Åtgärdsplan', 'Plan'),
    MEETING: named('Möten', 'Meetings'),
  } satisfies LabelsOf<typeof INFORMATION_CATEGORIES>,
  ConsentDecision: {
    GRANTED: named('Samtycker', 'Consents'),
    REFUSED: named('Säger nej', 'Refuses'),
    WITHDRAWN: named('Återkallar', 'Withdraws'),
  } satisfies LabelsOf<typeof STATEMENT_DECISIONS>,
  ConsentAnswer: {
    NONE: named('Har inte svarat', 'Has not answered'),
    YES: named('Säger ja', 'Says yes'),
    NO: named('Säger nej', 'Says no'),
    TALK_FIRST: named('Vill prata först', 'Wants to talk first'),
  } satisfies LabelsOf<typeof CONSENT_ANSWERS>,
  ConsentMethod: {
    WRITTEN: named('Skriftligt', 'In writing'),
    ELECTRONIC: named('Elektroniskt', 'Electronically'),
    ORAL_WITNESSED: named('Muntligt med vittne', 'Orally, before a witness'),
  } satisfies LabelsOf<typeof CONSENT_METHODS>,
  SignerAnswerKind: {
    GRANTED: named('Har samtyckt', 'Has consented'),
    REFUSED: named('Har sagt nej', 'Has refused'),
    WITHDRAWN: named('Har återkallat', 'Has withdrawn'),
    EXPIRED: named('Samtycket har gått ut', 'The consent has expired'),
    MISSING: named('Har inte svarat', 'Has not answered'),
  } satisfies LabelsOf<typeof SIGNER_ANSWERS>,
  Obstacle: {
    NOBODY_CAN_SIGN: explained('Ingen kan samtycka', 'Nobody can consent', OBSTACLE_EXPLANATIONS.NOBODY_CAN_SIGN),
    SIGNATURE_MISSING: explained(
      'Någon har inte svarat',
      'An answer is missing',
      OBSTACLE_EXPLANATIONS.SIGNATURE_MISSING,
    ),
    SIGNER_REFUSED: explained('Någon har sagt nej', 'Somebody has refused', OBSTACLE_EXPLANATIONS.SIGNER_REFUSED),
    SIGNER_WITHDREW: explained('Återkallat', 'Withdrawn', OBSTACLE_EXPLANATIONS.SIGNER_WITHDREW),
    CONSENT_EXPIRED: explained('Utgånget', 'Expired', OBSTACLE_EXPLANATIONS.CONSENT_EXPIRED),
    SUBJECT_SAYS_NO: explained(
      'Den det gäller säger nej',
      'The subject says no',
      OBSTACLE_EXPLANATIONS.SUBJECT_SAYS_NO,
    ),
    BLOCKED: explained('Spärrat', 'Blocked', OBSTACLE_EXPLANATIONS.BLOCKED),
    WAITS_FOR_NEW_STATEMENT: explained(
      'Väntar på nytt besked',
      'Waits for a new statement',
      OBSTACLE_EXPLANATIONS.WAITS_FOR_NEW_STATEMENT,
    ),
  } satisfies LabelsOf<typeof CLOSURE_REASONS>,
  UpcomingCause: {
    CONSENT_EXPIRES: named('Ett samtycke går ut', 'A consent expires'),
    STATEMENT_APPLIES: named('Ett besked börjar gälla', 'A statement begins to apply'),
    YOUNG_PERSON_SIGNS: named('Den unga ska själv samtycka', 'The young person signs from then on'),
    GUARDIANS_SIGN_NO_MORE: named('Vårdnadshavare samtycker inte längre', 'Guardians sign no more'),
    CUSTODY_CHANGES: named('Vårdnaden ändras', 'Custody changes'),
    BLOCK_CHANGES: named('En spärr börjar eller slutar', 'A block begins or ends'),
    RULES_CHANGE: named('De lokala reglerna ändras', 'The local rules change'),
    PLANNED_END: named('Insatsens planerade slut', 'The planned end of the work'),
    AGES_OUT: named('Den unga passerar målåldern', 'The young person passes the target age'),
  } satisfies LabelsOf<typeof UPCOMING_CAUSES>,
};
