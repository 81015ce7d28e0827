import { createHash, randomUUID } from 'node:crypto';
import { localDate, midnightOf } from '../../src/core/calendar.js';
import { termOf } from '../../src/core/steering-term.js';
import { setClock } from '../../src/storage/clock.js';
import { openPools } from '../../src/storage/pools.js';
import type { Pools } from '../../src/storage/pools.js';
import { asOwner, inTransaction, viewing } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { cameBy, moreCases, weeklyMeetings } from '../support/reported-cases.js';
import { refusalOf } from '../support/refusals.js';

const DAY = 86_400_000;
/** The term in which most of the demo lies, which is of the months before today. */
const TERM = termOf(localDate(Date.now() - 60 * DAY));
const BEFORE = termOf(localDate(midnightOf(TERM.from) - DAY));
const AFTER = Math.max(Date.now(), midnightOf(TERM.through) + 3 * DAY);
const PROMISED = [{ party: 'POLICE', text: '=Fotpatrull, "på" <fredagskvällar>', kept: true }];

interface Table {
  name: string;
  rows: { party: string | null; text: string | null; cells: { of: string; count: number | null }[] }[];
}
interface Report {
  id: string;
  from: string;
  through: string;
  tables: Table[];
}
interface Told {
  steeringReports: Report[] | null;
  publicReports: Report[];
}
const FIELDS = '{ id from through tables { name unit rows { party text cells { of count } } } }';

let app: TestApp;
let pools: Pools;
const one = (municipality: string, capacity: string): Persona => app.persona({ municipality, capacity });
beforeAll(async () => {
  app = await startTestApp();
  pools = openPools(app.database.login, { max: 2 });
  await setClock(app.database.login, AFTER);
});
afterAll(async () => {
  await pools.end();
  await app.stop();
});

function publish(
  { token }: Persona,
  termFrom: string,
  more: object = {},
): Promise<Answer<{ publishSteeringReport: Report | null }>> {
  const input = { requestId: randomUUID(), termFrom, withPublicPart: false, undertakings: [], ...more };
  const mutation = 'mutation ($input: PublishSteeringReportInput!)';
  return app.ask(token, `${mutation} { publishSteeringReport(input: $input) ${FIELDS} }`, { input });
}
async function toldTo({ token }: Persona): Promise<Told> {
  const query = `{ viewer { municipality { steeringReports ${FIELDS} publicReports ${FIELDS} } } }`;
  return (await app.ask<{ viewer: { municipality: Told } }>(token, query)).data.viewer.municipality;
}
const cellsOf = (report: Report, name: string, party: string | null = null): object =>
  Object.fromEntries(
    report.tables
      .find((table) => table.name === name)!
      .rows.find((row) => row.party === party)!
      .cells.map(({ of, count }) => [of, count]),
  );
const owner = <Row extends object>(sql: string, values: unknown[]): Promise<Row[]> =>
  asOwner(app.database.login, async (client) => (await client.query<Row>(sql, values)).rows);

/** The cases of which it is recorded that the young person is at home in the one area. */
let inArea: readonly string[] = [];

/** Those of them that ended with an effect reached. */
const reached: string[] = [];

