import type { Grant } from '../../src/core/case-facts.js';
import type { InformationCategory } from '../../src/core/information-category.js';
import type { Period } from '../../src/core/period.js';
import type { PieceFacts, PieceKind } from '../../src/core/piece.js';
import { disclosuresOf } from './stored-disclosures.js';
import { id } from './stored-format.js';
import type { StoredPiece, StoredVersion, StoredWorld } from './stored-format.js';
import { ELSA, LONG_AGO, SOCIAL } from './world-cast.js';
import type { World } from './worlds.js';

/** What the API shows of a kind is of this category alone. */
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
  PROPOSAL_WORDS: 'IDENTITY',
};
type Place = (piece: PieceFacts) => string;
const ofHolder: Place = ({ holderId }) => holderId;
const ofHolderAndCategory: Place = ({ holderId, category }) => `${holderId} ${category}`;
/** Kinds of which there is one row for each of these. */
const ONE_ROW: Partial<Record<PieceKind, Place>> = {
  ...{ CONTACT: ofHolder, GUARDIAN: ofHolder, IDENTITY: ofHolder },
  ...{ OUTCOME: ofHolderAndCategory, SITUATION: ofHolderAndCategory },
  PROPOSAL_WORDS: () => 'the proposal',
};
/** What was proposed of whoever no world says otherwise of. */
const WORDS: PieceFacts = {
  ...{ kind: 'PROPOSAL_WORDS', holderId: SOCIAL, category: 'IDENTITY', subjectIds: [ELSA] },
  ...{ heldBack: false, hiddenFromIds: [], recordedAt: LONG_AGO },
};
const CAUSES = ['CREATED', 'CHANGED', 'HELD_BACK'] as const;
/** Worlds name three categories; with each comes one that only some kinds of piece have. */
const WITH: Partial<Record<InformationCategory, InformationCategory>> = {
  CONTACT: 'IDENTITY',
  OFFENDING: 'FAMILY',
  PLAN: 'MEETING',
};

/**
 * The same world within the checks of the tables: limits in order, one row where only one may be, an identity for Elsa and the
 * words of a proposal. With `shown`, within what the API shows too: a kind that it shows in one category has no other.
 */
export function storable(
  { facts, viewers, pieces, versions }: World,
  identity: PieceFacts,
  { shown }: { readonly shown: boolean },
): StoredWorld {
  const seen = new Set<string>();
  const kept = [{ ...identity, kind: 'IDENTITY' as const, subjectIds: [ELSA] }, ...pieces, WORDS]
    .map((piece) => ({ ...piece, category: (shown ? ONLY_CATEGORY[piece.kind] : undefined) ?? piece.category }))
    .filter((piece) => {
      const place = ONE_ROW[piece.kind]?.(piece);
      const isNew = place === undefined || !seen.has(`${piece.kind} ${place}`);
      seen.add(`${piece.kind} ${place}`);
      return isNew;
    });
  const stored = kept.map((piece, index) => ({ ...piece, id: id(8, index + 1) }));
  return {
    viewers,
    pieces: stored,
    versions: versions.map((version, index) => versionOf(stored, version, index, shown)),
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

/** Of whatever piece; where it matters what the API shows, as often as not of a part of the plan. */
function versionOf(
  stored: readonly StoredPiece[],
  marks: Partial<PieceFacts>,
  index: number,
  shown: boolean,
): StoredVersion {
  const wanted = shown && index % 2 === 0 ? stored.filter(({ kind }) => kind === 'GOAL' || kind === 'ACTION') : [];
  const among = wanted.length > 0 ? wanted : stored;
  const piece = among[(index * 5) % among.length] as StoredPiece;
  const cause = CAUSES[(index >> 1) % 3] as StoredVersion['cause'];
  return { ...piece, ...marks, kind: piece.kind, pieceId: piece.id, id: id(8, 300 + index), cause };
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
