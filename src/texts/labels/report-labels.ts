import type { REPORT_PARTS, REPORT_TABLES } from '../../core/steering-report/names.js';
import type { REPORT_UNITS } from '../../core/steering-report/report-table.js';
import { explained, named } from './label.js';
import type { Label, LabelsOf } from './label.js';

/** Of a split of young persons: why nothing of it may be told. */
const whole = (sv: string, en: string): Label =>
  explained(sv, en, {
    sv: 'Visas hel eller inte alls: varje del ska gälla minst tio ungdomar. Ingen och få ser likadana ut.',
    en: 'Told whole or not at all: each part is of ten young persons at least. None and few look alike.',
  });

/** What the steering group is told of a term. */
export const REPORT_LABELS = {
  SteeringReportTableName: {
    FLOW: explained('Ungdomar i terminen', 'Young persons in the term', {
      sv: 'Under tio visas inte, och inte heller att det är noll. Den som började och den som avslutades räknas en gång.',
      en: 'Fewer than ten are not told, and neither is none. Whoever began and whoever ended is counted once.',
    }),
    AGE_AT_START: whole('Ålder vid start', 'Age at the start'),
    AREA: whole('Fokusområde vid start', 'Focus area at the start'),
    PROPOSAL_TO_CONSENT: whole('Från förslag till samtycke', 'From proposal to consent'),
    CONSENT_TO_FIRST_MEETING: whole('Från samtycke till första möte', 'From consent to first meeting'),
    FIRST_MEETING_TO_PLAN: whole('Från första möte till plan', 'From first meeting to plan'),
    CONSENT_WITHDRAWN: whole('Återkallat samtycke bland avslutade', 'Consent withdrawn among those who ended'),
    SCHOOL_RESULTS_BEFORE: whole('Godkända betyg, före', 'Passing grades, before'),
    SCHOOL_RESULTS_AFTER: whole('Godkända betyg, efter', 'Passing grades, after'),
    EMPLOYMENT_BEFORE: whole('Skola, praktik eller jobb fungerar, före', 'School, placement or job works, before'),
    EMPLOYMENT_AFTER: whole('Skola, praktik eller jobb fungerar, efter', 'School, placement or job works, after'),
    LEISURE_BEFORE: whole('Meningsfull fritid, före', 'Meaningful leisure, before'),
    LEISURE_AFTER: whole('Meningsfull fritid, efter', 'Meaningful leisure, after'),
    OFFENDING_BEFORE: whole('Mindre brott, före', 'Less crime, before'),
    OFFENDING_AFTER: whole('Mindre brott, efter', 'Less crime, after'),
    SUBSTANCE_USE_BEFORE: whole('Mindre missbruk, före', 'Less abuse, before'),
    SUBSTANCE_USE_AFTER: whole('Mindre missbruk, efter', 'Less abuse, after'),
    CADENCE: explained('Uppföljningsmöten i tid', 'Follow-up meetings in time', {
      sv: 'Visas även vid få ungdomar: att kalla i tid är samordnarens arbete. Första möten räknas inte, de är ett per ungdom.',
      en: "Told where there are few young persons too: calling in time is the coordinator's work. First meetings are not counted, being one a person.",
    }),
    ATTENDANCE: explained('Parternas närvaro', 'Attendance of the parties', {
      sv: 'Visas även vid få ungdomar: vem som skickas till ett möte är verksamhetens sak.',
      en: 'Told where there are few young persons too: whom it sends to a meeting is the matter of the agency.',
    }),
    CONTINUITY: explained('Samma person på mötena', 'The same person at the meetings', {
      sv: 'Visas även vid få ungdomar, men bara om det är minst tio av vardera: ett nytt ansikte står för ett ärende.',
      en: 'Told where there are few young persons too, but only of ten each at least: a new face stands for a case.',
    }),
    ACTIONS: explained('Åtgärder som skulle vara klara', 'Actions that were due', {
      sv: 'Visas även vid få ungdomar: om något blir gjort i tid är den ansvariga verksamhetens sak.',
      en: 'Told where there are few young persons too: whether something is done in time is the matter of the agency that answers for it.',
    }),
    UNDERTAKINGS: explained('Åtaganden i medborgarlöftet', 'Undertakings of the citizen promise', {
      sv: 'Visas alltid: de är löften till invånarna och rör inget ärende.',
      en: 'Always told: they are promises to the citizens and about no case.',
    }),
  } satisfies LabelsOf<typeof REPORT_TABLES>,
  SteeringReportPart: {
    DECLINED: named('Förslag som inte antogs', 'Proposals declined'),
    BEGAN: named('Började', 'Began'),
    ENDED: named('Avslutades', 'Ended'),
    UNDER_15: named('Under 15 år', 'Under 15'),
    FROM_15_TO_17: named('Från 15 till 17 år', 'From 15 to 17'),
    FROM_18: named('Från 18 år', 'From 18'),
    IN_AREA: named('I området', 'In the area'),
    ELSEWHERE_OR_UNKNOWN: named('Annat område, okänt eller skyddat', 'Elsewhere, unknown or protected'),
    WITHIN_30_DAYS: named('Inom 30 dagar', 'Within 30 days'),
    LATER_OR_NOT_YET: named('Senare eller inte ännu', 'Later or not yet'),
    WITHDRAWN: named('Återkallat', 'Withdrawn'),
    NOT_WITHDRAWN: named('Inte återkallat', 'Not withdrawn'),
    REACHED: named('Uppnått helt eller delvis', 'Reached, wholly or partly'),
    NOT_REACHED_OR_UNKNOWN: named('Inte uppnått eller okänt', 'Not reached or unknown'),
    KEPT: named('Hållet', 'Kept'),
    NOT_KEPT: named('Inte hållet', 'Not kept'),
    CAME: named('Kom', 'Came'),
    DID_NOT_COME: named('Kom inte', 'Did not come'),
    KNOWN_FACE: named('Hade varit med förr', 'Had come before'),
    NEW_FACE: named('Kom för första gången', 'Came for the first time'),
    DONE_IN_TIME: named('Klart i tid', 'Done in time'),
    LATE: named('Sent', 'Late'),
  } satisfies LabelsOf<typeof REPORT_PARTS>,
  SteeringReportUnit: {
    YOUNG_PERSONS: named('Ungdomar', 'Young persons'),
    MEETINGS: named('Möten', 'Meetings'),
    PLACES: named('Platser vid möten', 'Places at meetings'),
    ACTIONS: named('Åtgärder', 'Actions'),
    UNDERTAKINGS: named('Åtaganden', 'Undertakings'),
  } satisfies LabelsOf<typeof REPORT_UNITS>,
} as const;
