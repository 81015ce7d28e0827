import { ViewerTurns } from '../../src/api/viewer-turns.js';

const settled = async (waiting: Promise<unknown>): Promise<boolean> => {
  const no = Symbol('no');
  return (await Promise.race([waiting, Promise.resolve(no)])) !== no;
};

test('four of a viewer run at once, the fifth begins when one is over, and nobody else waits for it', async () => {
  const turns = new ViewerTurns(60);
  const leave = await Promise.all(Array.from({ length: 4 }, () => turns.enter('anna')));
  const fifth = turns.enter('anna');
  expect(await settled(fifth)).toBe(false);
  await turns.enter('bo');
  leave[0]!();
  leave[0]!(); // twice is once
  await fifth;
  expect(await settled(turns.enter('anna'))).toBe(false);
});

test('who has sixty waiting is refused, and is let in again when some are over', async () => {
  const turns = new ViewerTurns(60);
  const running = await Promise.all(Array.from({ length: 4 }, () => turns.enter('anna')));
  const waiting = Array.from({ length: 60 }, () => turns.enter('anna'));
  await expect(turns.enter('anna')).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED', reason: 'tooManyAtOnce' });
  running[0]!();
  const first = await waiting[0]!;
  const next = turns.enter('anna');
  first();
  expect(await settled(next)).toBe(false);
});
