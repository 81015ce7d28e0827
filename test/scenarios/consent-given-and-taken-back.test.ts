import { randomUUID } from 'node:crypto';
import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/database.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

/** Two server processes' worth of servers: what one commits, the other knows in its next answer (P9). */
let here: TestApp;
let there: TestApp;
let alva: YoungCase;
let police: Persona;
let principal: Persona;
let young: Persona;
let coordinator: Persona;
let guardians: Persona[];

beforeAll(async () => {
  const database = await createTestDatabase({ demo: true });
  here = await startTestApp({ database });
  there = await startTestApp({ database: { ...database, drop: () => Promise.resolve() } });
  young = here.persona({ municipality: 'Uddevalla', name: 'Alva' });
  alva = await caseOf(here, young.token);
  police = here.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  principal = here.persona({ municipality: 'Uddevalla', profession: 'PRINCIPAL' });
  coordinator = here.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
  guardians = here.personas.filter(({ id }) => alva.guardianIds.includes(id));
});
afterAll(async () => {
  await there.stop();
  await here.stop();
});

interface Seen {
  case: {
    status: string;
    access: { holder: { id: string }; category: string; readable: boolean }[];
    situation: { schools: { attendancePercent: number | null }[] };
  };
}

/** What somebody may read now, asked of the other server. */
async function seenBy({ token }: Persona): Promise<{ status: string; open: Set<string>; attendance: number | null }> {
  const query =
    'query ($id: ID!) { case(id: $id) { status access { holder { id } category readable } situation { schools { attendancePercent } } } }';
  const { data, errors } = await there.ask<Seen>(token, query, { id: alva.id });
  expect(errors).toBeUndefined();
  const open = data.case.access
    .filter(({ readable }) => readable)
    .map(({ holder, category }) => `${holder.id} ${category}`);
  const attendance = data.case.situation.schools.map(({ attendancePercent }) => attendancePercent);
  return {
    status: data.case.status,
    open: new Set(open),
    attendance: attendance.find((percent) => percent !== null) ?? null,
  };
}

const WITHDRAW = `mutation ($caseId: ID, $consentId: ID, $signerId: ID, $scope: [ConsentGrantInput!], $requestId: ID) {
  withdrawConsent(caseId: $caseId, consentId: $consentId, signerId: $signerId, scope: $scope, requestId: $requestId) {
    id decision signer { personId } evidence { method recordedBy { id } }
  }
}`;
interface Withdrawn {
  withdrawConsent: {
    id: string;
    decision: string;
    signer: { personId: string };
    evidence: { method: string; recordedBy: { id: string } | null };
  } | null;
}

const RECORD = `mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id sequence scope { categories } evidence { informedBy { id } } } }`;

function everyoneTalksOpenly(): object {
  return {
    requestId: randomUUID(),
    caseId: alva.id,
    signers: [alva.youngPersonId, ...alva.guardianIds].map((personId) => ({ personId, decision: 'GRANTED' })),
    talkOpenly: alva.agencies.map(({ id }) => id),
    purpose: 'En samlad bild',
    until: new Date(Date.now() + 90 * 86_400_000).toISOString(),
    evidence: { method: 'WRITTEN', formVersion: 'Uddevalla 2026:1', language: 'sv', informedById: coordinator.id },
  };
}

