import type { CaseFacts } from '../../src/core/case-facts.js';
import type { BlockId } from '../../src/core/ids.js';
import { explainCell } from '../../src/core/explain-cell.js';
import { sharing } from '../../src/core/sharing.js';
import { upcoming } from '../../src/core/upcoming.js';
import { whatIf } from '../../src/core/what-if.js';
import { closureReasons } from '../../src/core/closure-reasons.js';
import {
  block,
  custody,
  ELSA,
  elsasCase,
  grant,
  JOHAN,
  MARIA,
  midnight,
  NILS,
  noon,
  POLICE,
  refuses,
  SCHOOL,
  VELLINGE,
  withdraws,
  yes,
} from '../support/core-fixtures.js';

const START = noon('2026-01-10');
const NOW = noon('2026-02-01');
const CELL = { holderId: SCHOOL, recipientId: POLICE, category: 'SCHOOL_ATTENDANCE' } as const;
const ATTENDANCE = [grant(['SCHOOL_ATTENDANCE'])];
const guardiansSayYes = [yes(MARIA, START), yes(JOHAN, START)];

/** One line per instant: what it is for, and whether the cell closes or opens then. */
function linesAhead(facts: CaseFacts): string[] {
  return upcoming(facts, NOW).map(({ at, causes, closes, opens }) => {
    const turn = closes.length > 0 ? ' closes' : opens.length > 0 ? ' opens' : '';
    return `${new Date(at).toISOString().slice(0, 10)} ${causes.join(' ')}${turn}`;
  });
}

describe('what is coming', () => {
  test('the 15th birthday closes what only the guardians opened, and the 18th ends their say', () => {
    expect(linesAhead(elsasCase({ said: guardiansSayYes }))).toEqual([
      '2026-06-09 YOUNG_PERSON_SIGNS closes',
      '2029-06-09 GUARDIANS_SIGN_NO_MORE',
      '2032-06-09 AGES_OUT',
    ]);
  });

  test('a birthday that closes nothing is told all the same', () => {
    const facts = elsasCase({ said: [...guardiansSayYes, yes(ELSA, START)] });
    expect(linesAhead(facts)).toEqual([
      '2026-06-09 YOUNG_PERSON_SIGNS',
      '2029-06-09 GUARDIANS_SIGN_NO_MORE',
      '2032-06-09 AGES_OUT',
    ]);
  });

  test('the first of several expiries closes, the second finds it closed', () => {
    const said = [yes(MARIA, START, { until: noon('2026-03-01') }), yes(JOHAN, START, { until: noon('2026-04-01') })];
    expect(linesAhead(elsasCase({ said })).slice(0, 2)).toEqual([
      '2026-03-01 CONSENT_EXPIRES closes',
      '2026-04-01 CONSENT_EXPIRES',
    ]);
  });

  test('a consent that applies later opens, and so does the end of a block', () => {
    const later = elsasCase({ said: [yes(MARIA, START), yes(JOHAN, noon('2026-03-01'))] });
    expect(linesAhead(later)[0]).toBe('2026-03-01 STATEMENT_APPLIES opens');
    const blocked = elsasCase({
      said: guardiansSayYes,
      blocks: [block({ bySignerId: MARIA, period: { from: START, until: noon('2026-03-01') } })],
    });
    expect(linesAhead(blocked)[0]).toBe('2026-03-01 BLOCK_CHANGES opens');
  });

  test('a custody that ends leaves the other guardian’s yes, and closes nothing', () => {
    const facts = elsasCase({
      said: guardiansSayYes,
      custody: [custody(MARIA), custody(JOHAN, { until: '2026-03-01' })],
    });
    expect(linesAhead(facts)[0]).toBe('2026-02-28 CUSTODY_CHANGES');
  });

  test('the planned end, other rules, and a prevention with its end are told', () => {
    const next = { validFrom: midnight('2026-02-20'), pack: { ...VELLINGE, version: 2 } };
    const facts = elsasCase({
      custody: [custody(MARIA), custody(JOHAN, { preventedFrom: '2026-03-01', preventedUntil: '2026-04-01' })],
    });
    const packs = [...facts.packs, next];
    const told = upcoming({ ...facts, packs }, NOW, '2026-05-01').map(({ at, causes }) => [at, ...causes]);
    expect(told.slice(0, 4)).toEqual([
      [next.validFrom, 'RULES_CHANGE'],
      [midnight('2026-03-01'), 'CUSTODY_CHANGES'],
      [midnight('2026-04-01'), 'CUSTODY_CHANGES'],
      [midnight('2026-05-01'), 'PLANNED_END'],
    ]);
  });

  test('what happens at this instant is not ahead, nor is what concerns a brother, nor the end of a no', () => {
    const until = noon('2026-03-01');
    const facts = elsasCase({
      said: [
        ...[yes(MARIA, NOW), yes(JOHAN, NOW)],
        yes(MARIA, until, { subjectId: NILS, until: until + 1 }),
        refuses(ELSA, START, { until, grants: [grant(['PLAN'])] }),
      ],
      blocks: [block({ subjectId: NILS, period: { from: until, until: null } })],
    });
    expect(linesAhead(facts)).toEqual([
      '2026-06-09 YOUNG_PERSON_SIGNS closes',
      '2029-06-09 GUARDIANS_SIGN_NO_MORE',
      '2032-06-09 AGES_OUT',
    ]);
  });

  test('before there are any rules, the first of them; about whom the case knows as a guardian, nothing', () => {
    const early = midnight('1999-12-01');
    const [first] = upcoming(elsasCase({ custody: [] }), early);
    expect(first).toEqual({ at: midnight('2000-01-01'), causes: ['RULES_CHANGE'], closes: [], opens: [] });
    expect(upcoming({ ...elsasCase({ said: guardiansSayYes }), youngPersonId: MARIA }, NOW)).toEqual([]);
  });

  test('every instant at which a cell really turns is told, and none at which it does not', () => {
    const facts = elsasCase({
      said: [yes(MARIA, START, { until: noon('2026-05-01') }), yes(JOHAN, START), yes(MARIA, noon('2026-05-20'))],
    });
    const isOpen = (at: number): boolean => sharing(facts, at).some(({ open }) => open);
    for (const { at, closes, opens } of upcoming(facts, NOW)) {
      expect([closes.length > 0, opens.length > 0]).toEqual([
        isOpen(at - 1) && !isOpen(at),
        !isOpen(at - 1) && isOpen(at),
      ]);
    }
  });
});

