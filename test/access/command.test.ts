import { randomUUID } from 'node:crypto';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

let app: TestApp;
let elias: YoungCase;
let coordinator: string;

const RECORD = `mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id sequence decision signer { personId } } }`;
interface Recorded {
  recordConsent: { id: string; sequence: number; decision: string }[] | null;
}

beforeAll(async () => {
  app = await startTestApp();
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }).token;
  elias = await caseOf(app, app.persona({ municipality: 'Uddevalla', name: 'Elias' }).token);
});
afterAll(() => app.stop());

function form(more: object = {}): Record<string, unknown> {
  return {
    requestId: randomUUID(),
    caseId: elias.id,
    signers: [{ personId: elias.youngPersonId, decision: 'GRANTED' }],
    grants: [{ fromId: elias.agency('SCHOOL'), toId: elias.agency('POLICE'), categories: ['LEISURE'] }],
    purpose: 'En gemensam bild av fritiden',
    evidence: {
      method: 'WRITTEN',
      formVersion: 'Uddevalla 2026:1',
      language: 'sv',
      informedById: app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }).id,
    },
    ...more,
  };
}

const record = (token: string | null, input: object): Promise<Answer<Recorded>> =>
  app.ask<Recorded>(token, RECORD, { input });
const reasonOf = ({ errors }: Answer<unknown>): string | undefined => errors?.[0]?.extensions.reason;
const codeOf = ({ errors }: Answer<unknown>): string | undefined => errors?.[0]?.extensions.code;

