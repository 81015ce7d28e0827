import type { BlockFact, CaseFacts, Statement } from './case-facts.js';
import type { Cell } from './cell.js';
import type { PersonId } from './ids.js';
import type { Instant } from './period.js';
import { covers } from './rules/block.js';
import { concerns } from './rules/last-statement.js';
import { packInForce } from './rules/pack-in-force.js';
import { requiredSigners } from './rules/required-signers.js';
import { instantsOfActs, instantsOfRules, instantsOfTime, subjectOf } from './subject.js';

/** From `from` on, until the next step, these must sign. */
export interface SignerStep {
  readonly from: Instant;
  readonly signers: readonly PersonId[];
  /** A birthday, the end of a custody or new rules made the change, so that it cannot open what was closed. */
  readonly byTimeAlone: boolean;
}

/** All that was ever said about one subject, or about one cell of it, and who had to say it when. */
export interface ConsentHistory {
  readonly subjectId: PersonId;
  readonly steps: readonly SignerStep[];
  readonly statements: readonly Statement[];
  readonly blocks: readonly BlockFact[];
}

/**
 * `null` for a guardian, about whom nothing opens by consent.
 *
 * @throws MissingFactError as {@link subjectOf} does.
 */
export function consentHistory(facts: CaseFacts, subjectId: PersonId): ConsentHistory | null {
  const subject = subjectOf(facts, subjectId);
  if (subject === null) return null;
  const time = new Set(instantsOfTime(subject));
  const rules = new Set(instantsOfRules(subject));
  const instants = [...new Set([...time, ...rules, ...instantsOfActs(subject)])].sort((a, b) => a - b);
  const steps: SignerStep[] = [];
  for (const from of instants) {
    const signers = requiredSigners(subject, from);
    const changed = !sameMembers(signers, steps.at(-1)?.signers ?? []);
    // Rules count like time alone, whatever they say of time: nobody's no ends by a decision of the municipality.
    const isTime = rules.has(from) || (time.has(from) && packInForce(subject.packs, from)?.timeMayOpen === false);
    steps.push({ from, signers, byTimeAlone: changed && isTime });
  }
  return {
    subjectId,
    steps,
    statements: facts.ledger.filter((statement) => statement.subjectId === subjectId),
    blocks: facts.blocks.filter((block) => block.subjectId === subjectId),
  };
}

/**
 * What tells cells apart: a text that is the same for two cells that the same statements and blocks name. Most
 * statements of a case name the same cells in the same words, so that few lists of cells are looked through, and not
 * every statement.
 */
export function namedAlike({ statements, blocks }: ConsentHistory): (cell: Cell) => string {
  const said = firstOfEach(statements, ({ decision, grants }) => JSON.stringify([decision === 'GRANTED', grants]));
  const blocked = firstOfEach(blocks, ({ byHolderId, grants }) => JSON.stringify([byHolderId, grants]));
  return (cell) =>
    [...said.map((statement) => concerns(statement, cell)), ...blocked.map((block) => covers(block, cell))]
      .map(Number)
      .join('');
}

/** The part of the history that is about one cell. */
export function aboutCell(history: ConsentHistory, cell: Cell): ConsentHistory {
  return {
    ...history,
    statements: history.statements.filter((statement) => concerns(statement, cell)),
    blocks: history.blocks.filter((block) => covers(block, cell)),
  };
}

function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...Map.groupBy(items, keyOf).values()].flatMap((alike) => alike.slice(0, 1));
}

function sameMembers(a: readonly PersonId[], b: readonly PersonId[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
