import type { CaseFacts } from '../../src/core/case-facts.js';
import { localDate } from '../../src/core/calendar.js';
import type { Instant } from '../../src/core/period.js';
import { AGES, caseOfRow, EXPIRES, PACKS, SIGNED_AT, TAKEN_BACK } from './decision-table.js';
import type { Age, Row, SignerState } from './decision-table.js';
import {
  block,
  custody,
  elsasCase,
  ELSA,
  JOHAN,
  MARIA,
  midnight,
  noon,
  people,
  piece,
  policeReads,
  refuses,
  SOCIAL,
  UDDEVALLA,
  VELLINGE,
  whoSees,
  withdraws,
  yes,
} from './core-fixtures.js';

export const DECISIONS_DOCUMENT = new URL('../../src/core/DECISIONS.md', import.meta.url);

const DAY = 86_400_000;
const LAST_WORDS: readonly (readonly [SignerState, string])[] = [
  ['yes', 'yes'],
  ['nothing', 'nothing yet'],
  ['no', 'no'],
  ['took back', 'took it back'],
  ['expired', 'yes, but its time is over'],
];
const packs = Object.keys(PACKS).slice(0, 2);

const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const openOr = (open: boolean): string => (open ? '**open**' : 'closed');

/** When everything that a signer does has been done. */
function afterwards(age: Age): Instant {
  return SIGNED_AT[age] + (Math.max(TAKEN_BACK, EXPIRES) + 1) * DAY;
}

/** Sorted pairs of guardians: which of the two says what makes no difference. */
function whoMustSign(): string {
  const body = LAST_WORDS.flatMap(([elsa, elsaSays]) =>
    LAST_WORDS.flatMap(([maria, mariaSays], first) =>
      LAST_WORDS.slice(first).map(([johan, johanSays]) => [
        ...[elsaSays, mariaSays, johanSays],
        ...packs.flatMap((pack) =>
          AGES.map((age) => {
            const row: Row = {
              pack,
              age,
              says: { ELSA: elsa, MARIA: maria, JOHAN: johan },
              custody: 'both',
              block: 'none',
            };
            // Elsa of 14 turns 15 and of 17 turns 18 before everything has been said; here nobody has a birthday.
            return openOr(policeReads(withoutBirthday(caseOfRow(row), age), afterwards(age)));
          }),
        ),
      ]),
    ),
  );
  return table(
    ['Young person', 'One guardian', 'The other', ...packs.flatMap((pack) => AGES.map((age) => `${pack}, ${age}`))],
    body,
  );
}

function withoutBirthday(facts: CaseFacts, age: Age): CaseFacts {
  const born = age === 18 ? '2011-06-10' : '2011-12-10';
  return { ...facts, persons: facts.persons.map((one) => (one.id === ELSA ? { ...one, birthDate: born } : one)) };
}

const SIGNED = noon('2026-03-02');
const allSay = [yes(ELSA, SIGNED), yes(MARIA, SIGNED), yes(JOHAN, SIGNED)];
const TIMES: readonly (readonly [string, CaseFacts, Instant])[] = [
  [
    'Uddevalla: turns 18, all three had said yes',
    elsasCase({ rules: UDDEVALLA, said: allSay }),
    midnight('2029-06-10'),
  ],
  [
    'Uddevalla: turns 18, a guardian had said no, the young person yes',
    elsasCase({ rules: UDDEVALLA, said: [yes(ELSA, SIGNED), yes(MARIA, SIGNED), refuses(JOHAN, SIGNED)] }),
    midnight('2029-06-10'),
  ],
  [
    'Vellinge: turns 15, both guardians had said yes, the young person nothing',
    elsasCase({ rules: VELLINGE, said: allSay.slice(1) }),
    midnight('2026-06-10'),
  ],
  ['Vellinge: turns 15, all three had said yes', elsasCase({ rules: VELLINGE, said: allSay }), midnight('2026-06-10')],
  [
    'a consent until 1 May ends',
    elsasCase({ said: allSay.map((one) => ({ ...one, until: midnight('2026-05-01') })) }),
    midnight('2026-05-01'),
  ],
  [
    'the custody of the guardian who had said no ends',
    elsasCase({
      said: [yes(MARIA, SIGNED), refuses(JOHAN, SIGNED)],
      custody: [custody(MARIA), custody(JOHAN, { until: '2026-05-01' })],
    }),
    midnight('2026-05-01'),
  ],
  [
    'the guardian who had said nothing is recorded as prevented',
    elsasCase({
      said: [yes(MARIA, SIGNED)],
      custody: [custody(MARIA), custody(JOHAN, { preventedFrom: '2026-05-01' })],
    }),
    midnight('2026-05-01'),
  ],
  [
    'a guardian takes the consent back',
    elsasCase({ said: [...allSay, withdraws(MARIA, noon('2026-05-01'))] }),
    noon('2026-05-01'),
  ],
  [
    'a block is set, whatever is consented',
    elsasCase({
      said: allSay,
      blocks: [block({ bySignerId: MARIA, period: { from: noon('2026-05-01'), until: null } })],
    }),
    noon('2026-05-01'),
  ],
];

