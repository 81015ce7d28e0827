import { decide } from '../../src/core/decide.js';
import type { Instant } from '../../src/core/period.js';
import { isKnownTo } from '../../src/core/rules/disclosure-known-to.js';
import type { Viewer } from '../../src/core/viewer.js';
import { readsCopy } from './stored-disclosures.js';
import { isAsked, withheldErrands } from './stored-viewers.js';
import { openIn } from './stored-format.js';
import type { StoredPiece, StoredWorld } from './stored-format.js';
import { statementId } from './stored-world.js';
import type { WorldStore } from './stored-worlds.js';
import { CASE } from './world-cast.js';

/** Pieces and versions of pieces. */
export function withheldPieces(world: StoredWorld, viewer: Viewer, at: Instant): StoredPiece[] {
  const open = openIn(world, decide(world.facts, viewer, at));
  return [...world.pieces, ...world.versions].filter((piece) => !open.has(piece));
}

/** Destroys whatever the viewer may not read at that instant: pieces, details of consents, and all of a case not known. */
export async function destroyWithheld(
  { superuser }: WorldStore,
  world: StoredWorld,
  viewer: Viewer,
  at: Instant,
): Promise<void> {
  const decision = decide(world.facts, viewer, at);
  for (const [table, ids] of Object.entries(withheldErrands(world, viewer, at))) {
    const key = table === 'mail_address' ? 'subject_id' : 'id';
    await superuser.query(`delete from sig.${table} where ${key} = any($1::uuid[])`, [ids]);
  }
  const withheld = withheldPieces(world, viewer, at).map(({ id }) => id);
  for (const table of ['piece_version', 'piece'])
    await superuser.query(`delete from sig.${table} where id = any($1::uuid[])`, [withheld]);
  await superuser.query(`delete from sig.piece_key k where not exists (
    select from sig.piece p where p.case_id = k.case_id and p.holder_id = k.holder_id)
    and not exists (select from sig.piece_version v where v.case_id = k.case_id and v.holder_id = k.holder_id)`);
  for (const disclosure of world.disclosures) {
    const { fact, copyId } = disclosure;
    const [reads, knows] = [readsCopy(disclosure, world.facts, viewer, at), isKnownTo(fact, viewer, decision)];
    if (!reads) await superuser.query('delete from sig.disclosed_copy where id = $1', [copyId]);
    if (!reads && !knows) await superuser.query('delete from sig.statutory_disclosure where id = $1', [fact.id]);
    if (!knows || 'personId' in viewer)
      await superuser.query('delete from sig.disclosure_reason where disclosure_id = $1', [fact.id]);
  }
  // What it rests on may be gone as well, and triggers are off: no server may go on by what it has in memory.
  await superuser.query('update sig.case_file set facts_version = gen_random_uuid()');
  const { ledger } = world.facts;
  const untold = ledger.filter(({ subjectId }) => !decision.rule('consentDetails', subjectId).open);
  const details = untold.map(({ sequence }) => statementId(sequence));
  await superuser.query('delete from sig.consent_detail where statement_id = any($1::uuid[])', [details]);
  // What a subject's signers are asked is told to whoever speaks for that subject; a world asks about the young person.
  const { youngPersonId } = world.facts;
  if (!decision.rule('consentDetails', youngPersonId).open) await superuser.query('delete from sig.consent_request');
  if (!decision.rule('pendingConsents').open) await superuser.query('delete from sig.pending_consent');
  if (decision.knowsCase || 'personId' in viewer) return;
  for (const table of ['consent_statement', 'block', 'opening', 'protection', 'assignment', 'custody', 'person']) {
    await superuser.query(`delete from sig.${table} where case_id = $1`, [CASE]);
  }
  // Whoever was given a copy is recorded in the case, which must be there for that; and whoever is asked is told its number.
  if (isAsked(viewer) || world.disclosures.some((one) => readsCopy(one, world.facts, viewer, at))) return;
  await superuser.query('delete from sig.case_file where id = $1', [CASE]);
}
