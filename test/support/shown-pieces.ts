type Json = null | string | number | boolean | readonly Json[] | Shown;
/** One object of an answer. */
export interface Shown {
  readonly [field: string]: Json;
}

/** The fields of a case that hold pieces with an id, and the kind of each. */
const LISTS: Readonly<Record<string, string>> = {
  notes: 'NOTE',
  objections: 'OBJECTION',
  plan: 'PLAN',
  goals: 'GOAL',
  actions: 'ACTION',
  evaluations: 'EVALUATION',
  closingEvaluation: 'EVALUATION',
  history: 'PLAN_VERSION',
  meetings: 'MEETING',
  invitations: 'INVITATION',
  agenda: 'AGENDA_ITEM',
  minutes: 'MINUTES',
  decisions: 'MEETING_DECISION',
  mappings: 'MAPPING',
  outcomes: 'OUTCOME',
  otherImportantPersons: 'IMPORTANT_PERSON',
  guardians: 'GUARDIAN',
};

/** Fields of the situation, by the type that holds them, and the category of each. */
const SITUATION: Readonly<Record<string, string>> = {
  attendancePercent: 'SCHOOL_ATTENDANCE',
  passingGrades: 'SCHOOL_RESULTS',
  studentHealthContact: 'STUDENT_HEALTH',
  concern: 'OFFENDING',
  lastSharedIncidentOn: 'OFFENDING',
  openInquiry: 'SOCIAL_SUPPORT',
  measures: 'SOCIAL_SUPPORT',
  substanceUse: 'SUBSTANCE_USE',
  placement: 'EMPLOYMENT',
  works: 'EMPLOYMENT',
  activities: 'LEISURE',
};
const HOLDERS: Readonly<Record<string, string>> = {
  police: 'POLICE',
  socialServices: 'SOCIAL_SERVICES',
  employment: 'SOCIAL_SERVICES',
  leisure: 'LEISURE',
};

/**
 * The names of all pieces that an answer to `CASE_FIELDS` shows something of.
 *
 * @param agencyId the one agency of a kind, branches aside.
 */
export function shownPieces(answer: Shown, agencyId: (kind: string) => string | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  const situation = (holder: string | undefined, of: Shown): void => {
    for (const [field, category] of Object.entries(SITUATION))
      if ((of[field] ?? null) !== null) names.add(`SITUATION ${holder} ${category}`);
  };
  const walk = (object: Shown): void => {
    for (const [field, kind] of Object.entries(LISTS)) {
      for (const node of nodesOf(object[field] ?? null)) {
        // A plan whose frame is closed has no id.
        if (node['id'] !== null) names.add(`${kind} ${idOf(node)}`);
        walk(node);
      }
    }
    if (typeof object['place'] === 'string') names.add(`MEETING_PLACE ${idOf(object)}`);
  };
  walk(answer);
  const young = answer['youngPerson'] as Shown;
  if (young['givenName'] !== null) names.add('IDENTITY');
  if (young['address'] !== null || young['phone'] !== null) names.add('CONTACT');
  const { schools, ...others } = answer['situation'] as Shown;
  for (const school of nodesOf(schools ?? null)) situation(idOf(school['agency'] as Shown), school);
  for (const [field, kind] of Object.entries(HOLDERS)) situation(agencyId(kind), others[field] as Shown);
  return names;
}

/** What a field leads to: nothing, one object, a list or a connection. */
function nodesOf(value: Json): readonly Shown[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value as readonly Shown[];
  const edges = (value as Shown)['edges'];
  return Array.isArray(edges) ? (edges as readonly { node: Shown }[]).map(({ node }) => node) : [value as Shown];
}

function idOf(object: Shown): string {
  return object['id'] as string;
}
