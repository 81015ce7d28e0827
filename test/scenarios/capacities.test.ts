import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const MUNICIPALITIES = ['Uddevalla', 'Vellinge'];
const OFFICES = MUNICIPALITIES.flatMap((municipality) =>
  ['STEERING_MEMBER', 'ADMINISTRATOR'].map((capacity) => [capacity, municipality] as const),
);
const REGISTERS = `{ viewer { municipality { id name code agencies { id name kind parent { id } }
  rulePack { version targetAgeFrom targetAgeThrough youngPersonSignsFromAge guardiansSignUntilAge concernReportGate interventionMonths }
  coordinatorContact { name telephone email switchboard reachedThrough }
  focusAreas { id name promise { text from until } }
  groups { id kind name members { from until professional { id name profession agency { name } } } } } } }`;

const of = (municipality: string): Persona[] =>
  app.personas.filter((persona) => persona.municipality.name === municipality);

it.each(MUNICIPALITIES)('everybody of %s reads the same registers, in whatever capacity', async (municipality) => {
  const answers = await Promise.all(of(municipality).map(({ token }) => app.ask(token, REGISTERS)));
  expect(answers.map(({ errors }) => errors)).toEqual(answers.map(() => undefined));
  expect(new Set(of(municipality).map(({ capacity }) => capacity)).size).toBe(6);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
});

it('nobody reads those of the other municipality', async () => {
  const node = 'query ($id: ID!) { node(id: $id) { id } }';
  const ids = await Promise.all(
    MUNICIPALITIES.map(async (municipality) => {
      const { data } = await app.ask<{ viewer: { municipality: { id: string; agencies: { id: string }[] } } }>(
        of(municipality)[0]!.token,
        '{ viewer { municipality { id agencies { id } } } }',
      );
      return [data.viewer.municipality.id, data.viewer.municipality.agencies[0]!.id];
    }),
  );
  for (const [index, municipality] of MUNICIPALITIES.entries()) {
    for (const capacity of ['ADMINISTRATOR', 'STEERING_MEMBER', 'COORDINATOR', 'GUARDIAN']) {
      const { token } = app.persona({ municipality, capacity });
      const [own, other] = [ids[index]!, ids[1 - index]!];
      for (const id of own) expect((await app.ask(token, node, { id })).data).toEqual({ node: { id } });
      for (const id of other)
        expect((await app.ask(token, node, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  }
});

it.each(OFFICES)('a %s of %s sees no case, however it is asked for', async (capacity, municipality) => {
  const { token } = app.persona({ municipality, capacity });
  const coordinator = app.persona({ municipality, capacity: 'COORDINATOR' });
  interface Known {
    cases: { edges: { node: { id: string; number: string; plan: { id: string } | null } }[] };
  }
  const { data } = await app.ask<Known>(
    coordinator.token,
    '{ cases(first: 50) { edges { node { id number plan { id } } } } }',
  );
  const known = data.cases.edges.map(({ node }) => node);
  const empty = { totalCount: 0, edges: [] };
  const lists = `{ cases { totalCount edges { cursor } } meetings { totalCount edges { cursor } }
    found: cases(search: "${known[0]!.number}") { totalCount edges { cursor } } }`;
  expect((await app.ask(token, lists)).data).toEqual({ cases: empty, meetings: empty, found: empty });
  const ids = [known[0]!.id, ...known.flatMap(({ plan }) => plan?.id ?? [])].slice(0, 4);
  for (const id of ids) {
    const { data: nothing, errors } = await app.ask(token, `{ case(id: "${id}") { number } node(id: "${id}") { id } }`);
    expect(nothing).toEqual({ case: null, node: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  }
});

it.each(OFFICES)('a %s of %s is told who they are and nothing more', async (capacity, municipality) => {
  const persona = app.persona({ municipality, capacity });
  const { data, withheld } = await app.ask(
    persona.token,
    '{ viewer { id name capacity agency { name } municipality { name } } }',
  );
  const agency = persona.agency === null ? null : { name: persona.agency.name };
  const { id, name } = persona;
  expect(data).toEqual({ viewer: { id, name, capacity, agency, municipality: { name: persona.municipality.name } } });
  expect(withheld).toEqual([]);
});
