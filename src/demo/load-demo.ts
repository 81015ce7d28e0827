import type { EntityClass, EntityManager } from '@mikro-orm/postgresql';
import { openingRows } from '../access/opening-projection.js';
import type { Instant } from '../core/period.js';
import { Agency } from '../features/agency/agency.entity.js';
import { CitizenPromise } from '../features/agency/citizen-promise.entity.js';
import { CoordinatorContact } from '../features/agency/coordinator-contact.entity.js';
import { FocusArea } from '../features/agency/focus-area.entity.js';
import { GroupMember } from '../features/agency/group-member.entity.js';
import { Municipality } from '../features/agency/municipality.entity.js';
import { Professional } from '../features/agency/professional.entity.js';
import { RoleTerm } from '../features/agency/role-term.entity.js';
import { RulePackVersion } from '../features/agency/rule-pack.entity.js';
import { WorkGroup } from '../features/agency/work-group.entity.js';
import { Assignment } from '../features/case/assignment.entity.js';
import { CaseFile } from '../features/case/case-file.entity.js';
import { Block } from '../features/consent/block.entity.js';
import { ConsentDetail } from '../features/consent/consent-detail.entity.js';
import { ConsentStatement } from '../features/consent/consent-statement.entity.js';
import { DisclosedCopy } from '../features/disclosure/disclosed-copy.entity.js';
import { DisclosureReason } from '../features/disclosure/disclosure-reason.entity.js';
import { StatutoryDisclosure } from '../features/disclosure/statutory-disclosure.entity.js';
import { Custody } from '../features/person/custody.entity.js';
import { Person } from '../features/person/person.entity.js';
import { Protection } from '../features/person/protection.entity.js';
import { Proposal } from '../features/proposal/proposal.entity.js';
import { SteeringMeeting } from '../features/steering/steering-meeting.entity.js';
import { DemoPersona } from '../storage/demo-persona.entity.js';
import { createSealer, identityHash } from '../crypto/encryption.js';
import type { Keys } from '../crypto/keys.js';
import { PieceKeyEntity } from '../storage/piece-key.entity.js';
import { PieceVersionEntity } from '../storage/piece-version.entity.js';
import { PieceEntity } from '../storage/piece.entity.js';
import { steeringMinutes } from '../crypto/sealed-text.js';
import { buildDemo, type CaseRows, type DemoRows } from './build-demo.js';
import { insertAll } from './insert-all.js';
import { STORIES } from './stories.js';
import type { MunicipalityStory } from './story.js';

export interface DemoOptions {
  readonly keys: Pick<Keys, 'master' | 'identityHash'>;
  /** Every date of the stories is relative to it; the database's own time. */
  readonly now: Instant;
  /** A random UUID. */
  newId(): string;
}

/**
 * Fills an empty database with the demo data, in one transaction. Processes that start together take turns, and the
 * later ones find it done.
 * @param em acting as the owner of the schema.
 * @returns false when there was a municipality already; then nothing is written.
 */
export async function loadDemo(em: EntityManager, options: DemoOptions): Promise<boolean> {
  return em.fork().transactional(async (transaction) => {
    await transaction.execute('lock table sig.municipality in share row exclusive mode');
    const existing = await transaction.execute('select from sig.municipality limit 1');
    if (existing.length > 0) return false;
    await insertDemo(transaction, options);
    return true;
  });
}

/** With everything that refers to them. */
export const EMPTIED = ['sig.municipality', 'sig.demo_persona', 'sig.access_root', 'sig.sign_out'];

/** Destroys everything that is stored, whatever it is, and loads the demo data again; all of it or nothing. */
export async function resetDemo(em: EntityManager, options: DemoOptions): Promise<void> {
  await em.fork().transactional(async (transaction) => {
    await transaction.execute(`truncate ${EMPTIED.join(', ')} cascade`);
    await insertDemo(transaction, options);
  });
}

async function insertDemo(em: EntityManager, options: DemoOptions): Promise<void> {
  const { personas } = await insertStories(em, STORIES, options);
  await insertAll(em, DemoPersona, personas);
}

/** Tells municipalities with their cases into the database; who can be signed in as is left to the caller. */
export async function insertStories(
  em: EntityManager,
  stories: readonly MunicipalityStory[],
  { keys, now, newId }: DemoOptions,
): Promise<DemoRows> {
  const sealer = createSealer(keys.master);
  const rows = buildDemo(stories, {
    now,
    newId,
    sealer,
    sealMinutes: (meetingId, text) => steeringMinutes(sealer, keys.master).seal(meetingId, text),
    identityHash: (key) => identityHash(keys.identityHash, key).toString('hex'),
  });
  await insertRegisters(em, rows);
  await insertCases(
    em,
    rows.municipalities.flatMap(({ cases }) => cases),
    now,
  );
  return rows;
}

async function insertRegisters(em: EntityManager, { municipalities }: DemoRows): Promise<void> {
  type Place = DemoRows['municipalities'][number];
  const put = <Row extends object>(entity: EntityClass<Row>, rows: (place: Place) => readonly Row[]) =>
    insertAll(em, entity, municipalities.flatMap(rows));
  await put(Municipality, ({ municipality }) => [municipality]);
  await put(RulePackVersion, ({ rulePack }) => [rulePack]);
  await put(Agency, ({ agencies }) => agencies);
  await put(Professional, ({ professionals }) => professionals);
  await put(RoleTerm, ({ roleTerms }) => roleTerms);
  await put(CoordinatorContact, ({ publicRegisters: { contact } }) => [contact]);
  await put(CitizenPromise, ({ publicRegisters: { promises } }) => promises);
  await put(FocusArea, ({ publicRegisters: { areas } }) => areas);
  await put(WorkGroup, ({ publicRegisters: { groups } }) => groups);
  await put(GroupMember, ({ publicRegisters: { members } }) => members);
  await put(SteeringMeeting, ({ steeringMeetings }) => steeringMeetings);
}

async function insertCases(em: EntityManager, cases: readonly CaseRows[], now: Instant): Promise<void> {
  const put = <Row extends object>(entity: EntityClass<Row>, rows: (one: CaseRows) => readonly Row[]) =>
    insertAll(em, entity, cases.flatMap(rows));
  await put(CaseFile, ({ caseFile }) => [caseFile]);
  await put(Person, ({ persons }) => persons);
  await put(Custody, ({ custody }) => custody);
  await put(Protection, ({ protections }) => protections);
  await put(Assignment, ({ assignments }) => assignments);
  await put(ConsentStatement, ({ statements }) => statements);
  await put(ConsentDetail, ({ details }) => details);
  await put(Block, ({ blocks }) => blocks);
  await insertOpenings(em, cases, now);
  await put(Proposal, ({ proposals }) => proposals);
  await put(PieceKeyEntity, ({ pieceKeys }) => pieceKeys);
  await put(PieceEntity, ({ pieces }) => pieces);
  await put(PieceVersionEntity, ({ pieceVersions }) => pieceVersions);
  await put(StatutoryDisclosure, (one) => one.disclosures);
  await put(DisclosureReason, ({ disclosureReasons }) => disclosureReasons);
  await put(DisclosedCopy, ({ copies }) => copies);
}

/** The projection as the core sees it, by the very rows that a command would write. */
async function insertOpenings(em: EntityManager, cases: readonly CaseRows[], now: Instant): Promise<void> {
  const rows = cases.flatMap(({ facts }) => openingRows(facts, now));
  await em.execute('insert into sig.opening select * from jsonb_populate_recordset(null::sig.opening, ?::jsonb)', [
    JSON.stringify(rows),
  ]);
}
