import { randomUUID } from 'node:crypto';
import { setClock } from '../../src/storage/clock.js';
import { asOwner } from '../storage/viewing.js';
import { writeFacts } from '../support/bring-in-line.js';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';
import { proposing } from '../support/proposing.js';
import { refusalOf } from '../support/refusals.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

interface Course {
  case: {
    status: string;
    startedOn: string | null;
    plannedEndOn: string | null;
    youngPerson: { id: string };
    guardians: { id: string }[];
    municipality: { agencies: { id: string; kind: string; parent: object | null }[] };
    upcoming: { at: string; causes: string[] }[];
  };
}
const COURSE = `query ($id: ID!) { case(id: $id) { status startedOn plannedEndOn youngPerson { id } guardians { id }
  municipality { agencies { id kind parent { id } } } upcoming { at causes } } }`;

class Begun {
  constructor(
    readonly id: string,
    private readonly municipality: string,
  ) {}

  get coordinator(): { id: string; token: string } {
    return app.persona({ municipality: this.municipality, capacity: 'COORDINATOR' });
  }

  async seen(): Promise<Course['case']> {
    const { data, errors } = await app.ask<Course>(this.coordinator.token, COURSE, { id: this.id });
    if (errors !== undefined) throw new Error(errors[0]?.message);
    return data.case;
  }

