import { readFile } from 'node:fs/promises';
import { setClock } from '../../src/storage/clock.js';
import { DEMO_DOCUMENT } from '../support/demo-document.js';
import { reasonsFor, sees, startSituations } from '../support/situation.js';
import type { Seen, Situations } from '../support/situation.js';
import { SCENES, TOLD_ELSEWHERE } from './situation-table.js';
import type { Scene } from './situation-table.js';

const DAY = 86_400_000;

let demo: Situations;
beforeAll(async () => {
  demo = await startSituations();
});
afterAll(() => demo.app.stop());

const listed = (text: string): string[] => text.split(', ').filter((each) => each !== '');
const told = SCENES.flatMap((scene) =>
  Object.entries(scene.of).map(
    ([municipality, youngPerson]) => [scene.situations.join(', '), youngPerson, municipality, scene] as const,
  ),
);

describe.each(told)('%s: %s in %s', (_, youngPerson, municipality, { status, lines, seenBy }: Scene) => {
  let seen: ReadonlyMap<string, Seen>;
  beforeAll(async () => {
    seen = await demo.seenByAll(municipality, youngPerson);
  });
  const of = (who: string): Seen => {
    const answer = seen.get(who);
    if (answer === undefined) throw new Error(`Nobody asked as ${who}`);
    return answer;
  };

  it(`counts as ${status} for whoever knows it`, () => {
    const known = [...seen.values()].flatMap(({ data }) => data.case?.status ?? []);
    expect(new Set(known)).toEqual(new Set([status]));
  });

  const titled = lines.map(
    (line) => [`${line[0]} sees ${line[1]}; not ${line[2] ?? ''} (${line[3] ?? ''})`, line] as const,
  );
  it.each(titled)('%s', (_title, [who, shown, hidden = '', reason]) => {
    const answer = of(who);
    expect(listed(shown).filter((thing) => !sees(answer, thing))).toEqual([]);
    expect(listed(hidden).filter((thing) => sees(answer, thing))).toEqual([]);
    const given = listed(hidden).map((thing) => [thing, reasonsFor(answer, thing)]);
    expect(given).toEqual(listed(hidden).map((thing) => [thing, reason === undefined ? [] : [reason]]));
  });

  it.each(Object.entries(seenBy))('“%s” is seen by %s', (thing, by) => {
    const who = [...seen].filter(([, answer]) => sees(answer, thing)).map(([key]) => key);
    expect(who.sort()).toEqual(listed(by).sort());
  });
});

describe.each(['Uddevalla', 'Vellinge'])('custody that ends, in %s', (municipality) => {
  const young = municipality === 'Uddevalla' ? 'Iris Vadstedt' : 'Tilde Fuglsang';

  it('takes the case from the father and leaves the others what they had', async () => {
    const before = await demo.seenByAll(municipality, young);
    await setClock(demo.app.database.login, Date.now() + 10 * DAY);
    const after = await demo.seenByAll(municipality, young);
    await setClock(demo.app.database.login, Date.now());
    const knowing = (seen: typeof before): string[] =>
      [...seen].filter(([, answer]) => sees(answer, 'case')).map(([key]) => key);
    expect(knowing(after)).toEqual(knowing(before).filter((key) => key !== 'father'));
    expect(reasonsFor(after.get('father')!, 'case')).toEqual(['NOT_FOUND']);
    for (const thing of ['attendance', 'plan', 'name']) {
      expect(sees(after.get('policeOfficer')!, thing)).toBe(true);
    }
  });
});

it('tells of every situation that the table of the demo data names, in a case that has it', async () => {
  const rows = (await readFile(DEMO_DOCUMENT, 'utf8'))
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells[1] === 'Uddevalla' || cells[1] === 'Vellinge')
    .map(([, municipality, , youngPerson, , situations = '']) => ({
      municipality,
      youngPerson,
      has: listed(situations),
    }));
  expect(rows.length).toBeGreaterThanOrEqual(32);
  const scenes = new Set(SCENES.flatMap(({ situations }) => situations));
  const untold = rows
    .flatMap(({ has }) => has)
    .filter((situation) => !scenes.has(situation) && !(situation in TOLD_ELSEWHERE));
  expect(untold).toEqual([]);
  for (const [situations, youngPerson, municipality] of told) {
    const row = rows.find((each) => each.municipality === municipality && each.youngPerson === youngPerson);
    expect([youngPerson, listed(situations).filter((each) => !row?.has.includes(each))]).toEqual([youngPerson, []]);
  }
  for (const [file, title] of Object.values(TOLD_ELSEWHERE)) {
    expect(await readFile(new URL(file, import.meta.url), 'utf8')).toContain(title);
  }
});