describe('why a cell is closed', () => {
  test.each<[string, CaseFacts, readonly string[]]>([
    ['nothing, when it is open', elsasCase({ said: guardiansSayYes }), []],
    ['a missing signature', elsasCase({ said: [yes(MARIA, START)] }), ['SIGNATURE_MISSING']],
    ['a refusal', elsasCase({ said: [yes(MARIA, START), refuses(JOHAN, START)] }), ['SIGNER_REFUSED']],
    ['a withdrawal', elsasCase({ said: [...guardiansSayYes, withdraws(JOHAN, START + 1)] }), ['SIGNER_WITHDREW']],
    [
      'an expiry',
      elsasCase({ said: [yes(MARIA, START), yes(JOHAN, START, { until: START + 1 })] }),
      ['CONSENT_EXPIRED'],
    ],
    [
      'her own no, though she need not sign',
      elsasCase({ said: [...guardiansSayYes, refuses(ELSA, START)] }),
      ['SUBJECT_SAYS_NO'],
    ],
    ['a block', elsasCase({ said: guardiansSayYes, blocks: [block({ bySignerId: MARIA })] }), ['BLOCKED']],
    ['nobody who can sign', elsasCase({ said: guardiansSayYes, custody: [] }), ['NOBODY_CAN_SIGN']],
  ])('%s', (_, facts, expected) => {
    expect(closureReasons(explainCell(facts, ELSA, CELL, NOW))).toEqual(expected);
  });

  test('after the birthday it waits for her', () => {
    const facts = elsasCase({ said: [yes(MARIA, START), refuses(JOHAN, START)], born: '2008-06-10' });
    const later = midnight('2026-06-10');
    expect(closureReasons(explainCell(facts, ELSA, CELL, later))).toContain('WAITS_FOR_NEW_STATEMENT');
  });
});

describe('what if', () => {
  const facts = elsasCase({ said: guardiansSayYes });

  test('a guardian withdraws: the cell closes and the facts are as they were', () => {
    const before = JSON.stringify(facts);
    const result = whatIf(facts, [{ kind: 'STATEMENT', signerId: JOHAN, decision: 'WITHDRAWN', grants: null }], NOW);
    expect([result.closes, result.opens]).toEqual([ATTENDANCE, []]);
    expect(JSON.stringify(facts)).toBe(before);
  });

  test('the missing signature comes: the cell opens', () => {
    const result = whatIf(
      elsasCase({ said: [yes(MARIA, START)] }),
      [{ kind: 'STATEMENT', signerId: JOHAN, decision: 'GRANTED', grants: ATTENDANCE }],
      NOW,
    );
    expect([result.closes, result.opens]).toEqual([[], ATTENDANCE]);
  });

  test('a block closes, its end opens, and time alone closes without anybody', () => {
    expect(whatIf(facts, [{ kind: 'BLOCK', grants: null }], NOW).closes).toEqual(ATTENDANCE);
    const blocked = elsasCase({ said: guardiansSayYes, blocks: [block({ bySignerId: MARIA })] });
    expect(whatIf(blocked, [{ kind: 'LIFT', blockId: 'block' as BlockId }], NOW).opens).toEqual(ATTENDANCE);
    expect(whatIf(facts, [], NOW, midnight('2026-06-10')).closes).toEqual(ATTENDANCE);
    const other = block({ id: 'other' as BlockId, bySignerId: JOHAN });
    const twice = elsasCase({ said: guardiansSayYes, blocks: [other, block({ bySignerId: MARIA })] });
    expect(whatIf(twice, [{ kind: 'LIFT', blockId: 'block' as BlockId }], NOW).opens).toEqual([]);
  });
});
