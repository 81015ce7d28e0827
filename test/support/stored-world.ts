import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { openingRows } from '../../src/access/opening-projection.js';
import { decide } from '../../src/core/decide.js';
import type { RoleTermId } from '../../src/core/ids.js';
import type { Instant, Period } from '../../src/core/period.js';
import { formPlace } from '../../src/features/consent/pending-form.js';
import { requestPlace } from '../../src/features/consent/consent-request.repository.js';
import type { AskedForm } from '../../src/features/consent/consent-request.repository.js';
import type { StoredForm } from '../../src/features/consent/pending-form.js';
import type { Random } from './random-document.js';
import { disclosureRows } from './stored-disclosures.js';
import { errandRows, PROPOSAL, REQUEST, storedViewers } from './stored-viewers.js';
import { bytes, canary, id, iso, LONG_AGO, range, ROLE_TERMS } from './stored-format.js';
import type { Row, Rows, Storing, StoredWorld } from './stored-format.js';
import { PIECE_COLUMNS, pieceRows } from './stored-pieces.js';
import { AGENCIES, CASE, ELSA, HOME, POLICE, SCHOOL, SOCIAL } from './world-cast.js';

/** Whose facts keep the clock of a world; nobody knows of it. */
const ANCHOR = id(1, 2);
/** A form that waits for a second person; no decision rests on it. */
export const PENDING = id(4, 9);
/** What the signers are asked. */
const ASKED = id(4, 10);
const NOBODY: readonly [string, string][] = [
  [id(5, 8), 'STEERING_MEMBER'],
  [id(5, 9), 'ADMINISTRATOR'],
];
/** Replaces everything in the database by this world; reads happen at `at` exactly, provided that the clock is behind. */
export async function storeWorld(client: Client, world: StoredWorld, at: Instant, storing: Storing): Promise<void> {
  const rows = rowsOf(world, at, storing);
  const tables = Object.keys(rows);
  const clear = (table: string): string => `${table} as (delete from sig.${table})`;
  // Both by name: planning them took longer than running them.
  await client.query({ name: 'clear_world', text: `with ${[...tables].reverse().map(clear).join(', ')} select` });
  const insert = (table: string): string => {
    const [into, columns] = table === 'piece' ? [` (${PIECE_COLUMNS.join()})`, PIECE_COLUMNS.join()] : ['', '*'];
    return `${table} as (insert into sig.${table}${into}
      select ${columns} from jsonb_populate_recordset(null::sig.${table}, $1::jsonb -> '${table}'))`;
  };
  await client.query({
    name: 'store_world',
    text: `with ${tables.map(insert).join(', ')} select`,
    values: [JSON.stringify(rows)],
  });
}

export const statementId = (sequence: number): string => id(4, sequence + 10);

/** All that is stored of a world, by table. */
export function rowsOf(world: StoredWorld, at: Instant, storing: Storing): Rows {
  // Of facts and registers: triggers give it, and are off where worlds are stored. A server keeps what it read by it.
  const version = randomUUID();
  return {
    ...registers(world, version),
    ...factRows(world, at, storing, version),
    ...pieceRows(world, storing),
    ...disclosureRows(world, storing),
    ...errandRows(world, storing),
  };
}

function registers({ facts }: StoredWorld, version: string): Rows {
  const term = (termId: string, capacity: string, agencyId: string | null, number: number): Row => ({
    ...{ id: termId, professional_id: id(6, number), municipality_id: HOME, agency_id: agencyId, capacity },
    ...{
      profession: 'SOCIAL_WORKER',
      valid_from: LONG_AGO,
      valid_until: null,
      recorded_at: LONG_AGO,
      may_disclose: false,
    },
  });
  return {
    municipality: [{ id: HOME, name: 'Hemma', code: '0001' }],
    register_version: [{ municipality_id: HOME, version }],
    rule_pack: facts.packs.map(({ validFrom, pack: { version, ...rules } }) => ({
      ...{
        id: id(9, version),
        municipality_id: HOME,
        version,
        valid_from: iso(validFrom),
        recorded_at: iso(validFrom),
        rules,
      },
    })),
    agency: facts.agencies.map(({ id: agencyId, kind }) => ({ id: agencyId, municipality_id: HOME, name: kind, kind })),
    professional: [1, 2, 3, 8, 9].map((number) => ({
      id: id(6, number),
      municipality_id: HOME,
      name: `Person ${number}`,
    })),
    role_term: [
      ...[SOCIAL, SCHOOL, POLICE].map((agencyId, index) =>
        term(id(5, index + 1), index === 0 ? 'COORDINATOR' : 'PROFESSIONAL', agencyId, index + 1),
      ),
      ...NOBODY.map(([termId, capacity], index) => term(termId, capacity, null, index + 8)),
    ],
  };
}

