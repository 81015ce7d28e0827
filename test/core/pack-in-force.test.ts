import type { PackVersion } from '../../src/core/case-facts.js';
import { packInForce } from '../../src/core/rules/pack-in-force.js';
import { midnight, UDDEVALLA } from '../support/core-fixtures.js';

const [SPRING, AUTUMN] = [midnight('2026-03-01'), midnight('2026-09-01')];
const from = (validFrom: number, version: number): PackVersion => ({ validFrom, pack: { ...UDDEVALLA, version } });

test.each<[string, PackVersion[], (number | undefined)[]]>([
  ['none', [], [undefined, undefined, undefined, undefined]],
  ['one, from spring', [from(SPRING, 1)], [undefined, 1, 1, 1]],
  ['one from spring and one from autumn', [from(SPRING, 1), from(AUTUMN, 2)], [undefined, 1, 1, 2]],
  ['the same, told in another order', [from(AUTUMN, 2), from(SPRING, 1)], [undefined, 1, 1, 2]],
  ['a later version from an earlier day', [from(SPRING, 2), from(AUTUMN, 1)], [undefined, 2, 2, 1]],
  ['the same, told in another order', [from(AUTUMN, 1), from(SPRING, 2)], [undefined, 2, 2, 1]],
  ['two from the same day: the later version', [from(SPRING, 1), from(SPRING, 2)], [undefined, 2, 2, 2]],
  ['the same, told in another order', [from(SPRING, 2), from(SPRING, 1)], [undefined, 2, 2, 2]],
])('of %s', (_, packs, expected) => {
  const at = [SPRING - 1, SPRING, AUTUMN - 1, AUTUMN];
  expect(at.map((instant) => packInForce(packs, instant)?.version)).toEqual(expected);
});
