import type { AgencyKind, CaseFacts } from '../core/case-facts.js';
import type { AgencyId } from '../core/ids.js';
import { INFORMATION_CATEGORIES, OUTCOME_CATEGORIES } from '../core/information-category.js';
import type { InformationCategory } from '../core/information-category.js';
import type { PieceKind } from '../core/piece.js';

/**
 * Whose information a type of the API holds. It follows from the municipality's agencies and the case's coordinator,
 * never from which agency happens to have written something: explanations are built from it.
 */
const HOLDERS: Record<string, (facts: CaseFacts) => readonly AgencyId[]> = {
  YoungPerson: coordinators,
  ProposalGrounds: coordinators,
  Guardian: coordinators,
  Subject: coordinators,
  Plan: coordinators,
  Meeting: coordinators,
  Invitation: coordinators,
  AgendaItem: coordinators,
  MeetingDecision: coordinators,
  MeetingMinutes: coordinators,
  OtherImportantPerson: coordinators,
  Outcome: everyone,
  Note: everyone,
  NeedsMapping: everyone,
  Goal: everyone,
  Action: everyone,
  Evaluation: everyone,
  ClosingEvaluation: coordinators,
  PlanVersion: everyone,
  SchoolSituation: ({ agencies }) => agencies.filter(({ kind }) => kind === 'SCHOOL').map(({ id }) => id),
  PoliceSituation: firstOf('POLICE'),
  SocialServicesSituation: firstOf('SOCIAL_SERVICES'),
  EmploymentSituation: firstOf('SOCIAL_SERVICES'),
  LeisureSituation: firstOf('LEISURE'),
};

/** The categories of the piece types that do not have them all. */
const CATEGORIES: Record<string, readonly InformationCategory[]> = {
  Guardian: ['FAMILY'],
  Subject: ['FAMILY'],
  OtherImportantPerson: ['FAMILY'],
  Plan: ['PLAN'],
  Meeting: ['MEETING'],
  Invitation: ['MEETING'],
  MeetingMinutes: ['MEETING'],
  ClosingEvaluation: ['PLAN'],
  Outcome: OUTCOME_CATEGORIES,
};

/** Types that are judged as the object they hang under: what closes them is told of there. */
const AS_THEIR_PARENT: readonly string[] = ['Objection'];

/** The kind of piece that a type shows; the young person's contact data are a kind of their own. */
const KINDS: Record<string, PieceKind> = {
  Guardian: 'GUARDIAN',
  Subject: 'IDENTITY',
  Plan: 'PLAN',
  Goal: 'GOAL',
  Action: 'ACTION',
  Meeting: 'MEETING',
  Note: 'NOTE',
  OtherImportantPerson: 'IMPORTANT_PERSON',
  NeedsMapping: 'MAPPING',
  Evaluation: 'EVALUATION',
  ClosingEvaluation: 'EVALUATION',
  PlanVersion: 'PLAN_VERSION',
  Invitation: 'INVITATION',
  AgendaItem: 'AGENDA_ITEM',
  MeetingDecision: 'MEETING_DECISION',
  MeetingMinutes: 'MINUTES',
  Outcome: 'OUTCOME',
};

export function kindOf(typename: string, category: InformationCategory): PieceKind {
  if (typename === 'ProposalGrounds') return 'IDENTITY';
  if (typename === 'YoungPerson') return category === 'CONTACT' ? 'CONTACT' : 'IDENTITY';
  return KINDS[typename] ?? 'SITUATION';
}

/** @throws Error for a type without a declared holder: an explanation must not be guessed. */
export function holdersOf(typename: string, facts: CaseFacts): readonly AgencyId[] {
  const holders = HOLDERS[typename];
  if (holders === undefined) throw new Error(`No holder is declared for type ${typename}`);
  return holders(facts);
}

export function categoriesOf(typename: string): readonly InformationCategory[] {
  return CATEGORIES[typename] ?? INFORMATION_CATEGORIES;
}

export function isJudgedAsParent(typename: string): boolean {
  return AS_THEIR_PARENT.includes(typename);
}

function coordinators(facts: CaseFacts): readonly AgencyId[] {
  return [facts.coordinatorAgencyId];
}

function everyone(facts: CaseFacts): readonly AgencyId[] {
  return facts.agencies.map(({ id }) => id);
}

/** The agency of a kind itself, not its branches; a municipality has one of those that a situation names. */
function firstOf(kind: AgencyKind): (facts: CaseFacts) => readonly AgencyId[] {
  return ({ agencies }) => {
    const parents = agencies.filter((agency) => agency.kind === kind && agency.parentId === null);
    return parents.slice(0, 1).map(({ id }) => id);
  };
}