  act(field: string, input: object = {}): Promise<Answer<unknown>> {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { it: ${field}(input: $input) { __typename } }`;
    return app.ask(this.coordinator.token, document, { input: { requestId: randomUUID(), caseId: this.id, ...input } });
  }

  async form(decisions: Record<string, string>, more: object = {}): Promise<Answer<unknown>> {
    const { municipality } = await this.seen();
    const parties = municipality.agencies.filter(({ parent }) => parent === null).map(({ id }) => id);
    return this.act('recordConsent', {
      signers: Object.entries(decisions).map(([personId, decision]) => ({ personId, decision })),
      talkOpenly: parties,
      categories: ['IDENTITY', 'PLAN', 'MEETING'],
      purpose: 'Samverkan i SIG',
      evidence: { method: 'WRITTEN', formVersion: '1', language: 'sv', informedById: this.coordinator.id },
      ...more,
    });
  }
}

/** An accepted case of somebody aged 15 with one guardian. */
async function accepted(municipality = 'Vellinge'): Promise<Begun> {
  const { token } = app.persona({ municipality, profession: 'PRINCIPAL' });
  const { data } = await proposing(app, token, { basis: 'FAMILY_AGREED', concern: { stand: 'KNOWN_TO_BE_INVOLVED' } });
  const { rows } = await asOwner(app.database.login, (client) =>
    client.query<{ id: string }>('select case_id as id from proposal where id = $1', [data.proposal!.id]),
  );
  const begun = new Begun(rows[0]!.id, municipality);
  expect(refusalOf(await begun.act('acceptProposal'))).toBe('');
  const guardian = { givenName: 'Siv', familyName: 'Provberg', from: '2015-01-01' };
  expect(refusalOf(await begun.act('addGuardian', guardian))).toBe('');
  return begun;
}

it('a first form makes an accepted case wait, the last yes starts the work, and four months are planned in Vellinge', async () => {
  const begun = await accepted();
  const { youngPerson, guardians } = await begun.seen();
  expect(refusalOf(await begun.form({ [youngPerson.id]: 'GRANTED' }))).toBe('');
  expect(await begun.seen()).toMatchObject({ status: 'CONSENT_PENDING', startedOn: null, plannedEndOn: null });
  expect(refusalOf(await begun.form({ [guardians[0]!.id]: 'GRANTED' }))).toBe('');
  const { status, startedOn, plannedEndOn, upcoming } = await begun.seen();
  expect(status).toBe('ACTIVE');
  const months = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  expect(months(plannedEndOn!) - months(startedOn!)).toBe(4);
  expect(upcoming.flatMap(({ causes }) => causes)).toEqual(expect.arrayContaining(['PLANNED_END', 'AGES_OUT']));
});

it('in Uddevalla no end is planned; one form of all signers starts at once, and asking for consent comes before', async () => {
  const begun = await accepted('Uddevalla');
  expect(refusalOf(await begun.act('requestConsent'))).toBe('');
  expect(refusalOf(await begun.act('requestConsent'))).toBe('INVALID_STATE statusForbids');
  const { youngPerson, guardians } = await begun.seen();
  expect(refusalOf(await begun.form({ [youngPerson.id]: 'GRANTED', [guardians[0]!.id]: 'GRANTED' }))).toBe('');
  expect(await begun.seen()).toMatchObject({ status: 'ACTIVE', plannedEndOn: null });
});

it('a no leaves the case waiting', async () => {
  const begun = await accepted();
  const { youngPerson, guardians } = await begun.seen();
  expect(refusalOf(await begun.form({ [youngPerson.id]: 'GRANTED', [guardians[0]!.id]: 'REFUSED' }))).toBe('');
  expect(await begun.seen()).toMatchObject({ status: 'CONSENT_PENDING', startedOn: null });
});

it('a consent that applies from a later day starts the work on that day, and until then it waits', async () => {
  const begun = await accepted();
  const { youngPerson, guardians } = await begun.seen();
  const appliesFrom = new Date(Date.now() + 10 * 86_400_000).toISOString();
  const both = { [youngPerson.id]: 'GRANTED', [guardians[0]!.id]: 'GRANTED' };
  expect(refusalOf(await begun.form(both, { appliesFrom }))).toBe('');
  const { status, startedOn } = await begun.seen();
  expect(status).toBe('CONSENT_PENDING');
  expect(Date.parse(startedOn!) - Date.now()).toBeGreaterThan(8 * 86_400_000);
  await setClock(app.database.login, Date.parse(appliesFrom));
  expect((await begun.seen()).status).toBe('ACTIVE');
  await setClock(app.database.login, Date.now());
});

it('a start that lies ahead is moved by what is said meanwhile, and taken away by a no; one that has been stays', async () => {
  const begun = await accepted();
  const { youngPerson, guardians } = await begun.seen();
  const says = (decision: string): Record<string, string> => ({
    [youngPerson.id]: decision,
    [guardians[0]!.id]: decision,
  });
  const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  expect(refusalOf(await begun.form(says('GRANTED'), { appliesFrom: inDays(10) }))).toBe('');
  const later = await begun.seen();
  expect(refusalOf(await begun.form({ [youngPerson.id]: 'REFUSED' }))).toBe('');
  expect(await begun.seen()).toMatchObject({ status: 'CONSENT_PENDING', startedOn: null, plannedEndOn: null });
  expect(refusalOf(await begun.form(says('GRANTED')))).toBe('');
  const { status, startedOn, plannedEndOn } = await begun.seen();
  expect(status).toBe('ACTIVE');
  expect([startedOn! < later.startedOn!, plannedEndOn! < later.plannedEndOn!]).toEqual([true, true]);
  expect(refusalOf(await begun.form({ [youngPerson.id]: 'REFUSED' }))).toBe('');
  expect(await begun.seen()).toMatchObject({ status: 'PAUSED', startedOn, plannedEndOn });
  expect(refusalOf(await begun.form(says('GRANTED'), { appliesFrom: inDays(10) }))).toBe('');
  expect(await begun.seen()).toMatchObject({ status: 'PAUSED', startedOn, plannedEndOn });
});

it('whoever has aged out since the proposal does not start, and in a running case nothing new is begun', async () => {
  const [waiting, running] = [await accepted(), await accepted()];
  const { youngPerson, guardians } = await running.seen();
  const both = { [youngPerson.id]: 'GRANTED', [guardians[0]!.id]: 'GRANTED' };
  expect(refusalOf(await running.form(both))).toBe('');
  const { youngPerson: late } = await waiting.seen();
  const born = new Date(Date.now() - 21 * 365.25 * 86_400_000).toISOString().slice(0, 10);
  const ages = (begun: Begun, id: string): Promise<void> =>
    writeFacts(app.database.login, begun.id, 'update person set birth_date = $1 where id = $2', [born, id]);
  await ages(waiting, late.id);
  expect(refusalOf(await waiting.form({ [late.id]: 'GRANTED' }))).toBe('BAD_USER_INPUT outsideTargetAge');
  await ages(running, youngPerson.id);
  expect(refusalOf(await running.act('createPlan'))).toBe('INVALID_STATE agedOut');
  const followUpUntil = new Date(Date.now() + 30 * 86_400_000).toISOString();
  expect(refusalOf(await running.act('closeCase', { reason: 'AGED_OUT', followUpUntil }))).toBe('');
});