async function count(table: string, where = 'true'): Promise<number> {
  return asOwner(app.database.login, async (client) => {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from sig.${table} where ${where}`);
    return Number(rows[0]!.n);
  });
}

async function seqOf(caseId: string): Promise<number> {
  return asOwner(app.database.login, async (client) => {
    const { rows } = await client.query<{ seq: string }>('select seq from sig.case_file where id = $1', [caseId]);
    return Number(rows[0]!.seq);
  });
}

describe('a command', () => {
  it('writes its rows, one number and one row of the outbox with ids only', async () => {
    const before = await seqOf(elias.id);
    const { data, errors } = await record(coordinator, form());
    expect(errors).toBeUndefined();
    const { id } = data.recordConsent![0]!;
    expect(await seqOf(elias.id)).toBe(before + 1);
    const [row] = await asOwner(app.database.login, async (client) => {
      const { rows } = await client.query<object>(
        'select case_seq, kind, ids from sig.outbox where case_id = $1 order by case_seq desc limit 1',
        [elias.id],
      );
      return rows;
    });
    expect(row).toMatchObject({ case_seq: String(before + 1), kind: 'CONSENT_CHANGED', ids: [id] });
  });

  it('gives the same answer to the same request id, and writes once', async () => {
    const input = form();
    const [first, rows] = [await record(coordinator, input), await count('consent_statement')];
    const seq = await seqOf(elias.id);
    const second = await record(coordinator, input);
    expect(second.text).toBe(first.text);
    expect([await count('consent_statement'), await seqOf(elias.id)]).toEqual([rows, seq]);
  });

  it('refuses another change under the same request id', async () => {
    const input = form();
    await record(coordinator, input);
    const answer = await record(coordinator, { ...input, purpose: 'Något annat' });
    expect([codeOf(answer), reasonOf(answer)]).toEqual(['CONFLICT', 'requestIdReused']);
  });

  it('runs two at once one after the other, and one request id sent twice at once only once', async () => {
    const [same, rows, seq] = [form(), await count('consent_statement'), await seqOf(elias.id)];
    const answers = await Promise.all([same, same, form(), form(), form()].map((input) => record(coordinator, input)));
    expect(answers.map(codeOf)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(answers[0]!.text).toBe(answers[1]!.text);
    expect([await count('consent_statement'), await seqOf(elias.id)]).toEqual([rows + 4, seq + 4]);
    const sequences = answers.slice(1).map(({ data }) => data.recordConsent![0]!.sequence);
    expect(new Set(sequences).size).toBe(4);
  });

  it('finds nothing in another municipality, in the words for what does not exist', async () => {
    const elsewhere = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' }).token;
    const [foreign, unknown] = [
      await record(elsewhere, form()),
      await record(elsewhere, form({ caseId: randomUUID() })),
    ];
    expect([codeOf(foreign), codeOf(unknown)]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(foreign.text).toBe(unknown.text);
  });

  it.each([
    ['a steering member', 'STEERING_MEMBER', 'FORBIDDEN'],
    ['an administrator', 'ADMINISTRATOR', 'FORBIDDEN'],
    ['the young person', 'YOUNG_PERSON', 'FORBIDDEN'],
  ])('is refused to %s', async (_, capacity, code) => {
    const rows = await count('consent_statement');
    const who = app.persona({
      municipality: 'Uddevalla',
      capacity,
      ...(capacity === 'YOUNG_PERSON' && { name: 'Elias' }),
    });
    expect(codeOf(await record(who.token, form()))).toBe(code);
    expect(await count('consent_statement')).toBe(rows);
  });

  it('is refused in the wrong status', async () => {
    await asOwner(app.database.login, (client) =>
      client.query(`update sig.case_file set status = 'CLOSED' where id = $1`, [elias.id]),
    );
    const answer = await record(coordinator, form());
    await asOwner(app.database.login, (client) =>
      client.query(`update sig.case_file set status = 'ACTIVE' where id = $1`, [elias.id]),
    );
    expect([codeOf(answer), reasonOf(answer)]).toEqual(['INVALID_STATE', 'statusForbids']);
  });

  it('is refused without a token, with 401', async () => {
    const answer = await record(null, form());
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('leaves nothing of a refusal: neither number, nor request, nor event', async () => {
    const counts = async (): Promise<number[]> =>
      Promise.all([seqOf(elias.id), count('request'), count('outbox'), count('consent_statement'), count('opening')]);
    const before = await counts();
    const input = form({ until: new Date(Date.now() - 1000).toISOString() });
    expect(reasonOf(await record(coordinator, input))).toBe('periodEmpty');
    expect(await counts()).toEqual(before);
  });

  it('leaves nothing of a fault, and tells nothing of it but its code', async () => {
    const before = [await seqOf(elias.id), await count('consent_statement'), await count('request')];
    const owner = (sql: string): Promise<unknown> => asOwner(app.database.login, (client) => client.query(sql));
    await owner('alter table sig.outbox add constraint broken check (false) not valid');
    const { data, errors, text } = await record(coordinator, form());
    await owner('alter table sig.outbox drop constraint broken');
    expect([data.recordConsent, errors?.[0]?.extensions.code]).toEqual([null, 'INTERNAL']);
    expect(text).not.toMatch(/outbox|constraint/);
    expect([await seqOf(elias.id), await count('consent_statement'), await count('request')]).toEqual(before);
  });

  it('records what the result of a mutation shows, as it does for a query', async () => {
    const where = `case_id = '${elias.id}'`;
    const before = await count('access_record', where);
    await record(coordinator, form());
    expect(await count('access_record', where)).toBe(before + 1);
  });

  it('reads each result afresh: two mutations of one operation see their own', async () => {
    const both = `mutation ($a: RecordConsentInput!, $b: RecordConsentInput!) { a: recordConsent(input: $a) { sequence } b: recordConsent(input: $b) { sequence } }`;
    const { data, errors } = await app.ask<Record<'a' | 'b', { sequence: number }[]>>(coordinator, both, {
      a: form(),
      b: form(),
    });
    expect(errors).toBeUndefined();
    expect(data.b[0]!.sequence).toBe(data.a[0]!.sequence + 1);
  });

  it('does not come by GET', async () => {
    const query = new URLSearchParams({ query: RECORD, variables: JSON.stringify({ input: form() }) });
    const response = await fetch(`${app.url}/graphql?${query.toString()}`, {
      headers: { authorization: `Bearer ${coordinator}`, 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(405);
  });
});
