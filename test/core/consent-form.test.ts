import type { AgencyFact } from '../../src/core/case-facts.js';
import { expandForm, normalGrants, overlap } from '../../src/core/consent-form.js';
import type { FormCells } from '../../src/core/consent-form.js';
import type { AgencyId } from '../../src/core/ids.js';
import { INFORMATION_CATEGORIES } from '../../src/core/information-category.js';

const [social, school, police, leisure] = ['social', 'school', 'police', 'leisure'] as AgencyId[] as [
  AgencyId,
  AgencyId,
  AgencyId,
  AgencyId,
];
const AGENCIES: AgencyFact[] = [
  { id: social, kind: 'SOCIAL_SERVICES', parentId: null },
  { id: school, kind: 'SCHOOL', parentId: null },
  { id: police, kind: 'POLICE', parentId: null },
  { id: leisure, kind: 'LEISURE', parentId: null },
];

/** One line per pair: `social>school: LEISURE PLAN`. */
function lines(form: FormCells): string[] | null {
  return (
    expandForm(form, AGENCIES)?.map(({ fromId, toId, categories }) => `${fromId}>${toId}: ${categories.join(' ')}`) ??
    null
  );
}

test.each<[string, FormCells, string[] | null]>([
  ['nothing ticked', {}, null],
  ['empty lists', { talkOpenly: [], grants: [] }, null],
  [
    'two parties',
    { talkOpenly: [social, school], categories: ['PLAN'] },
    ['social>school: PLAN', 'school>social: PLAN'],
  ],
  [
    'three parties are six pairs',
    { talkOpenly: [social, school, police], categories: ['PLAN'] },
    [
      'social>school: PLAN',
      'social>police: PLAN',
      'school>social: PLAN',
      'school>police: PLAN',
      'police>social: PLAN',
      'police>school: PLAN',
    ],
  ],
  ['one cell', { grants: [{ fromId: school, toId: police, categories: ['LEISURE'] }] }, ['school>police: LEISURE']],
  [
    'categories come once, in their fixed order',
    {
      grants: [
        { fromId: school, toId: police, categories: ['PLAN', 'LEISURE', 'PLAN'] },
        { fromId: school, toId: police, categories: ['FAMILY'] },
      ],
    },
    ['school>police: FAMILY LEISURE PLAN'],
  ],
  [
    'an exception strikes out one direction only',
    {
      talkOpenly: [social, police],
      categories: ['PLAN', 'LEISURE'],
      except: [{ fromId: social, toId: police, categories: ['PLAN'] }],
    },
    ['social>police: LEISURE', 'police>social: LEISURE PLAN'],
  ],
  [
    'an exception strikes out single cells too',
    {
      grants: [{ fromId: school, toId: leisure, categories: ['PLAN', 'LEISURE'] }],
      except: [{ fromId: school, toId: leisure, categories: ['LEISURE'] }],
    },
    ['school>leisure: PLAN'],
  ],
  [
    'one party alone talks with nobody',
    { talkOpenly: [social], grants: [{ fromId: school, toId: police, categories: ['PLAN'] }] },
    ['school>police: PLAN'],
  ],
])('%s', (_, form, expected) => {
  expect(lines(form)).toEqual(expected);
});

test('the sentence without categories is about all of them', () => {
  expect(expandForm({ talkOpenly: [social, school] }, AGENCIES)?.[0]?.categories).toEqual(INFORMATION_CATEGORIES);
});

test.each<[string, FormCells, string]>([
  ['an unknown party', { talkOpenly: [social, 'nowhere' as AgencyId] }, 'agencyUnknown'],
  ['an agency with itself', { grants: [{ fromId: social, toId: social, categories: ['PLAN'] }] }, 'agencyWithItself'],
  [
    'an exception about nobody',
    { talkOpenly: [social, school], except: [{ fromId: social, toId: 'nowhere' as AgencyId, categories: ['PLAN'] }] },
    'agencyUnknown',
  ],
  ['nothing left', { talkOpenly: [social], categories: ['PLAN'] }, 'formNamesNothing'],
])('%s is refused', (_, form, reason) => {
  expect(() => expandForm(form, AGENCIES)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', reason }) as Error,
  );
});

test('two lists overlap where one cell is in both', () => {
  const of = (...categories: ('PLAN' | 'LEISURE')[]) =>
    normalGrants([{ fromId: school, toId: police, categories }], AGENCIES);
  expect(overlap(of('PLAN', 'LEISURE'), of('LEISURE'))).toBe(true);
  expect(overlap(of('PLAN'), of('LEISURE'))).toBe(false);
  expect(overlap([...of('PLAN'), { fromId: social, toId: school, categories: ['PLAN'] }], of('PLAN'))).toBe(true);
  expect(overlap(of('PLAN'), [{ fromId: police, toId: school, categories: ['PLAN'] }])).toBe(false);
});
