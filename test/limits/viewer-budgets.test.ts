import { ViewerBudgets } from '../../src/api/viewer-budgets.js';

const at = (text: string): number => Date.parse(`2026-03-02T${text}Z`);

function budgets(most: number) {
  let now = at('10:00:20');
  const made = new ViewerBudgets(() => now, most);
  return { made, pass: (text: string) => (now = at(text)) };
}

test('a viewer has so much a minute, and a new minute begins with all of it', () => {
  const { made, pass } = budgets(1_000);
  expect(made.standing('anna')).toEqual({ left: 1_000, resetsIn: 40 });
  made.charge('anna', 150); // and 250 for the operation
  expect(made.standing('anna').left).toBe(600);
  made.charge('anna', 5_000);
  expect(made.standing('anna').left).toBe(0);
  expect(made.standing('bo').left).toBe(1_000);
  pass('10:01:00');
  expect(made.standing('anna')).toEqual({ left: 1_000, resetsIn: 60 });
});

test('what is spent elsewhere counts here, of the same minute, and what is told is told once', () => {
  const [here, there] = [budgets(1_000), budgets(1_000)];
  here.made.charge('anna', 500);
  const told = here.made.take(10)!;
  expect(here.made.take(10)).toBeNull();
  there.made.hear(told.minute, told.spent);
  expect(there.made.standing('anna').left).toBe(250);
  // What came from elsewhere is not told on.
  expect(there.made.take(10)).toBeNull();
  there.pass('10:01:10');
  there.made.hear(told.minute, told.spent);
  expect(there.made.standing('anna').left).toBe(1_000);
});