function factRows({ facts }: StoredWorld, at: Instant, { sealer, key, wrapped }: Storing, version: string): Rows {
  const file = (caseId: string, number: string, factsAt: string): Row => ({
    ...{ id: caseId, municipality_id: HOME, number, status: 'ACTIVE', coordinator_id: ROLE_TERMS[0], seq: 0 },
    ...{ wrapped_key: bytes(wrapped), facts_at: factsAt, facts_version: version, recorded_at: LONG_AGO },
    started_on: '2026-01-01',
  });
  const ofCase = { case_id: CASE, recorded_at: LONG_AGO };
  const limits = ({ from, until }: Period): Row => ({ valid_from: iso(from), valid_until: iso(until) });
  const sealed = (rowId: string, column: string): string =>
    bytes(sealer.seal(key, canary(rowId), { table: 'consent_detail', column, rowId }));
  const sealedForm = (): string => {
    const detail = { method: 'WRITTEN', formVersion: '1', language: 'sv', documentHash: null, informedById: null };
    const said = { subjectId: ELSA, signerIds: [ELSA], grants: [], appliesFrom: null, until: null, dataPeriods: null };
    const form: StoredForm = {
      ...{ ...said, detail, purpose: canary(PENDING), witness: null, informerId: ROLE_TERMS[0] as RoleTermId },
    };
    return bytes(sealer.seal(key, JSON.stringify(form), formPlace(PENDING)));
  };
  const sealedRequest = (): string => {
    const form: AskedForm = {
      ...{ purpose: canary(ASKED), grants: [], until: Date.parse('2100-01-01'), formVersion: '1' },
      information: [{ language: 'sv', text: canary(ASKED) }],
    };
    return bytes(sealer.seal(key, JSON.stringify(form), requestPlace(ASKED)));
  };
  return {
    case_file: [file(CASE, 'SIG-1', LONG_AGO), file(ANCHOR, 'SIG-2', iso(at) ?? LONG_AGO)],
    person: facts.persons.map(({ id: personId, kind, birthDate }) => ({
      ...ofCase,
      id: personId,
      kind,
      birth_date: birthDate,
    })),
    custody: facts.custody.map((custody, index) => ({
      ...{ ...ofCase, id: id(1, index + 10), subject_id: custody.subjectId, guardian_id: custody.guardianId },
      ...{ valid_from: custody.from, valid_until: custody.until },
      ...{ prevented_from: custody.preventedFrom, prevented_until: custody.preventedUntil },
    })),
    protection: facts.protections.map(({ personId, level, handlerIds, period }, index) => ({
      ...{ ...ofCase, id: id(2, index + 10), person_id: personId, level, handler_ids: handlerIds, ...limits(period) },
    })),
    assignment: facts.assignments.map(({ roleTermId, period }, index) => ({
      ...{ ...ofCase, id: id(3, index + 10), role_term_id: roleTermId, ...limits(period) },
    })),
    consent_statement: facts.ledger.map((said) => ({
      ...{ case_id: CASE, id: statementId(said.sequence), sequence: said.sequence, subject_id: said.subjectId },
      ...{
        signer_id: said.signerId,
        decision: said.decision,
        grants: said.grants,
        applies_from: iso(said.appliesFrom),
      },
      ...{ until: iso(said.until), recorded_at: iso(said.recordedAt) },
      data_periods: said.dataPeriods === null ? null : `{${said.dataPeriods.map(range).join()}}`,
    })),
    consent_detail: facts.ledger.map(({ sequence }) => {
      const statement = statementId(sequence);
      return {
        ...{ statement_id: statement, case_id: CASE, method: 'WRITTEN', form_version: '1', language: 'sv' },
        purpose_sealed: sealed(statement, 'purpose_sealed'),
        witness_sealed: sealed(statement, 'witness_sealed'),
        reason_sealed: sealed(statement, 'reason_sealed'),
      };
    }),
    pending_consent: [
      {
        ...{ id: PENDING, case_id: CASE, subject_id: facts.youngPersonId, content_sealed: sealedForm() },
        ...{ entered_by_id: ROLE_TERMS[0], state: 'WAITING' },
        ...{ entered_at: LONG_AGO, lapses_at: '9999-01-01' },
      },
    ],
    consent_request: [
      {
        ...{ id: ASKED, case_id: CASE, subject_id: facts.youngPersonId, content_sealed: sealedRequest() },
        ...{ asked_by_id: ROLE_TERMS[0], asked_at: LONG_AGO },
        answers: [{ signerId: facts.youngPersonId, answer: 'TALK_FIRST', at: Date.parse(LONG_AGO) }],
      },
    ],
    block: facts.blocks.map(({ id: blockId, subjectId, bySignerId, byHolderId, grants, period }) => ({
      ...{ ...ofCase, id: blockId, subject_id: subjectId, by_signer_id: bySignerId, by_holder_id: byHolderId, grants },
      ...limits(period),
      reason_sealed: bytes(
        sealer.seal(key, canary(blockId), { table: 'block', column: 'reason_sealed', rowId: blockId }),
      ),
    })),
    // As they were written before any had ended: until the next change they stay, and open nothing.
    opening: openingRows(facts, -Infinity),
    access_record: [],
  };
}

/** Three times out of four those who may read something at that instant: most answers to the others show nothing. */
export function likelyReaders(world: StoredWorld, at: Instant, random: Random): ReturnType<typeof storedViewers> {
  const all = storedViewers(world);
  if (random() < 0.25) return all;
  const readers = all.filter(({ viewer }) => {
    const decision = decide(world.facts, viewer, at);
    return world.pieces.some((piece) => decision.piece(piece).open);
  });
  return readers.length === 0 ? all : readers;
}

/** Everything in a world that has an id of its own. */
export function idsOf({ facts, pieces, versions: changes, disclosures }: StoredWorld): string[] {
  return [
    ...[
      CASE,
      HOME,
      PENDING,
      ASKED,
      PROPOSAL,
      REQUEST,
      ...AGENCIES,
      ...ROLE_TERMS,
      ...facts.persons.map(({ id: own }) => own),
    ],
    ...[...pieces, ...changes, ...facts.blocks].map(({ id: own }) => own),
    ...facts.ledger.map(({ sequence }) => statementId(sequence)),
    ...disclosures.flatMap(({ fact, copyId }) => [fact.id, copyId]),
  ];
}