describe('one consent, from both kitchens and offices', () => {
  it('closes one category towards one agency, from the young person’s own view, and nothing else', async () => {
    const [before, othersBefore] = [
      await seenBy(police),
      await seenBy(here.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_WORKER' })),
    ];
    expect(before.attendance).toBe(71);
    const scope = [{ fromId: alva.agency('SCHOOL'), toId: alva.agency('POLICE'), categories: ['SCHOOL_ATTENDANCE'] }];
    const { data, errors } = await here.ask<Withdrawn>(young.token, WITHDRAW, { caseId: alva.id, scope });
    expect(errors).toBeUndefined();
    expect(data.withdrawConsent).toMatchObject({
      decision: 'WITHDRAWN',
      signer: { personId: alva.youngPersonId },
      evidence: { method: 'ELECTRONIC', recordedBy: null },
    });
    const after = await seenBy(police);
    expect(after.attendance).toBeNull();
    const closed = [...before.open].filter((cell) => !after.open.has(cell));
    expect(closed).toEqual([`${alva.agency('SCHOOL')} SCHOOL_ATTENDANCE`]);
    expect((await seenBy(here.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_WORKER' }))).open).toEqual(
      othersBefore.open,
    );
  });

  it('closes everything on one guardian’s no, taken by the principal on his word', async () => {
    const father = alva.guardianIds[0]!;
    const { data, errors, withheld } = await here.ask<Withdrawn>(principal.token, WITHDRAW, {
      caseId: alva.id,
      signerId: father,
    });
    expect([errors, data.withdrawConsent]).toEqual([undefined, null]);
    expect(withheld).toContainEqual(
      expect.objectContaining({ path: ['withdrawConsent'], reason: 'CAPACITY', cells: [] }),
    );
    const own = (await seenBy(police)).open;
    expect([...own].every((cell) => cell.startsWith(alva.agency('POLICE')))).toBe(true);
    expect((await seenBy(police)).status).toBe('PAUSED');
    const consents =
      'query ($id: ID!) { case(id: $id) { consents { decision signer { personId } evidence { method recordedBy { id } } } } }';
    const told = await there.ask<{ case: { consents: object[] } }>(coordinator.token, consents, { id: alva.id });
    expect(told.data.case.consents.at(-1)).toEqual({
      decision: 'WITHDRAWN',
      signer: { personId: father },
      evidence: { method: 'ORAL_WITNESSED', recordedBy: { id: principal.id } },
    });
  });

  it('opens again by a new form of all three, and by no less', async () => {
    const two = everyoneTalksOpenly() as { signers: object[] };
    await here.ask(coordinator.token, RECORD, { input: { ...two, signers: two.signers.slice(0, 2) } });
    const whole = await here.ask<{ recordConsent: { sequence: number; evidence: object }[] }>(
      coordinator.token,
      RECORD,
      { input: everyoneTalksOpenly() },
    );
    expect(whole.errors).toBeUndefined();
    expect(whole.data.recordConsent).toHaveLength(3);
    expect(whole.data.recordConsent[0]!.evidence).toEqual({ informedBy: { id: coordinator.id } });
    const after = await seenBy(police);
    expect([after.status, after.open.has(`${alva.agency('SCHOOL')} SCHOOL_RESULTS`)]).toEqual(['ACTIVE', true]);
    // What was recorded before the gap is reached again.
    expect(after.attendance).toBe(71);
  });

  it('lets nobody speak for another', async () => {
    const [mother, father] = guardians;
    const other = alva.guardianIds.find((id) => id !== mother!.id)!;
    const { errors } = await here.ask(mother!.token, WITHDRAW, { caseId: alva.id, signerId: other });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'onlyOwnStatements' });
    expect(father === undefined || father.id === other).toBe(true);
  });

  it('takes back one consent by its id, once under one request id', async () => {
    const recorded = await here.ask<{ recordConsent: { id: string }[] }>(coordinator.token, RECORD, {
      input: everyoneTalksOpenly(),
    });
    const variables = { consentId: recorded.data.recordConsent[0]!.id, requestId: randomUUID() };
    const [first, second] = [
      await here.ask<Withdrawn>(young.token, WITHDRAW, variables),
      await there.ask<Withdrawn>(young.token, WITHDRAW, variables),
    ];
    expect(first.data.withdrawConsent!.id).toBe(second.data.withdrawConsent!.id);
    expect((await seenBy(police)).status).toBe('PAUSED');
    const again = await here.ask(young.token, WITHDRAW, { consentId: first.data.withdrawConsent!.id });
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_STATE', reason: 'nothingToWithdraw' });
  });
});

describe('a form', () => {
  const tell = async (who: Persona, more: object): Promise<unknown> => {
    const { errors } = await here.ask(who.token, RECORD, { input: { ...everyoneTalksOpenly(), ...more } });
    return errors?.[0]?.extensions.reason;
  };
  const evidence = (more: object): object => ({
    evidence: { method: 'WRITTEN', formVersion: '1', language: 'sv', informedById: coordinator.id, ...more },
  });

  it.each<[string, () => object, string]>([
    ['nothing ticked', () => ({ talkOpenly: null }), 'formNamesNothing'],
    ['everything struck out', () => ({ talkOpenly: null, grants: [one()], except: [one()] }), 'formNamesNothing'],
    ['an agency of nowhere', () => ({ grants: [{ ...one(), toId: randomUUID() }] }), 'agencyUnknown'],
    ['an agency with itself', () => ({ grants: [{ ...one(), toId: one().fromId }] }), 'agencyWithItself'],
    ['a signer who is none', () => ({ signers: [{ personId: randomUUID(), decision: 'GRANTED' }] }), 'notASigner'],
    [
      'a signer twice',
      () => ({ signers: [0, 1].map(() => ({ personId: alva.youngPersonId, decision: 'GRANTED' })) }),
      'signersOnceEach',
    ],
    ['no signer', () => ({ signers: [] }), 'signersOnceEach'],
    [
      'a withdrawal',
      () => ({ signers: [{ personId: alva.youngPersonId, decision: 'WITHDRAWN' }] }),
      'withdrawOtherwise',
    ],
    ['a start in the past', () => ({ appliesFrom: '2020-01-01T00:00:00Z' }), 'appliesFromPast'],
    ['an empty period', () => ({ until: '2020-01-01T00:00:00Z' }), 'periodEmpty'],
    ['no purpose', () => ({ purpose: ' ' }), 'textEmpty'],
    ['an oral yes without a witness', () => evidence({ method: 'ORAL_WITNESSED' }), 'witnessMissing'],
    ['a hash that is none', () => evidence({ documentHash: 'abc' }), 'hashMalformed'],
    ['a language that is none', () => evidence({ language: 'Svenska' }), 'languageUnknown'],
    ['an unknown informer', () => evidence({ informedById: randomUUID() }), 'professionalUnknown'],
    ['somebody who is no subject', () => ({ subjectId: alva.guardianIds[0] }), 'subjectUnknown'],
  ])('with %s is refused', async (_, more, reason) => {
    expect(await tell(coordinator, more())).toBe(reason);
  });

  it('is entered by a professional who informed, and by no other', async () => {
    expect(await tell(principal, {})).toBe('onlyWhoInformed');
    expect(await tell(principal, evidence({ informedById: principal.id }))).toBeUndefined();
  });

  function one(): { fromId: string; toId: string; categories: string[] } {
    return { fromId: alva.agency('SCHOOL'), toId: alva.agency('POLICE'), categories: ['LEISURE'] };
  }
});
