import { Backlog } from '../../src/changes/backlog.js';
import type { Batch } from '../../src/changes/backlog.js';
import type { SequencedChange } from '../../src/changes/change-log.js';
import { ALL_FRAMES_SENT } from '../../src/changes/cursor-state.js';
import type { CaseId } from '../../src/core/ids.js';

const [A, B] = ['a', 'b'] as [CaseId, CaseId];
const changed = (position: number, caseId = A, kind: SequencedChange['kind'] = 'ACTION_CHANGED'): SequencedChange => ({
  ...{ position, caseId, kind, ids: [`id ${position}`] },
});

/** A backlog of a stream that stands somewhere, with what it missed in pages of two and what came live. */
function backlogOf(options: {
  readonly at?: number;
  readonly partly?: { readonly to: number; readonly index: number };
  readonly missed?: readonly SequencedChange[];
  readonly live?: SequencedChange[];
}): Backlog {
  const { at = 0, partly, missed = [], live = [] } = options;
  return new Backlog({
    start: { from: at, position: partly?.to ?? at, index: partly?.index ?? ALL_FRAMES_SENT },
    missed: (after) => {
      const page = missed.filter(({ position }) => position > after).slice(0, 2);
      return Promise.resolve({ page, isFull: page.length === 2 });
    },
    live: { peek: () => live[0], take: () => live.shift() },
    isFollowed: ({ kind }) => kind !== 'MEETING_CHANGED',
  });
}
const placesOf = (batch: Batch | undefined): number[] | undefined => batch?.changes.map(({ position }) => position);

test('everything that waits for a case is one batch, each change of it once', async () => {
  const live = [changed(3), changed(4), changed(5, A, 'MEETING_CHANGED'), changed(6)];
  const backlog = backlogOf({ missed: [changed(3)], live });
  expect(placesOf(await backlog.next())).toEqual([3, 4, 6]);
  expect(await backlog.next()).toBeUndefined();
  expect(backlog.position).toBe(6);
});

test('what comes until its turn joins a batch', async () => {
  const live = [changed(1)];
  const backlog = backlogOf({ live });
  const batch = await backlog.next();
  live.push(changed(2), changed(3));
  backlog.extend(batch!);
  expect(placesOf(batch)).toEqual([1, 2, 3]);
  expect(await backlog.next()).toBeUndefined();
});

test('a stream over several cases keeps their order: behind a cursor, nothing is left untold', async () => {
  const backlog = backlogOf({ live: [changed(1), changed(2), changed(3, B), changed(4)] });
  expect([await backlog.next(), await backlog.next(), await backlog.next()].map(placesOf)).toEqual([[1, 2], [3], [4]]);
});

test('an assignment is told by itself', async () => {
  const backlog = backlogOf({ live: [changed(1), changed(2, A, 'ASSIGNMENT_CHANGED'), changed(3)] });
  expect([await backlog.next(), await backlog.next(), await backlog.next()].map(placesOf)).toEqual([[1], [2], [3]]);
});

test('of whom frames of a batch had come to, the same batch is made up again, and nothing joins it', async () => {
  const live = [changed(7)];
  const backlog = backlogOf({ at: 2, partly: { to: 5, index: 1 }, missed: [changed(4), changed(5), changed(6)], live });
  const batch = await backlog.next();
  backlog.extend(batch!);
  expect([placesOf(batch), batch?.alreadyTold, batch?.from]).toEqual([[4, 5], 2, 2]);
  const next = await backlog.next();
  expect([placesOf(next), next?.alreadyTold, next?.from]).toEqual([[6, 7], 0, 5]);
});

test('pages in which nothing concerns the stream are passed over', async () => {
  const missed = [1, 2, 3, 4].map((position) => changed(position, A, 'MEETING_CHANGED'));
  const backlog = backlogOf({ missed: [...missed, changed(5)] });
  expect(placesOf(await backlog.next())).toEqual([5]);
});
