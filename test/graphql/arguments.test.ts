import { randomUUID } from 'node:crypto';
import { getNamedType, isLeafType, isObjectType } from 'graphql';
import type { GraphQLField } from 'graphql';
import { createSchema } from '../../src/api/schema.js';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';
import { badArguments, nullArguments } from '../support/bad-values.js';
import type { BadArgument } from '../support/bad-values.js';
import { caseOf } from '../support/demo-case.js';
import { rowsOf } from '../support/piece-rows.js';

/** A right value of every argument that is not told by its type alone, in the case of Alva. */
let right: Readonly<Record<string, unknown>> = {};
/** A case that may end, so that Alva's goes on whatever is asked. */
let ending = '';
let app: TestApp;

const { schema } = await createSchema();

const SINGLE = ['planId', 'goalId', 'actionId', 'noteId', 'meetingId', 'participantId'];

beforeAll(async () => {
  app = await startTestApp();
  const alva = await caseOf(app, app.persona({ municipality: 'Uddevalla', name: 'Alva' }).token);
  ending = (await caseOf(app, app.persona({ municipality: 'Uddevalla', name: 'Elias' }).token)).id;
  const ids = await asOwner(app.database.login, async (client) => {
    const { rows } = await client.query<Record<string, string>>(
      `select (select id from ${rowsOf('PLAN')} x where case_id = $1) as "planId",
        (select id from ${rowsOf('GOAL')} x where case_id = $1 limit 1) as "goalId",
        (select id from ${rowsOf('ACTION')} x where case_id = $1 and holder_id = $2 limit 1) as "actionId",
        (select id from ${rowsOf('NOTE')} x where case_id = $1 and holder_id = $2 limit 1) as "noteId",
        (select id from ${rowsOf('MEETING')} x where case_id = $1 and plain ->> 'status' = 'PLANNED' limit 1) as "meetingId",
        (select a.id from sig.assignment a join sig.role_term t on t.id = a.role_term_id
          where a.case_id = $1 and t.profession = 'POLICE_OFFICER') as "participantId",
        (select id from sig.consent_statement where case_id = $1 limit 1) as "consentId",
        (select g.id from sig.work_group g join sig.case_file c using (municipality_id) where c.id = $1 limit 1) as "groupId",
        (select g.id from sig.group_member g join sig.case_file c using (municipality_id) where c.id = $1 limit 1) as "memberId"`,
      [alva.id, alva.agency('SOCIAL_SERVICES')],
    );
    return rows[0]!;
  });
  const steeringMeetingId = randomUUID();
  await asOwner(app.database.login, (client) =>
    client.query(
      `insert into steering_meeting (id, municipality_id, group_id, starts_at, ends_at, status, version, recorded_at)
        select $1, g.municipality_id, g.id, now() + interval '30 days', now() + interval '31 days', 'PLANNED', 1, now()
        from work_group g where g.kind = 'STEERING' and g.municipality_id = $2`,
      [steeringMeetingId, app.persona({ municipality: 'Uddevalla' }).municipality.id],
    ),
  );
  const missing = SINGLE.filter((name) => typeof ids[name] !== 'string');
  if (missing.length > 0) throw new Error(`The case of Alva has no ${missing.join(', ')}`);
  const worker = app.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_WORKER' });
  right = {
    ...{ ...ids, steeringMeetingId },
    id: alva.id,
    caseId: alva.id,
    pieceId: ids['noteId'],
    personId: alva.youngPersonId,
    subjectId: alva.youngPersonId,
    subjectIds: alva.youngPersonId,
    signerId: alva.guardianIds[0],
    bySignerId: alva.guardianIds[0],
    guardianId: alva.guardianIds[0],
    fromId: alva.agency('SCHOOL'),
    toId: alva.agency('POLICE'),
    talkOpenly: alva.agency('SCHOOL'),
    agencyId: alva.agency('SCHOOL'),
    informedById: worker.id,
    witnessId: worker.id,
    professionalId: worker.id,
    overallResponsibleId: worker.id,
    handlerIds: worker.id,
    language: 'sv',
    documentHash: 'ab'.repeat(32),
    attendancePercent: 50,
    expectedVersion: 1,
  };
});
afterAll(() => app.stop());

