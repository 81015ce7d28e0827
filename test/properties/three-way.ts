import fc from 'fast-check';
import { decide } from '../../src/core/decide.js';
import { modelReadable } from '../support/reference-model.js';
import { selectedIds } from '../support/selected-ids.js';
import { id } from '../support/stored-format.js';
import type { StoredWorld } from '../support/stored-format.js';
import { storedViewers } from '../support/stored-errands.js';
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
 * P6: core, row-level security and reference model open the same pieces; and core and row-level security agree on who
 * knows the case, its participants, and who consented to what.
 */
export function threeWayAgreement(store: WorldStore, seen: Seen): fc.IAsyncProperty<[StoredWorld, number, number]> {
  return fc.asyncProperty(smallStoredWorlds, fc.nat(), fc.nat(2), async (world, chance, third) => {
    const { superuser } = store;
    const at = momentOf(world, chance);
    await superuser.query('begin');
    try {
      await store.store(world, at);
      // A third of the viewers each time: a world costs more than a viewer.
      for (const { viewer, subjectId } of storedViewers(world).filter((_, index) => index % 3 === third)) {
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
        for (const [row, open] of frameOf(world, decision)) {
          if (selected.has(row) !== open) differ({ row, core: open });
        }
      }
    } finally {
      await superuser.query('rollback');
    }
  });
}

/** Rows that are no pieces, with whether the decision opens them. */
function frameOf({ facts }: StoredWorld, decision: ReturnType<typeof decide>): (readonly [string, boolean])[] {
  const details = decision.rule('consentDetails').open;
  return [
    [CASE, decision.knowsCase],
    ...facts.ledger.map(({ sequence }) => [id(4, sequence + 10), details] as const),
    [PENDING, decision.rule('pendingConsents').open] as const,
    ...facts.blocks.map((block) => [block.id, details] as const),
    ...facts.assignments.map(
      ({ roleTermId }, index) => [id(3, index + 10), decision.participant(roleTermId).open] as const,
    ),
  ];
}
