import { readFile } from 'node:fs/promises';
import { openingsByCell } from '../../src/core/cell-timeline.js';
import { consentHistory } from '../../src/core/consent-history.js';
import { decide } from '../../src/core/decide.js';
import { contains } from '../../src/core/period.js';
import type { PieceFacts } from '../../src/core/piece.js';
import { caseOfRow, limitsOf, rows } from '../support/decision-table.js';
import { DECISIONS_DOCUMENT, decisionsDocument } from '../support/decisions-document.js';
import { ELSA, MARIA, people, piece, POLICE, SCHOOL, SOCIAL } from '../support/core-fixtures.js';
import type { Name } from '../support/core-fixtures.js';
import { modelOpen, modelReadable } from '../support/reference-model.js';

const CELL = { holderId: SCHOOL, recipientId: POLICE, category: 'SCHOOL_ATTENDANCE' } as const;
/** Just before, at and just after: times are whole milliseconds. */
const around = (limit: number): readonly number[] => [limit - 1, limit, limit + 1];

const PIECES: Readonly<Record<string, PieceFacts>> = {
  note: piece(),
  'note held back': piece({ heldBack: true }),
  'note kept from Maria': piece({ hiddenFromIds: [MARIA] }),
  'plan of the coordinator': piece({ kind: 'PLAN', category: 'PLAN', holderId: SOCIAL }),
  'plan kept from Maria': piece({ kind: 'PLAN', category: 'PLAN', holderId: SOCIAL, hiddenFromIds: [MARIA] }),
  'plan held back': piece({ kind: 'PLAN', category: 'PLAN', holderId: SOCIAL, heldBack: true }),
};

it('every pack, age, signer, custody and block, before, at and after each limit, is as the reference model says', () => {
  let [cases, decisions, open] = [0, 0, 0];
  const astray: string[] = [];
  for (const row of rows()) {
    cases += 1;
    const facts = caseOfRow(row);
    const openings = openingsByCell(consentHistory(facts, ELSA)!)(CELL);
    for (const at of limitsOf(row).flatMap(around)) {
      const answer = openings.some((opening) => contains(opening, at));
      decisions += 1;
      if (answer) open += 1;
      if (answer !== modelOpen(facts, { s: ELSA, h: SCHOOL, r: POLICE, c: 'SCHOOL_ATTENDANCE' }, at)) {
        astray.push(`${JSON.stringify(row)} at ${new Date(at).toISOString()}: ${answer ? 'open' : 'closed'}`);
      }
    }
  }
  process.stdout.write(`decision table: ${cases} cases, ${decisions} decisions, ${open} of them open\n`);
  expect(astray.slice(0, 5)).toEqual([]);
  // Neither answer is the easy one.
  expect(open).toBeGreaterThan(decisions / 50);
  expect(open).toBeLessThan(decisions / 2);
  expect(cases).toBe(3 * 3 * 5 ** 3 * 3 * 4);
});

it('and of everybody who might ask, for what is held, held back and kept from one guardian', () => {
  let decisions = 0;
  const astray: string[] = [];
  for (const row of rows()) {
    // Whoever asks, the cell is open or closed: the states that make it so are in the table above.
    const { ELSA: elsa, MARIA: maria, JOHAN: johan } = row.says;
    if (elsa !== 'yes' || maria !== 'yes' || !['yes', 'took back'].includes(johan)) continue;
    const facts = caseOfRow(row);
    for (const at of limitsOf(row).flatMap(around))
      for (const [name, viewer] of Object.entries(people) as [Name, (typeof people)[Name]][]) {
        const decision = decide(facts, viewer, at);
        for (const [what, about] of Object.entries(PIECES)) {
          decisions += 1;
          if (decision.piece(about).open !== modelReadable(facts, viewer, about, at))
            astray.push(`${name}, ${what}: ${JSON.stringify(row)} at ${new Date(at).toISOString()}`);
        }
      }
  }
  process.stdout.write(`decision table, by who asks: ${decisions} decisions\n`);
  expect(astray.slice(0, 5)).toEqual([]);
  expect(decisions).toBeGreaterThan(10_000);
});

it('the tables in the documentation are what the decision answers (npm run decisions writes them)', async () => {
  expect(await readFile(DECISIONS_DOCUMENT, 'utf8')).toBe(decisionsDocument());
});
