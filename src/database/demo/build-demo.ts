import type { CaseFacts } from '../../core/case-facts.js';
import type { CaseId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import type { Assignment } from '../../modules/case/assignment.entity.js';
import type { CaseFile } from '../../modules/case/case-file.entity.js';
import type { Situation } from '../../modules/case/situation.entity.js';
import type { Block } from '../../modules/consent/block.entity.js';
import type { Mapping } from '../../modules/mapping/mapping.entity.js';
import type { Outcome } from '../../modules/outcome/outcome.entity.js';
import type { Custody } from '../../modules/person/custody.entity.js';
import type { ImportantPerson } from '../../modules/person/important-person.entity.js';
import type { PersonContact } from '../../modules/person/person-contact.entity.js';
import type { PersonIdentity } from '../../modules/person/person-identity.entity.js';
import type { Person } from '../../modules/person/person.entity.js';
import type { Protection } from '../../modules/person/protection.entity.js';
import type { ProposalWords } from '../../modules/proposal/proposal-words.entity.js';
import type { Proposal } from '../../modules/proposal/proposal.entity.js';
import type { SteeringMeeting } from '../../modules/steering/steering-meeting.entity.js';
import type { DemoPersona } from '../demo-persona.entity.js';
import type { SealedPlace } from '../encryption.js';
import { disclosures, type Disclosures } from './case-disclosures.js';
import { caseContext, type CaseContext } from './case-context.js';
import { blocks, ledger, type Ledger } from './case-consents.js';
import { meetings, type Meetings } from './case-meetings.js';
import { assignments, contacts, custody, identities, importantPersons, persons, protections } from './case-people.js';
import { mappings, notes, outcomes, situations, type Notes } from './case-pieces.js';
import { closingEvaluation, planOf, type PlanRows } from './case-plan.js';
import { proposal, proposalWords } from './case-proposal.js';
import { demoTime } from './demo-time.js';
import { caseFacts } from './facts.js';
import { numberPersonas, officePersonas, familyPersonas, professionalPersonas } from './personas.js';
import { buildRegisters, type Registers } from './registers.js';
import { steeringMeetings } from './steering.js';
import type { CaseStory, MunicipalityStory } from './story.js';

/** A fresh key of one case: what it seals, and itself wrapped by the master key. */
export interface DemoCaseKey {
  readonly wrapped: Buffer;
  seal(plain: string, place: SealedPlace): Buffer;
}

export interface DemoMeans {
  readonly now: Instant;
  newId(): string;
  newCaseKey(caseId: CaseId): DemoCaseKey;
  /** What was written down of a steering group's meeting, sealed. */
  sealMinutes(meetingId: string, text: string): Buffer;
  /** Keyed hash, for finding a case by the number. */
  identityHash(personalIdentityNumber: string): Buffer;
}

export interface CaseRows extends Ledger, Meetings, Notes, PlanRows, Disclosures {
  readonly story: CaseStory;
  readonly caseFile: CaseFile;
  readonly proposals: readonly Proposal[];
  readonly proposalWords: readonly ProposalWords[];
  readonly persons: readonly Person[];
  readonly custody: readonly Custody[];
  readonly protections: readonly Protection[];
  readonly assignments: readonly Assignment[];
  readonly blocks: readonly Block[];
  readonly identities: readonly PersonIdentity[];
  readonly contacts: readonly PersonContact[];
  readonly importantPersons: readonly ImportantPerson[];
  readonly situations: readonly Situation[];
  readonly mappings: readonly Mapping[];
  readonly outcomes: readonly Outcome[];
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
  const key = means.newCaseKey(caseId);
  const context = caseContext(story, {
    registers,
    time: demoTime(means.now),
    caseId,
    newId: () => means.newId(),
    seal: (plain, place) => key.seal(plain, place),
    identityHash: (number) => means.identityHash(number),
  });
  const rows = {
    persons: persons(context),
    custody: custody(context),
    protections: protections(context),
    assignments: assignments(context),
    ...ledger(context),
    blocks: blocks(context),
  };
  const file = caseFile(context, key.wrapped, rows);
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
    contacts: contacts(context),
    importantPersons: importantPersons(context),
    situations: situations(context),
    mappings: mappings(context),
    outcomes: outcomes(context),
    ...told,
    ...disclosures(context, told.notes, (id) => means.newCaseKey(id)),
    ...plan,
    evaluations: [...plan.evaluations, ...closingEvaluation(context)],
    ...meetings(context, facts, (what) => plan.actionId(what)),
    facts,
    personas: familyPersonas(context),
  };
}

function caseFile(
  { story, registers, time, caseId, openedAt, roleTermId }: CaseContext,
  wrappedKey: Buffer,
  { statements, blocks }: Pick<Ledger, 'statements'> & { readonly blocks: readonly Block[] },
): CaseFile {
  return {
    id: caseId,
    municipalityId: registers.municipality.id,
    number: `SIG-${new Date(openedAt).getUTCFullYear()}-${String(story.serial).padStart(3, '0')}`,
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
