import type { CaseFacts } from '../core/case-facts.js';
import type { CaseId } from '../core/ids.js';
import type { Instant } from '../core/period.js';
import { isTakenOn } from '../core/rules/blind-proposal.js';
import type { Assignment } from '../features/case/assignment.entity.js';
import type { CaseFile } from '../features/case/case-file.entity.js';
import type { Block } from '../features/consent/block.entity.js';
import type { Custody } from '../features/person/custody.entity.js';
import type { Person } from '../features/person/person.entity.js';
import type { Protection } from '../features/person/protection.entity.js';
import type { Proposal } from '../features/proposal/proposal.entity.js';
import type { SteeringMeeting } from '../features/steering/steering-meeting.entity.js';
import type { SITUATION } from '../features/case/situation.piece.js';
import type { MAPPING } from '../features/mapping/mapping.piece.js';
import type { OUTCOME } from '../features/outcome/outcome.piece.js';
import type { CONTACT, GUARDIAN, IDENTITY } from '../features/person/identity.piece.js';
import type { IMPORTANT_PERSON } from '../features/person/important-person.piece.js';
import type { PROPOSAL_WORDS } from '../features/proposal/proposal-words.piece.js';
import type { DemoPersona } from '../storage/demo-persona.entity.js';
import type { SealedPlace, Sealer } from '../crypto/encryption.js';
import { disclosures, type Disclosures } from './case-disclosures.js';
import { caseContext, type CaseContext } from './case-context.js';
import { blocks, ledger, type Ledger } from './case-consents.js';
import { meetings, type Meetings } from './case-meetings.js';
import { assignments, contacts, custody, guardians } from './case-people.js';
import { identities, importantPersons, persons, protections } from './case-people.js';
import { mappings, notes, outcomes, situations, type Notes } from './case-pieces.js';
import { closingEvaluation, planOf, type PlanRows } from './case-plan.js';
import { proposal, proposalWords } from './case-proposal.js';
import { DemoPieces } from './demo-pieces.js';
import type { PieceOf, PieceRows } from './demo-pieces.js';
import { demoTime } from './demo-time.js';
import { caseFacts } from './facts.js';
import { numberPersonas, officePersonas, familyPersonas, professionalPersonas } from './personas.js';
import { buildRegisters, type Registers } from './registers.js';
import { steeringMeetings } from './steering.js';
import type { CaseStory, MunicipalityStory } from './story.js';

export interface DemoMeans {
  readonly now: Instant;
  newId(): string;
  readonly sealer: Sealer;
  /** What was written down of a steering group's meeting, sealed. */
  sealMinutes(meetingId: string, text: string): Buffer;
  /** Keyed hash, for finding a case of the same person. */
  identityHash(key: string): string;
}

export interface CaseRows extends Ledger, Meetings, Notes, PlanRows, Disclosures, PieceRows {
  readonly story: CaseStory;
  readonly caseFile: CaseFile;
  readonly proposals: readonly Proposal[];
  readonly proposalWords: readonly PieceOf<typeof PROPOSAL_WORDS>[];
  readonly persons: readonly Person[];
  readonly custody: readonly Custody[];
  readonly protections: readonly Protection[];
  readonly assignments: readonly Assignment[];
  readonly blocks: readonly Block[];
  readonly identities: readonly PieceOf<typeof IDENTITY>[];
  readonly guardians: readonly PieceOf<typeof GUARDIAN>[];
  readonly contacts: readonly PieceOf<typeof CONTACT>[];
  readonly importantPersons: readonly PieceOf<typeof IMPORTANT_PERSON>[];
  readonly situations: readonly PieceOf<typeof SITUATION>[];
  readonly mappings: readonly PieceOf<typeof MAPPING>[];
  readonly outcomes: readonly PieceOf<typeof OUTCOME>[];
  /** What the core judges, as the database will tell it. */
  readonly facts: CaseFacts;
  /** The family members one can sign in as, numbered later. */
  readonly personas: readonly Omit<DemoPersona, 'position'>[];
}

export interface DemoRows {
  readonly municipalities: readonly (Registers & {
    readonly steeringMeetings: readonly SteeringMeeting[];
    readonly cases: readonly CaseRows[];
  })[];
  readonly personas: readonly DemoPersona[];
}