function rightValue(name: string, type: string): unknown {
  if (Object.hasOwn(right, name)) return right[name];
  switch (type) {
    case 'ResponsibleInput':
      return ['agencyId'];
    case 'RecordSituationInput':
      return ['requestId', 'caseId', 'attendancePercent'];
    case 'ID':
      return randomUUID();
    case 'String':
      return 'En text';
    case 'Int':
      return 1;
    case 'Boolean':
      return false;
    case 'DateTime':
      return new Date(Date.now() + (/until|to|end/i.test(name) ? 26 : 25) * 3_600_000).toISOString();
    case 'Date':
      return /until|to|end/i.test(name) ? '2027-01-02' : '2027-01-01';
    default:
      return undefined;
  }
}

const REACHED: Readonly<Record<string, (field: string) => string>> = {
  Query: (field) => field,
  Mutation: (field) => field,
  Viewer: (field) => `viewer { ${field} }`,
  Municipality: (field) => `viewer { municipality { ${field} } }`,
  Case: (field) => `case(id: "${String(right['caseId'])}") { ${field} }`,
  Plan: (field) => `case(id: "${String(right['caseId'])}") { plan { ${field} } }`,
};
const WORKER = { profession: 'SOCIAL_WORKER' };
/** Whose to ask or to do; everything else is the coordinator's. */
const BY: Readonly<Record<string, { profession: string } | { name: string } | { capacity: string }>> = {
  publishRulePack: { capacity: 'ADMINISTRATOR' },
  confirmRulePack: { capacity: 'ADMINISTRATOR' },
  rejectRulePack: { capacity: 'ADMINISTRATOR' },
  previewRulePack: { capacity: 'ADMINISTRATOR' },
  publishSteeringReport: { capacity: 'ADMINISTRATOR' },
  addGroupMember: { capacity: 'ADMINISTRATOR' },
  endGroupMember: { capacity: 'ADMINISTRATOR' },
  setProfessionalSignIn: { capacity: 'ADMINISTRATOR' },
  accessRecords: { name: 'Alva' },
  answerConsentRequest: { name: 'Alva' },
  recordSituation: { profession: 'PRINCIPAL' },
  ...{ writeNote: WORKER, holdBack: WORKER, release: WORKER, keepFromGuardian: WORKER, showToGuardian: WORKER },
};

const SWEDISH = /(^| )(är|ett|en|och|inte|går|på|det|kan|ligger) /i;
const ENGLISH = /(^| )(is|a|an|and|not|cannot|the|lies|at) /i;

/** Every field with arguments, of every type that a document reaches. */
const FIELDS = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) && !type.name.startsWith('__') && type.name !== 'Subscription'
    ? Object.values(type.getFields())
        .filter(({ args }) => args.length > 0)
        .map((field) => [`${type.name}.${field.name}`, type.name, field] as const)
    : [],
);

