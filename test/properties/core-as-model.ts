import fc from 'fast-check';
import { cellsOf } from '../../src/core/cell-sets.js';
import { decide } from '../../src/core/decide.js';
import { openings } from '../../src/core/openings.js';
import { modelOpen, modelOpenFor, modelReadable } from '../support/reference-model.js';
import { AGENCIES, CATEGORIES, ELSA, MOMENTS, NILS } from '../support/world-cast.js';
import { worlds } from '../support/worlds.js';
import type { World } from '../support/worlds.js';

const contains = ({ from, until }: { from: number | null; until: number | null }, t: number): boolean =>
  (from === null || from <= t) && (until === null || t < until);

const keyOf = (...parts: readonly string[]): string => parts.join(' ');

const CELLS = [ELSA, NILS].flatMap((s) =>
  AGENCIES.flatMap((h) => AGENCIES.filter((r) => r !== h).flatMap((r) => CATEGORIES.map((c) => [s, h, r, c] as const))),
);

/** @throws Error naming the first piece about which core and reference model differ, for whichever viewer. */
export function expectSameDecisions({ facts, viewers, pieces }: World, moments: readonly number[]): void {
  for (const viewer of viewers) {
    for (const at of moments) {
      const decision = decide(facts, viewer, at);
      for (const piece of pieces) {
        if (decision.piece(piece).open !== modelReadable(facts, viewer, piece, at)) {
          throw new Error(
            `differs: ${JSON.stringify({ viewer, at: new Date(at), piece, says: decision.piece(piece) })}`,
          );
        }
      }
    }
  }
}

/** The decision about every piece is what the reference model says, for every viewer and moment. */
export function decisionAsModel(): fc.IProperty<[World]> {
  return fc.property(worlds, (world) => expectSameDecisions(world, MOMENTS));
}

/** The same at three moments of each world: less of each, and so more worlds in the same time. */
export function decisionAsModelNow(): fc.IProperty<[World, number[]]> {
  const moments = fc.array(fc.constantFrom(...MOMENTS), { minLength: 3, maxLength: 3 });
  return fc.property(worlds, moments, (world, at) => expectSameDecisions(world, at));
}

/** The openings for the database are the cells of the reference model, before, at and after every boundary. */
export function openingsAsModel(): fc.IProperty<[World, number]> {
  return fc.property(worlds, fc.constantFrom(...MOMENTS), ({ facts }, recordedAt) => {
    const byCell = Map.groupBy(
      openings(facts, -Infinity).flatMap((row) => cellsOf(row).map((cell) => ({ ...row, ...cell }))),
      ({ subjectId, holderId, recipientId, category }) => keyOf(subjectId, holderId, recipientId, category),
    );
    for (const [s, h, r, c] of CELLS) {
      const ofCell = byCell.get(keyOf(s, h, r, c)) ?? [];
      for (const at of MOMENTS) {
        const rows = ofCell.filter((opening) => contains(opening, at));
        const reaches = rows.some(({ data }) => data.some((period) => contains(period, recordedAt)));
        const cell = { s, h, r, c };
        if (
          rows.length !== Number(modelOpen(facts, cell, at)) ||
          reaches !== modelOpenFor(facts, cell, recordedAt, at)
        ) {
          throw new Error(
            `differs: ${JSON.stringify({ cell, at: new Date(at), recordedAt: new Date(recordedAt), rows })}`,
          );
        }
      }
    }
  });
}
