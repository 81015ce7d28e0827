import { hiddenFromEveryEntry } from '../../src/core/rules/access-log-visibility.js';
import type { PersonId } from '../../src/core/ids.js';

const ids = (...names: string[]): PersonId[] => names as PersonId[];

test.each([
  ['nothing was shown', [], []],
  ['one note, kept from nobody', [ids()], []],
  ['one note, kept from Johan', [ids('Johan')], ['Johan']],
  ['two notes, both kept from Johan', [ids('Johan'), ids('Maria', 'Johan')], ['Johan']],
  ['two notes, one of them kept from Johan', [ids('Johan'), ids()], []],
  ['two notes, each kept from another guardian', [ids('Johan'), ids('Maria')], []],
])('%s', (_, pieces, kept) => {
  expect(hiddenFromEveryEntry(pieces)).toEqual(kept);
});
