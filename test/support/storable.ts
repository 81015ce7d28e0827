import type { Grant } from '../../src/core/case-facts.js';
import type { InformationCategory } from '../../src/core/information-category.js';
import type { Period } from '../../src/core/period.js';
import type { PieceFacts, PieceKind } from '../../src/core/piece.js';
import { disclosuresOf } from './stored-disclosures.js';
import { id } from './stored-format.js';
import type { StoredWorld } from './stored-format.js';
import { ELSA } from './world-cast.js';
import type { World } from './worlds.js';

const ONLY_CATEGORY: Partial<Record<PieceKind, InformationCategory>> = {
  IDENTITY: 'IDENTITY',
  CONTACT: 'CONTACT',
  PLAN: 'PLAN',
  MEETING: 'MEETING',
  MEETING_PLACE: 'MEETING',
  IMPORTANT_PERSON: 'FAMILY',
  INVITATION: 'MEETING',
  MINUTES: 'MEETING',
  OUTCOME: 'OFFENDING',
};
/** Kinds of which a table takes one row for a holder and category. */
const ONE_ROW: readonly PieceKind[] = ['CONTACT', 'GUARDIAN', 'IDENTITY', 'OUTCOME', 'SITUATION'];
/** Worlds name three categories; with each comes one that only some kinds of piece have. */
const WITH: Partial<Record<InformationCategory, InformationCategory>> = {
  CONTACT: 'IDENTITY',
  OFFENDING: 'FAMILY',
  PLAN: 'MEETING',
};

/** The same world within the checks of the tables: limits in order, one row where only one may be, an identity for Elsa. */
export function storable({ facts, viewers, pieces }: World, identity: PieceFacts): StoredWorld {
  const seen = new Set<string>();
  const kept = [{ ...identity, kind: 'IDENTITY' as const, subjectIds: [ELSA] }, ...pieces]
    .map((piece) => ({ ...piece, category: ONLY_CATEGORY[piece.kind] ?? piece.category }))
    .filter(({ kind, holderId, category }) => {
      const place = ONE_ROW.includes(kind) ? `${kind} ${holderId} ${category}` : '';
      const isNew = place === '' || !seen.has(place);
      seen.add(place);
      return isNew;
    });
  const stored = kept.map((piece, index) => ({ ...piece, id: id(8, index + 1) }));
  return {
    viewers,
    pieces: stored,
    disclosures: disclosuresOf(stored),
    facts: {
      ...facts,
      ledger: facts.ledger.map((said) => ({
        ...said,
        grants: said.grants === null ? null : withRelated(said.grants),
        until: said.until === null ? null : Math.max(said.until, said.appliesFrom + 1),
        dataPeriods:
          said.dataPeriods?.filter(({ from, until }) => from === null || until === null || from < until) ?? null,
      })),
      blocks: facts.blocks.map((block) => ({
        ...block,
        grants: block.grants === null ? null : withRelated(block.grants),
        period: inOrder(block.period),
      })),
      assignments: facts.assignments.map((assignment) => ({ ...assignment, period: inOrder(assignment.period) })),
      protections: facts.protections.map((protection) => ({ ...protection, period: inOrder(protection.period) })),
      custody: facts.custody.map((custody) => ({
        ...custody,
        until: custody.until === null ? null : later(custody.until, custody.from),
        preventedUntil:
          custody.preventedFrom === null || custody.preventedUntil === null
            ? null
            : later(custody.preventedUntil, custody.preventedFrom),
      })),
    },
  };
}

function withRelated(grants: readonly Grant[]): Grant[] {
  return grants.map((grant) => ({
    ...grant,
    categories: grant.categories.flatMap((category) => [category, WITH[category] ?? category]),
  }));
}

function inOrder({ from, until }: Period): Period {
  const start = from ?? 0;
  return { from: start, until: until === null ? null : Math.max(start, until) };
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