describe('where the young person is at home', () => {
  type Young = { id: string; areaId: string | null; address: string | null };
  type Listed = { cases: { edges: { node: { id: string; status: string; youngPerson: Young } }[] } };
  const LISTED = '{ cases(first: 100) { edges { node { id status youngPerson { id areaId address } } } } }';
  const record = ({ token }: Persona, caseId: string, areaId: string | null): Promise<Answer<{ recordArea: Young }>> =>
    app.ask(token, 'mutation ($input: RecordAreaInput!) { recordArea(input: $input) { id areaId } }', {
      input: { requestId: randomUUID(), caseId, areaId },
    });
  const casesOf = async ({ token }: Persona): Promise<Listed['cases']['edges'][number]['node'][]> =>
    (await app.ask<Listed>(token, LISTED)).data.cases.edges.map(({ node }) => node);

  it('is recorded by the coordinator, read as the address is, and told of many alone', async () => {
    const coordinator = one('Uddevalla', 'COORDINATOR');
    const home = coordinator.municipality.id;
    const areas = await owner<{ id: string }>('select id from focus_area where municipality_id = $1 order by name', [
      home,
    ]);
    const [area, ...others] = areas.map(({ id }) => id);
    await owner('delete from focus_area where id = any($1)', [others]);
    const open = (await casesOf(coordinator)).filter(({ status }) => ['ACTIVE', 'PAUSED'].includes(status));
    const answers: string[] = [];
    for (const { id } of open) answers.push(refusalOf(await record(coordinator, id, area!)));
    const recorded = open.flatMap(({ id }, index) => (answers[index] === '' ? [id] : []));
    expect(recorded.length).toBeGreaterThan(9);
    // Under protected registration it is for the handlers alone.
    expect(new Set(answers)).toEqual(new Set(['', 'FORBIDDEN areaProtected']));
    for (const unknown of [randomUUID(), others[0]!])
      expect(refusalOf(await record(coordinator, recorded[0]!, unknown))).toBe('NOT_FOUND nodeNotFound');
    const alva = app.persona({ municipality: 'Uddevalla', name: 'Alva' });
    expect((await casesOf(alva)).map(({ youngPerson }) => youngPerson.areaId)).toEqual([area]);
    const police = await casesOf(app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' }));
    expect(police.filter(({ youngPerson: { areaId, address } }) => areaId !== null && address === null)).toEqual([]);
    inArea = recorded;
  });
});

it('the effects of many who ended are told, before and after', async () => {
  const { token, municipality } = one('Uddevalla', 'COORDINATOR');
  const record = (caseId: string): Promise<Answer<object>> => {
    const levels = { before: 'NOT_MET', after: 'PARTLY_MET', category: 'EMPLOYMENT' };
    const input = { requestId: randomUUID(), caseId, expectedVersion: 0, ...levels };
    return app.ask(token, 'mutation ($input: RecordOutcomeInput!) { recordOutcome(input: $input) { version } }', {
      input,
    });
  };
  for (const id of inArea) if ((await record(id)).errors === undefined) reached.push(id);
  expect(reached.length).toBeGreaterThan(9);
  await owner(
    `update case_file set status = 'ACTIVE', closed_on = null, closing_reason = null where municipality_id = $1 and status = 'CLOSED'`,
    [municipality.id],
  );
  await owner('update case_file set started_on = $2 where municipality_id = $1 and started_on is not null', [
    municipality.id,
    TERM.from,
  ]);
  const others = await moreCases(app, municipality.id, TERM.from, 40);
  await weeklyMeetings(app, others[0]!, TERM.from, 13);
  await owner(
    `update case_file set status = 'CLOSED', closed_on = $2, closing_reason = 'PERIOD_OVER' where id = any($1)`,
    [[...reached, ...others.slice(0, 12)], TERM.through],
  );
});

it('counts the term in its municipality, tells nobody’s case, and stays as it was published', async () => {
  const administrator = one('Uddevalla', 'ADMINISTRATOR');
  expect(refusalOf(await publish(administrator, TERM.through))).toBe('BAD_USER_INPUT noTermBegins');
  const { data, text } = await publish(administrator, TERM.from, { withPublicPart: true, undertakings: PROMISED });
  const report = data.publishSteeringReport!;
  expect(report).toMatchObject(TERM);
  const home = administrator.municipality.id;
  const cases = await owner<{ id: string; began: boolean; ended: boolean; hidden: boolean }>(
    `select c.id, c.started_on between $2 and $3 as began,
      c.started_on is not null and c.closed_on between $2 and $3 as ended,
      exists (select from protection p where p.case_id = c.id) as hidden from case_file c where c.municipality_id = $1`,
    [home, TERM.from, TERM.through],
  );
  const began = cases.filter((row) => row.began).length;
  const ended = cases.filter((row) => row.ended).length;
  expect(cellsOf(report, 'FLOW')).toEqual({ DECLINED: null, BEGAN: began, ENDED: ended });
  const rest = { NOT_REACHED_OR_UNKNOWN: ended - reached.length };
  expect(cellsOf(report, 'EMPLOYMENT_AFTER')).toEqual({ REACHED: reached.length, ...rest });
  expect(cellsOf(report, 'EMPLOYMENT_BEFORE')).toEqual({ REACHED: null, NOT_REACHED_OR_UNKNOWN: null });
  expect(cases.filter(({ id }) => text.includes(id))).toEqual([]);
  // Also of whom the coordinator may record it, a protected young person is of no area.
  expect(cases.some((row) => row.hidden && inArea.includes(row.id))).toBe(true);
  const there = cases.filter((row) => row.began && !row.hidden && inArea.includes(row.id)).length;
  const areas = report.tables.find(({ name }) => name === 'AREA')!.rows.map(({ cells }) => cells[0]!.count);
  expect(there).toBeGreaterThan(9);
  expect(areas).toEqual([there, began - there]);

  const came = await cameBy(app, one('Uddevalla', 'COORDINATOR'), TERM.from);
  const told = report.tables.find(({ name }) => name === 'ATTENDANCE')!.rows;
  const shown = told.filter(({ cells }) => cells[0]!.count !== null);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.map(({ party, cells }) => [party, cells[0]!.count])).toEqual(
    shown.map(({ party }) => [party, came.get(party!)]),
  );
  // Beside those of the demo, whose days move with today.
  const { KEPT: kept } = cellsOf(report, 'CADENCE') as { KEPT: number | null };
  expect(kept).toBeGreaterThanOrEqual(12);
  expect(cellsOf(report, 'UNDERTAKINGS', 'POLICE')).toEqual({ KEPT: 1, NOT_KEPT: 0 });

  await owner('update case_file set started_on = null where municipality_id = $1', [home]);
  expect((await toldTo(administrator)).steeringReports).toEqual([report]);
  expect(refusalOf(await publish(administrator, TERM.from))).toBe('INVALID_STATE termReported');
  expect(refusalOf(await publish(administrator, BEFORE.from))).toBe('INVALID_STATE termReported');
});