async function ask(
  typeName: string,
  field: GraphQLField<unknown, unknown>,
  bad: BadArgument,
  asked: 'sv' | 'en',
): Promise<Answer<unknown>> {
  const declared = field.args.map((arg) => `$${arg.name}: ${arg.type.toString()}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  const reach = REACHED[typeName];
  if (reach === undefined) throw new Error(`How is a ${typeName} reached? Say so in REACHED.`);
  const operation = typeName === 'Mutation' ? 'mutation' : 'query';
  const document = `${operation} (${declared}) { ${reach(`${field.name}(${passed})${selection}`)} }`;
  const { token } = app.persona({ municipality: 'Uddevalla', ...(BY[field.name] ?? { capacity: 'COORDINATOR' }) });
  const args = field.name === 'closeCase' ? ofOtherCase(bad.args) : bad.args;
  return app.ask(token, document, args, { 'accept-language': asked });
}

/** The same about the case that may end. */
function ofOtherCase(args: object): object {
  return JSON.parse(JSON.stringify(args).replaceAll(String(right['caseId']), ending)) as object;
}

/** What is wrong with how a wrong value was answered; nothing, where it was refused as it should be. */
function faultOf({ path, what }: BadArgument, { status, text, errors }: Answer<unknown>, asked: 'sv' | 'en'): string[] {
  const [error] = errors ?? [];
  if (error === undefined) return ['is accepted'];
  const { code } = error.extensions;
  // A version may be any number; that it is not the one in force is for the change to find out.
  const isVersion = path.endsWith('expectedVersion') && what === 'a number below all';
  const expected = [
    'BAD_USER_INPUT',
    'LIMIT_EXCEEDED',
    ...(isVersion ? ['CONFLICT', 'FORBIDDEN', 'INVALID_STATE'] : []),
  ];
  const name = path.split('.').at(-1)!;
  return [
    ...(expected.includes(code) ? [] : [`is refused as ${code} ${error.extensions.reason}`]),
    ...(status < 500 ? [] : [`answers ${status}`]),
    ...(error.path !== undefined || text.includes(name) || status === 413 ? [] : ['names no place']),
    ...((asked === 'sv' ? SWEDISH : ENGLISH).test(error.message) ? [] : [`says ${error.message}`]),
    ...(/node_modules|\.[jt]s:\d|\\n +at /.test(text) ? ['shows a stack'] : []),
  ];
}

it.each(FIELDS)('%s refuses every wrong value with its place and what to do', async (_, typeName, field) => {
  const wrong = badArguments(field.args, rightValue);
  expect(wrong.length).toBeGreaterThan(0);
  const faults: string[] = [];
  for (let start = 0; start < wrong.length; start += 8) {
    const found = await Promise.all(
      wrong.slice(start, start + 8).map(async (bad, index) => {
        const asked = index % 2 === 0 ? 'sv' : 'en';
        const fault = faultOf(bad, await ask(typeName, field, bad, asked), asked);
        return fault.map((text) => `${bad.path}: ${bad.what} ${text}`);
      }),
    );
    faults.push(...found.flat());
  }
  expect(faults).toEqual([]);
});

it.each(FIELDS)('%s breaks on nothing that may be null', async (_, typeName, field) => {
  for (const nothing of nullArguments(field.args, rightValue)) {
    const { errors } = await ask(typeName, field, nothing, 'en');
    expect([nothing.path, errors?.[0]?.extensions.code]).not.toEqual([nothing.path, 'INTERNAL']);
  }
});

it('names the argument below an input, also where a list leads to it', async () => {
  const { token } = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
  const document =
    'query ($change: WhatIfInput!) { whatIf(caseId: "' +
    String(right['caseId']) +
    '", change: $change) { statusNow } }';
  const change = {
    signers: [
      { personId: right['personId'], decision: 'REFUSED' },
      { personId: 'nobody', decision: 'REFUSED' },
    ],
  };
  const { errors } = await app.ask(token, document, { change }, { 'accept-language': 'en' });
  expect(errors?.[0]).toMatchObject({
    path: ['whatIf'],
    message: expect.stringMatching(/^`change\.signers\.1\.personId`: An id is/) as string,
    extensions: { code: 'BAD_USER_INPUT', reason: 'idMalformed', argument: 'change.signers.1.personId' },
  });
});

it('takes a text with line breaks and letters of any language as it is', async () => {
  const { token } = app.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_WORKER' });
  const text = 'Första raden\n\tandra: “ja” – \u{1f642} سلام';
  const document = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { text } }';
  const input = { requestId: randomUUID(), caseId: right['caseId'], category: 'PLAN', text };
  const { data, errors } = await app.ask(token, document, { input });
  expect([errors, data]).toEqual([undefined, { writeNote: { text } }]);
});