const WHO: readonly (keyof typeof people)[] = [
  'karin',
  'petra',
  'bo',
  'lars',
  'sara',
  'elsa',
  'maria',
  'johan',
  'stig',
  'ada',
];
const READERS = [
  'the school itself',
  'student health',
  'the police',
  'leisure',
  'the coordinator',
  'the young person',
  'Maria',
  'Johan',
  'steering group',
  'administrator',
];

function whoReads(): string {
  const at = SIGNED + DAY;
  const granted = elsasCase({ rules: VELLINGE, said: allSay });
  const plan = { kind: 'PLAN', category: 'PLAN', holderId: SOCIAL } as const;
  const shown: readonly (readonly [string, CaseFacts, ReturnType<typeof piece>])[] = [
    ['a note of the school, school to police consented', granted, piece()],
    ['the same, nothing consented', elsasCase(), piece()],
    ['the same, consented and held back by the school', granted, piece({ heldBack: true })],
    ['the same, about a sibling too', granted, piece({ subjectIds: [ELSA, 'Nils' as typeof ELSA] })],
    ['the plan of the coordinator’s agency, nothing consented', elsasCase(), piece(plan)],
    ['the plan, kept from Maria', elsasCase(), piece({ ...plan, hiddenFromIds: [MARIA] })],
  ];
  return table(
    ['', ...READERS],
    shown.map(([what, facts, about]) => {
      const names = whoSees(facts, about, at);
      return [what, ...WHO.map((name) => (names.includes(name) ? '**reads**' : '–'))];
    }),
  );
}

/** What the decision answers, in tables that somebody who works with it can check against the leaflets. */
export function decisionsDocument(): string {
  const times = TIMES.map(([what, facts, limit]) => [
    what,
    localDate(limit),
    ...[limit - 1, limit, limit + 1].map((at) => openOr(policeReads(facts, at))),
  ]);
  return `# Decisions

What \`src/core\` answers, made from the code itself by \`npm run decisions\`; a test sees that it still is. All tables are about Elsa, her
guardians Maria and Johan, and whether the police may read what the school knows of her attendance. They are an excerpt: the
test \`test/core/decision-table.test.ts\` compares every combination of rules, age, words of the three, custody and block, just
before, at and just after each limit, with a model that is written separately.

## Who has said what, and what it opens

The last words of each, and the age in years of the young person. In Uddevalla the young person signs at every age, in Vellinge from
15; guardians sign until 18. The young person's own no closes at every age.

${whoMustSign()}

## What time does

A change takes effect at the instant itself, with nobody writing anything; the day begins at midnight in Sweden. Time alone may
close and never opens.

${table(['What happens', 'On', 'Just before', 'At', 'Just after'], times)}

## Who reads

Consented: school to police, attendance. Consent opens one direction between two agencies; what is about several needs all of them.

${whoReads()}
`;
}