/** Turns stories into rows; touches no database. */
export function buildDemo(stories: readonly MunicipalityStory[], means: DemoMeans): DemoRows {
  const municipalities = stories.map((story) => {
    const registers = buildRegisters(story, () => means.newId());
    const time = demoTime(means.now);
    return {
      story,
      registers,
      steering: steeringMeetings(registers, time, means),
      cases: story.cases.map((tell) => buildCase(tell(time), registers, means)),
    };
  });
  return {
    municipalities: municipalities.map(({ registers, steering, cases }) => ({
      ...registers,
      steeringMeetings: steering,
      cases,
    })),
    personas: numberPersonas(
      municipalities.flatMap(({ story, registers, cases }) => [
        ...professionalPersonas(registers),
        ...officePersonas(registers, story.officePersonas),
        ...cases.flatMap(({ personas }) => personas),
      ]),
    ),
  };
}

function buildCase(story: CaseStory, registers: Registers, means: DemoMeans): CaseRows {
  const caseId = means.newId() as CaseId;
  const { sealer } = means;
  const { key, wrapped } = sealer.newCaseKey(caseId);
  const newId = (): string => means.newId();
  const pieces = new DemoPieces({ caseId, sealer, newId });
  const context = caseContext(story, {
    registers,
    time: demoTime(means.now),
    caseId,
    newId,
    seal: (plain, place) => sealer.seal(key, plain, place),
    pieces,
    identityHash: (key) => means.identityHash(key),
  });
  const rows = {
    persons: persons(context),
    custody: custody(context),
    protections: protections(context),
    assignments: assignments(context),
    ...ledger(context),
    blocks: blocks(context),
  };
  const file = caseFile(context, wrapped, rows);
  const facts = caseFacts(registers, { caseFile: file, ...rows });
  const plan = planOf(context);
  const told = notes(context);
  return {
    story,
    caseFile: file,
    ...rows,
    proposals: proposal(context),
    proposalWords: proposalWords(context),
    identities: identities(context),
    guardians: guardians(context),
    contacts: contacts(context),
    importantPersons: importantPersons(context),
    situations: situations(context),
    mappings: mappings(context),
    outcomes: outcomes(context),
    ...told,
    ...disclosures(context, told.notes, (boundTo) => newKey(sealer, boundTo)),
    ...plan,
    evaluations: [...plan.evaluations, ...closingEvaluation(context)],
    ...meetings(context, facts, (what) => plan.actionId(what)),
    facts,
    personas: familyPersonas(context),
    // Last: by now each of them is written.
    ...pieces.rows(),
  };
}

function newKey(sealer: Sealer, boundTo: string) {
  const { key, wrapped } = sealer.newCaseKey(boundTo);
  return { wrapped, seal: (plain: string, place: SealedPlace) => sealer.seal(key, plain, place) };
}

function caseFile(
  { story, registers, time, caseId, openedAt, roleTermId }: CaseContext,
  wrappedKey: Buffer,
  { statements, blocks }: Pick<Ledger, 'statements'> & { readonly blocks: readonly Block[] },
): CaseFile {
  return {
    id: caseId,
    municipalityId: registers.municipality.id,
    number: isTakenOn(story)
      ? `SIG-${new Date(openedAt).getUTCFullYear()}-${String(story.serial).padStart(3, '0')}`
      : referenceOf(caseId),
    status: story.status,
    coordinatorId: roleTermId('coordinator'),
    seq: statements.length + blocks.length,
    startedOn: story.startedOn ?? null,
    plannedEndOn: story.plannedEndOn ?? null,
    endToldOn: null,
    closedOn: story.closed === undefined ? null : time.dateOf(story.closed.at),
    closingReason: story.closed?.reason ?? null,
    wrappedKey,
    factsAt: Math.max(openedAt, ...[...statements, ...blocks].map(({ recordedAt }) => recordedAt)),
    recordedAt: openedAt,
  };
}

/** Of a case that is not taken on, as `sig.open_case` gives it. */
function referenceOf(caseId: CaseId): string {
  const letters = [...caseId.replaceAll('-', '').slice(0, 10).toUpperCase()];
  return `F-${letters.map((letter) => 'GHJKLMNPQR'[Number(letter)] ?? letter).join('')}`;
}
