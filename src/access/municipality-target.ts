import { DomainError } from '../core/errors.js';
import type { CaseId, MunicipalityId } from '../core/ids.js';
import type { UnitOfWork } from '../storage/unit-of-work.js';
import type { KnownViewer } from './known-viewer.js';
import { OutboxRow } from './outbox-row.entity.js';
import { FACTS_AT } from './command-scope.js';
import { COMMAND_FACTS, parseFacts } from './facts.js';
import { projectionOf } from './opening-projection.js';
import type { PreparedQuery } from './prepared-query.js';
import type { CommandSession, Locked, Target } from './run-command.js';

/** What the lock of the municipality told. */
export interface AdministrationScope {
  readonly viewer: KnownViewer;
  readonly municipalityId: MunicipalityId;
  readonly at: number;
  /** The highest version of its rules; 0 before the first. */
  readonly newestVersion: number;
  readonly em: UnitOfWork;
  readonly newId: () => string;
  /** The keyed hash by which somebody is found again. */
  readonly identityHash: (key: string) => Buffer;
  /** To be called by whoever changes what cases are decided by: the openings of every case follow. */
  markRulesChanged(): void;
  readonly rulesChanged: () => boolean;
}

type LockedMunicipality = Locked & Pick<AdministrationScope, 'municipalityId' | 'newestVersion'>;

const OPEN: PreparedQuery = {
  name: 'open_administration',
  text: `select at, viewer, null::uuid as "caseId", municipality_id as "municipalityId", newest_version as "newestVersion"
    from sig.open_administration($1, $2)`,
};
const CASES: PreparedQuery = { name: 'administered_cases', text: 'select id from sig.administered_cases() id' };
const LOCK: PreparedQuery = { name: 'lock_administered_case', text: 'select sig.lock_administered_case($1) as seq' };

/**
 * The administrator's municipality, locked. Where the work changes the rules, its cases are locked one after the other
 * and the openings of
 * each brought in line with the facts as they are now. A command holds one case and waits for no other lock, and two
 * administrators wait for each other at the municipality, so nobody waits in a circle.
 */
export const MUNICIPALITY: Target<LockedMunicipality, AdministrationScope> = {
  async lock({ who, query }) {
    const [locked] = await query<LockedMunicipality>(OPEN, [who.subjectId, who.capacity]);
    return locked ?? null;
  },
  refusal: () => new DomainError('UNAUTHENTICATED', 'tokenRefused'),
  open({ em, deps: { newId, identityHash } }, { viewer, municipalityId, at, newestVersion }) {
    let changed = false;
    const markRulesChanged = (): void => void (changed = true);
    return Promise.resolve({
      ...{ viewer, municipalityId, at, newestVersion, em, newId, identityHash, markRulesChanged },
      rulesChanged: () => changed,
    });
  },
  async close(session, { at }, scope) {
    await session.em.flush();
    if (!scope.rulesChanged()) return;
    for (const { id } of await session.query<{ id: CaseId }>(CASES, [])) await followRules(session, id, at);
  },
};

/** What a command does when facts changed, for one more case. */
async function followRules({ query, em, deps }: CommandSession, caseId: CaseId, recordedAt: number): Promise<void> {
  const [numbered] = await query<{ seq: string }>(LOCK, [caseId]);
  const [row] = await query<{ facts: unknown }>(COMMAND_FACTS, []);
  const facts = parseFacts(row?.facts, deps.kinds.rules);
  for (const { statement, values } of projectionOf(facts, recordedAt)) await query(statement, values);
  await query(FACTS_AT, [caseId, recordedAt]);
  const id = deps.newId();
  const outbox = { id, caseId, caseSeq: Number(numbered?.seq), kind: 'CASE_CHANGED' as const, ids: [caseId] };
  em.persist(em.create(OutboxRow, { ...outbox, recordedAt, position: null }));
  await em.flush();
}
