import type { AgencyFact, Grant } from '../../src/core/case-facts.js';
import { expandForm, normalGrants, overlap } from '../../src/core/consent-form.js';
import type { FormCells } from '../../src/core/consent-form.js';
import { pairsOf } from '../../src/core/grant-pairs.js';
import type { AgencyId } from '../../src/core/ids.js';
import { INFORMATION_CATEGORIES } from '../../src/core/information-category.js';
import type { InformationCategory } from '../../src/core/information-category.js';

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

const pair = (fromId: AgencyId, toId: AgencyId, categories: readonly InformationCategory[]): Grant => ({
  fromIds: [fromId],
  toIds: [toId],
  categories,
});
const asPairs = (grants: readonly Grant[] | null) => (grants === null ? null : pairsOf(grants));

/** One line per pair: `social>school: LEISURE PLAN`. */
function lines(form: FormCells): string[] | null {
  return (
    asPairs(expandForm(form, AGENCIES))?.map(
      ({ fromId, toId, categories }) => `${fromId}>${toId}: ${categories.join(' ')}`,
    ) ?? null
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
  ['one cell', { grants: [pair(school, police, ['LEISURE'])] }, ['school>police: LEISURE']],
  [
    'categories come once, in their fixed order',
    {
      grants: [pair(school, police, ['PLAN', 'LEISURE', 'PLAN']), pair(school, police, ['FAMILY'])],
    },
    ['school>police: FAMILY LEISURE PLAN'],
  ],
  [
    'an exception strikes out one direction only',
    {
      talkOpenly: [social, police],
      categories: ['PLAN', 'LEISURE'],
      except: [pair(social, police, ['PLAN'])],
    },
    ['social>police: LEISURE', 'police>social: LEISURE PLAN'],
  ],
  [
    'an exception strikes out single cells too',
    {
      grants: [pair(school, leisure, ['PLAN', 'LEISURE'])],
      except: [pair(school, leisure, ['LEISURE'])],
    },
    ['school>leisure: PLAN'],
  ],
  [
    'one party alone talks with nobody',
    { talkOpenly: [social], grants: [pair(school, police, ['PLAN'])] },
    ['school>police: PLAN'],
  ],
])('%s', (_, form, expected) => {
  expect(lines(form)).toEqual(expected);
});

test('the sentence is one set, and an exception needs a few', () => {
  const openly = { talkOpenly: [police, social, school], categories: ['PLAN', 'LEISURE'] as const };
  const among = [social, school, police];
  expect(expandForm(openly, AGENCIES)).toEqual([{ fromIds: among, toIds: among, categories: ['LEISURE', 'PLAN'] }]);
  expect(expandForm({ ...openly, except: [pair(school, police, ['PLAN'])] }, AGENCIES)).toHaveLength(4);
});

test('the sentence without categories is about all of them', () => {
  expect(expandForm({ talkOpenly: [social, school] }, AGENCIES)?.[0]?.categories).toEqual(INFORMATION_CATEGORIES);
});

test.each<[string, FormCells, string]>([
  ['an unknown party', { talkOpenly: [social, 'nowhere' as AgencyId] }, 'agencyUnknown'],
  ['an agency with itself', { grants: [pair(social, social, ['PLAN'])] }, 'agencyWithItself'],
  [
    'an exception about nobody',
    { talkOpenly: [social, school], except: [pair(social, 'nowhere' as AgencyId, ['PLAN'])] },
    'agencyUnknown',
  ],
  ['nothing left', { talkOpenly: [social], categories: ['PLAN'] }, 'formNamesNothing'],
])('%s is refused', (_, form, reason) => {
  expect(() => expandForm(form, AGENCIES)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', reason }) as Error,
  );
});

test('two lists overlap where one cell is in both', () => {
  const of = (...categories: ('PLAN' | 'LEISURE')[]) => normalGrants([pair(school, police, categories)], AGENCIES);
  expect(overlap(of('PLAN', 'LEISURE'), of('LEISURE'))).toBe(true);
  expect(overlap(of('PLAN'), of('LEISURE'))).toBe(false);
  expect(overlap([...of('PLAN'), pair(social, school, ['PLAN'])], of('PLAN'))).toBe(true);
  expect(overlap(of('PLAN'), [pair(police, school, ['PLAN'])])).toBe(false);
});