it('is read by those who steer, its public part by everybody of the municipality, and by nobody else', async () => {
  const here = app.personas.filter(({ municipality }) => municipality.name.startsWith('Uddevalla'));
  for (const capacity of new Set(here.map((persona) => persona.capacity))) {
    const { steeringReports, publicReports } = await toldTo(one('Uddevalla', capacity));
    const steers = ['STEERING_MEMBER', 'COORDINATOR', 'ADMINISTRATOR'].includes(capacity);
    expect([capacity, steeringReports?.length]).toEqual([capacity, steers ? 1 : undefined]);
    const names = publicReports.flatMap(({ tables }) => tables.map(({ name }) => name));
    expect(names).toEqual(expect.arrayContaining(['FLOW', 'AGE_AT_START', 'CADENCE', 'UNDERTAKINGS']));
    for (const hidden of ['ATTENDANCE', 'CONTINUITY', 'ACTIONS', 'CONSENT_WITHDRAWN'])
      expect(names).not.toContain(hidden);
  }
  expect(await toldTo(one('Vellinge', 'ADMINISTRATOR'))).toEqual({ steeringReports: [], publicReports: [] });
});

describe('as a page and as a file', () => {
  const code = '1485';
  const fetched = async (
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; text: string; headers: Headers }> => {
    const response = await fetch(`${app.url}/reports/${path}`, { headers });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const as = ({ token }: Persona): Record<string, string> => ({ authorization: `Bearer ${token}` });

  it('anybody reads the public part, in Swedish or English, with bars and nothing that runs', async () => {
    const page = await fetched(`${code}/${TERM.from}`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain('Sociala insatsgrupper i siffror, Uddevalla');
    expect(page.text).toContain('<li>Godkända betyg, före</li>');
    expect(page.text).toMatch(/aria-label="Ungdomar i terminen. [^"]*Började: \d+; Avslutades: \d+"/);
    expect(page.text).toContain('&lt;fredagskvällar&gt; (hållet)');
    expect(page.text).not.toMatch(/<script|style=|Parternas närvaro/);
    const [, style = ''] = /<style>([^<]*)<\/style>/.exec(page.text)!;
    const digest = createHash('sha256').update(style).digest('base64');
    expect(page.headers.get('content-security-policy')).toContain(`style-src 'sha256-${digest}'`);
    expect((await fetched(`${code}/${TERM.from}`, { 'accept-language': 'en' })).text).toContain('not told');
  });

  it('those who steer read the whole; as CSV, which no spreadsheet takes for a formula', async () => {
    const steering = as(one('Uddevalla', 'STEERING_MEMBER'));
    expect((await fetched(`${code}/${TERM.from}`, steering)).text).toContain('Parternas närvaro');
    const whole = await fetched(`${code}/${TERM.from}.csv`, steering);
    expect(whole.headers.get('content-disposition')).toBe(`attachment; filename="report-${code}-${TERM.from}.csv"`);
    const lines = whole.text.split('\r\n');
    const { steeringReports } = await toldTo(one('Uddevalla', 'STEERING_MEMBER'));
    const cells = steeringReports![0]!.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(lines).toHaveLength(cells.length + 2);
    expect(lines.slice(1, -1).map((line) => line.slice(line.lastIndexOf(',') + 1))).toEqual(
      cells.map(({ count }) => (count === null ? '' : String(count))),
    );
    expect(whole.text).toContain(`"'=Fotpatrull, ""på"" <fredagskvällar>"`);
    const shared = await fetched(`${code}/${TERM.from}.csv`, as(one('Uddevalla', 'GUARDIAN')));
    expect(shared.text).not.toContain('ATTENDANCE');
  });

  it('what is not there, not public or not theirs is not found, and a token that does not hold is refused', async () => {
    const vellinge = as(one('Vellinge', 'ADMINISTRATOR'));
    const others = await fetched(`${code}/${TERM.from}.csv`, vellinge);
    expect(others.text).not.toContain('ATTENDANCE');
    const paths = [`${code}/${BEFORE.from}`, `1233/${TERM.from}`, `9999/${TERM.from}`, `${code}/2026-02-01`, ''];
    for (const path of paths) expect([path, (await fetched(path)).status]).toEqual([path, 404]);
    expect((await fetched(`${code}/${TERM.from}`, { authorization: 'Bearer nonsense' })).status).toBe(401);
  });
});

it('of terms in their order, the public part only where it is wanted, and of nobody by name', async () => {
  const administrator = one('Vellinge', 'ADMINISTRATOR');
  const number = [{ ...PROMISED[0], text: 'Besök hos 20000105-2380' }];
  const named = await publish(administrator, BEFORE.from, { undertakings: number });
  expect(refusalOf(named)).toBe('BAD_USER_INPUT minutesNameSomebody');
  const many = await publish(administrator, BEFORE.from, {
    undertakings: Array.from({ length: 41 }, () => PROMISED[0]),
  });
  expect(refusalOf(many)).toBe('BAD_USER_INPUT tooManyUndertakings');
  for (const { from } of [BEFORE, TERM]) expect((await publish(administrator, from)).errors).toBeUndefined();
  const { steeringReports, publicReports } = await toldTo(administrator);
  expect(steeringReports!.map(({ from }) => from)).toEqual([TERM.from, BEFORE.from]);
  expect(publicReports).toEqual([]);
  const next = termOf(localDate(AFTER)).from;
  expect(refusalOf(await publish(administrator, next))).toBe('INVALID_STATE termNotOver');
});

it('the database gives what it is counted from to whoever holds the lock alone, and takes no change of it', async () => {
  const administrator = one('Uddevalla', 'ADMINISTRATOR');
  const facts = (by: Persona | null): Promise<boolean> =>
    inTransaction(pools.writer, async (client) => {
      if (by !== null) await client.query('select from sig.open_administration($1, $2)', [by.id, by.capacity]);
      const { rows } = await client.query<{ none: boolean }>('select sig.term_facts($1, $2) is null as none', [
        TERM.from,
        TERM.through,
      ]);
      return !rows[0]!.none;
    });
  const [steering, coordinator] = [one('Uddevalla', 'STEERING_MEMBER'), one('Uddevalla', 'COORDINATOR')];
  expect(await Promise.all([null, steering, coordinator, administrator].map(facts))).toEqual([
    ...[false, false, false],
    true,
  ]);
  const reading = viewing(pools.reader, [administrator.id, 'ADMINISTRATOR'], (client) =>
    client.query('select sig.term_facts($1, $2)', [TERM.from, TERM.through]),
  );
  await expect(reading).rejects.toThrow('permission denied');
  const changing = inTransaction(pools.writer, async (client) => {
    await client.query('select from sig.open_administration($1, $2)', [administrator.id, 'ADMINISTRATOR']);
    await client.query(`update sig.steering_report set tables = '[]'`);
  });
  await expect(changing).rejects.toThrow('permission denied');
  const rows = (by: Persona): Promise<number | null> =>
    viewing(pools.reader, [by.id, by.capacity], async (client) => {
      return (await client.query('select from sig.steering_report')).rowCount;
    });
  const readers = [administrator, one('Uddevalla', 'GUARDIAN'), one('Vellinge', 'STEERING_MEMBER')];
  expect(await Promise.all(readers.map(rows))).toEqual([2, 1, 2]);
});
