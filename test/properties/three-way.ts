import fc from 'fast-check';
import { decide } from '../../src/core/decide.js';
import type { PersonId } from '../../src/core/ids.js';
import type { PieceFacts } from '../../src/core/piece.js';
import type { Viewer } from '../../src/core/viewer.js';
import { KINDS_BY_HAND } from '../support/kinds-by-hand.js';
import { modelReadable } from '../support/reference-model.js';
import { selectedIds } from '../support/selected-ids.js';
import { id, openIn } from '../support/stored-format.js';
import type { StoredVersion, StoredWorld } from '../support/stored-format.js';
import { storedViewers } from '../support/stored-viewers.js';
import { PENDING } from '../support/stored-world.js';
import { momentOf, smallStoredWorlds } from '../support/stored-worlds.js';
import type { WorldStore } from '../support/stored-worlds.js';
import { CASE } from '../support/world-cast.js';

/** How often something was open, and how often closed; a property that never sees one of them proves nothing. */
export interface Seen {
  open: number;
  closed: number;
}

/**
 * P6: core, row-level security and reference model open the same pieces and versions of them; core and row-level security
 * agree on who knows the case, its participants, and who consented to what; and copies that were disclosed are their readers'.
 */
export function threeWayAgreement(
  store: WorldStore,
  seen: Seen,
  { everybody = false } = {},
): fc.IAsyncProperty<[StoredWorld, number, number]> {
  return fc.asyncProperty(smallStoredWorlds, fc.nat(), fc.nat(2), async (world, chance, third) => {
    const { superuser } = store;
    const at = momentOf(world, chance);
    await superuser.query('begin');
    try {
      await store.store(world, at);
      // A third of the viewers each time, unless asked otherwise: a world costs more than a viewer.
      const viewers = storedViewers(world).filter((_, index) => everybody || index % 3 === third);
      for (const { viewer, subjectId } of viewers) {
        const selected = await selectedIds(superuser, subjectId, at);
        const decision = decide(world.facts, viewer, at);
        const differ = (what: object): never => {
          throw new Error(`differ: ${JSON.stringify({ ...what, viewer, at: new Date(at) })}`);
        };
        for (const piece of world.pieces) {
          const says = {
            core: decision.piece(piece).open,
            model: modelReadable(world.facts, viewer, piece, at),
            database: selected.has(piece.id),
          };
          if (says.core !== says.model || says.core !== says.database) differ({ says, piece });
          seen[says.core ? 'open' : 'closed'] += 1;
        }
        const open = { core: openIn(world, decision), model: modelOpenIn(world, viewer, at) };
        for (const version of world.versions) {
          const says = {
            core: open.core.has(version),
            model: open.model.has(version),
            database: selected.has(version.id),
          };
          if (says.core !== says.model || says.core !== says.database) differ({ says, version });
        }
        for (const [copyId, reads] of copiesFor(world, viewer, at)) {
          if (selected.has(copyId) !== reads) differ({ copyId, model: reads });
        }
        for (const [row, open] of frameOf(world, decision)) {
          if (selected.has(row) !== open) differ({ row, core: open });
        }
      }
    } finally {
      await superuser.query('rollback');
    }
  });
}

/** A version is open where it is itself, and where its piece is as well. */
function modelOpenIn({ facts, pieces, versions }: StoredWorld, viewer: Viewer, at: number): ReadonlySet<StoredVersion> {
  const readable = (piece: PieceFacts): boolean => modelReadable(facts, viewer, piece, at);
  const open = new Set(pieces.filter(readable).map((piece) => piece.id));
  return new Set(versions.filter((version) => open.has(version.pieceId) && readable(version)));
}

/** Who reads the copies of what was disclosed: its recipient, and whoever may know of it where it is held. */
function copiesFor({ facts, disclosures }: StoredWorld, viewer: Viewer, at: number): (readonly [string, boolean])[] {
  return disclosures.map(({ fact, copyId, piece }) => {
    const term = 'agencyId' in viewer ? viewer : null;
    const isOwn = term?.agencyId === fact.holderId;
    const knows = isOwn && decide(facts, viewer, at).knowsCase;
    const receives =
      term?.roleTermId === fact.recipientId && (fact.period.from ?? 0) <= at && at < (fact.period.until ?? Infinity);
    const protectedNow = facts.protections.filter(
      ({ personId, period: { from, until } }) =>
        KINDS_BY_HAND[piece.kind]?.tellsPlace === true &&
        piece.subjectIds.includes(personId) &&
        (from === null || from <= at) &&
        (until === null || at < until),
    );
    const handles = protectedNow.every(
      ({ level, handlerIds }) =>
        isOwn && (level === 'CONFIDENTIALITY_MARKING' || handlerIds.some((handler) => handler === term.roleTermId)),
    );
    return [copyId, (knows || receives) && handles] as const;
  });
}

/** Rows that are no pieces, with whether the decision opens them. */
function frameOf({ facts }: StoredWorld, decision: ReturnType<typeof decide>): (readonly [string, boolean])[] {
  const details = (subjectId: PersonId): boolean => decision.rule('consentDetails', subjectId).open;
  return [
    [CASE, decision.knowsCase],
    ...facts.ledger.map(({ sequence, subjectId }) => [id(4, sequence + 10), details(subjectId)] as const),
    [PENDING, decision.rule('pendingConsents', facts.youngPersonId).open] as const,
    ...facts.blocks.map((block) => [block.id, details(block.subjectId)] as const),
    ...facts.assignments.map(
      ({ roleTermId }, index) => [id(3, index + 10), decision.participant(roleTermId).open] as const,
    ),
  ];
}
