import { randomUUID } from 'node:crypto';
import { setClock } from '../../src/storage/clock.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import { meetingVersion } from '../support/read-versions.js';

let app: TestApp;
let coordinator: Persona;
let police: Persona;
let principal: Persona;
let alva: Persona;
let alvasCase: string;

const SHOWN = `{ id version status minutes { text author { name } }
  invitations { id answer withdrawn takenBack required attendance invitee { ... on Professional { id } ... on YoungPerson { id } } }
  agenda { title mayStay mustLeave }
  decisions { text action { id what supports responsible { ... on OtherImportantPerson { id } } } } }`;
interface Invited {
  id: string;
  answer: string;
  withdrawn: boolean;
  takenBack: boolean | null;
  required: boolean;
  attendance: string;
  invitee: { id: string } | null;
}
interface Meeting {
  id: string;
  version: number;
  status: string;
  minutes: { text: string; author: { name: string } } | null;
  invitations: Invited[];
  agenda: { title: string; mayStay: string[] | null; mustLeave: string[] | null }[];
  decisions: { text: string; action: { id: string; what: string; supports: string; responsible: object } | null }[];
}
const HOUR = 60 * 60 * 1000;
const at = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

async function change(
  as: Persona,
  field: string,
  type: string,
  input: object,
): Promise<Answer<{ meeting: Meeting | null }>> {
  const document = `mutation ($input: ${type}!) { meeting: ${field}(input: $input) ${SHOWN} }`;
  return app.ask(as.token, document, { input: { requestId: randomUUID(), ...input } });
}
const invite = (meetingId: string, ...invitees: object[]): Promise<Answer<{ meeting: Meeting | null }>> =>
  change(coordinator, 'invite', 'InviteInput', { meetingId, invitees });
async function scheduled(caseId: string): Promise<string> {
  const input = { caseId, kind: 'FOLLOW_UP', startsAt: at(1), endsAt: at(2) };
  return (await change(coordinator, 'scheduleMeeting', 'ScheduleMeetingInput', input)).data.meeting!.id;
}
async function seenBy(as: Persona, id: string): Promise<Meeting> {
  const query = `query ($id: ID!) { node(id: $id) { ... on Meeting ${SHOWN} } }`;
  return (await app.ask<{ node: Meeting }>(as.token, query, { id })).data.node;
}
async function caseNamed(name: string): Promise<string> {
  const query = 'query ($name: String) { cases(search: $name) { edges { node { id } } } }';
  const { data } = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(coordinator.token, query, { name });
  return data.cases.edges[0]!.node.id;
}

beforeAll(async () => {
  app = await startTestApp();
  const inUddevalla = (more: object): Persona => app.persona({ municipality: 'Uddevalla', ...more });
  coordinator = inUddevalla({ capacity: 'COORDINATOR' });
  police = inUddevalla({ profession: 'POLICE_OFFICER' });
  principal = inUddevalla({ profession: 'PRINCIPAL' });
  alva = inUddevalla({ name: 'Alva' });
  alvasCase = (await caseOf(app, alva.token)).id;
});
afterAll(() => app.stop());

it('calls nobody whom consent does not cover, and then nobody at all', async () => {
  const id = await scheduled(await caseNamed('Elias'));
  const refused = await invite(id, { professionalId: principal.id }, { professionalId: police.id });
  expect(refusalOf(refused)).toBe('CONSENT_REQUIRED inviteeOutsideConsent');
  expect((await seenBy(coordinator, id)).invitations).toEqual([]);
  const called = (await invite(id, { professionalId: principal.id, required: true })).data.meeting!;
  expect(called.invitations).toMatchObject([{ invitee: { id: principal.id }, required: true, takenBack: false }]);
  expect(refusalOf(await invite(id, { professionalId: principal.id }))).toBe('INVALID_STATE alreadyInvited');
});

it('calls the family and the own agency alone to the introductory talk', async () => {
  const caseId = await caseNamed('Hugo');
  const input = { caseId, kind: 'INTRODUCTION', startsAt: at(1), endsAt: at(2) };
  const { id } = (await change(coordinator, 'scheduleMeeting', 'ScheduleMeetingInput', input)).data.meeting!;
  expect(refusalOf(await invite(id, { professionalId: principal.id }))).toBe('CONSENT_REQUIRED inviteeOutsideConsent');
  expect(refusalOf(await invite(id, { professionalId: coordinator.id }))).toBe('');
});

it.each([
  ['nobody', [], 'BAD_USER_INPUT inviteeOnce'],
  [
    'one of two kinds at once',
    [{ professionalId: randomUUID(), personId: randomUUID() }],
    'BAD_USER_INPUT inviteeOnce',
  ],
  ['an unknown role', [{ professionalId: randomUUID() }], 'BAD_USER_INPUT inviteeUnknown'],
  ['an unknown person', [{ personId: randomUUID() }], 'BAD_USER_INPUT inviteeUnknown'],
])('refuses to call %s', async (_, invitees, expected) => {
  expect(refusalOf(await invite(await scheduled(alvasCase), ...invitees))).toBe(expected);
});

it('is answered by whoever is called, and by nobody else', async () => {
  const id = await scheduled(alvasCase);
  const { data } = await invite(id, { professionalId: principal.id }, { personId: alva.id });
  const ofPrincipal = data.meeting!.invitations.find(({ invitee }) => invitee?.id === principal.id)!;
  const answered = { invitationId: ofPrincipal.id, answer: 'ACCEPTED' };
  expect(refusalOf(await change(alva, 'answerInvitation', 'AnswerInvitationInput', answered))).toBe(
    'FORBIDDEN onlyInvitee',
  );
  const { meeting } = (await change(principal, 'answerInvitation', 'AnswerInvitationInput', answered)).data;
  expect(meeting!.invitations.map(({ answer }) => answer).toSorted()).toEqual(['ACCEPTED', 'NONE']);
});

it('moved to another time, it asks everybody anew; moved to another room, what was answered stands', async () => {
  const id = await scheduled(alvasCase);
  const { data } = await invite(id, { professionalId: principal.id }, { personId: alva.id });
  const { id: invitationId } = data.meeting!.invitations.find(({ invitee }) => invitee?.id === principal.id)!;
  const answers = ({ data: told }: Answer<{ meeting: Meeting | null }>): string[] =>
    told.meeting!.invitations.map(({ answer }) => answer).toSorted();
  const answer = (): Promise<Answer<{ meeting: Meeting | null }>> =>
    change(principal, 'answerInvitation', 'AnswerInvitationInput', { invitationId, answer: 'ACCEPTED' });
  const times = { startsAt: at(30), endsAt: at(31) };
  const move = async (more: object): Promise<Answer<{ meeting: Meeting | null }>> => {
    const expectedVersion = await meetingVersion(app, coordinator.token, id);
    const input = { meetingId: id, expectedVersion, ...times, ...more };
    return change(coordinator, 'rescheduleMeeting', 'RescheduleMeetingInput', input);
  };
  await answer();
  expect(answers(await move({ place: 'Rum Lingon' }))).toEqual(['NONE', 'NONE']);
  await answer();
  expect(answers(await move({ place: 'Rum Blåbär' }))).toEqual(['ACCEPTED', 'NONE']);
});

it('is taken back by the coordinator, and by nobody else; whoever was called may be called again', async () => {
  const id = await scheduled(await caseNamed('Elias'));
  const invitee = { professionalId: principal.id };
  const items = [{ category: 'PLAN', title: 'Målen' }];
  await invite(id, invitee, { professionalId: coordinator.id });
  await change(coordinator, 'setAgenda', 'SetAgendaInput', { meetingId: id, expectedVersion: 1, items });
  const mine = (meeting: Meeting, withdrawn: boolean): Invited =>
    meeting.invitations.find((one) => one.invitee?.id === principal.id && one.withdrawn === withdrawn)!;
  const { id: invitationId } = mine(await seenBy(coordinator, id), false);
  const withdraw = (as: Persona, of = invitationId): Promise<Answer<{ meeting: Meeting | null }>> =>
    change(as, 'withdrawInvitation', 'WithdrawInvitationInput', { invitationId: of });

  for (const as of [principal, alva]) expect(refusalOf(await withdraw(as))).toBe('FORBIDDEN capacityMayNot');
  const elsewhere = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  expect(refusalOf(await withdraw(elsewhere))).toBe('NOT_FOUND nodeNotFound');
  expect(refusalOf(await withdraw(coordinator, randomUUID()))).toBe('NOT_FOUND nodeNotFound');
  const { meeting } = (await withdraw(coordinator)).data;
  expect(mine(meeting!, true)).toMatchObject({ id: invitationId, answer: 'NONE', takenBack: false });
  expect(meeting!.agenda[0]!.mayStay).not.toContain(invitationId);
  expect(mine(await seenBy(principal, id), true).id).toBe(invitationId);
  expect(refusalOf(await withdraw(coordinator))).toBe('INVALID_STATE invitationWithdrawn');
  const answer = { invitationId, answer: 'ACCEPTED' };
  expect(refusalOf(await change(principal, 'answerInvitation', 'AnswerInvitationInput', answer))).toBe(
    'INVALID_STATE invitationWithdrawn',
  );

  const again = (await invite(id, invitee)).data.meeting!;
  expect(again.agenda[0]!.mayStay).toContain(mine(again, false).id);
  expect(refusalOf(await invite(id, invitee))).toBe('INVALID_STATE alreadyInvited');
  const expectedVersion = await meetingVersion(app, coordinator.token, id);
  await change(coordinator, 'cancelMeeting', 'CancelMeetingInput', { meetingId: id, expectedVersion });
  expect(refusalOf(await withdraw(coordinator, mine(again, false).id))).toBe('INVALID_STATE meetingNotPlanned');
});

it('tells what a first meeting lacks by the local rules', async () => {
  const isak = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  const query = `{ cases(search: "Isak") { edges { node { meetings { edges { node { kind missingParties } } } } } } }`;
  type Found = { cases: { edges: { node: { meetings: { edges: { node: object }[] } } }[] } };
  const { data } = await app.ask<Found>(isak.token, query);
  const found = data.cases.edges[0]!.node.meetings.edges.map(({ node }) => node);
  expect(found).toContainEqual({ kind: 'FIRST', missingParties: ['POLICE'] });
  expect(found).toContainEqual({ kind: 'FOLLOW_UP', missingParties: [] });
});

it('says who may stay in the room for which item, to those who may know of the consents', async () => {
  const eliasCase = await caseNamed('Elias');
  const id = await scheduled(eliasCase);
  await invite(id, { professionalId: principal.id }, { professionalId: coordinator.id });
  const items = [
    { category: 'PLAN', title: 'Målen' },
    { category: 'OFFENDING', title: 'Polisens bild' },
  ];
  const stale = { meetingId: id, expectedVersion: 7, items };
  const lost = await change(coordinator, 'setAgenda', 'SetAgendaInput', stale);
  expect(refusalOf(lost)).toBe('CONFLICT versionPassed');
  expect(lost.errors?.[0]?.extensions).toMatchObject({ current: { id, version: 1, status: 'PLANNED' } });
  const { agenda, version, invitations } = (
    await change(coordinator, 'setAgenda', 'SetAgendaInput', { ...stale, expectedVersion: 1 })
  ).data.meeting!;
  expect(version).toBe(2);
  const ids = (room: string[] | null): string[] =>
    invitations.flatMap((one) => (room?.includes(one.id) === true ? one.invitee!.id : [])).toSorted();
  expect(agenda.map(({ title, mayStay, mustLeave }) => [title, ids(mayStay), ids(mustLeave)])).toEqual([
    ['Målen', [coordinator.id, principal.id].toSorted(), []],
    ['Polisens bild', [coordinator.id], [principal.id]],
  ]);
  const [forPrincipal] = (await seenBy(principal, id)).agenda;
  expect(forPrincipal).toEqual({ title: 'Målen', mayStay: null, mustLeave: null });
});

it('is held, written down, and its decisions are actions at once', async () => {
  const id = await scheduled(alvasCase);
  const called = (await invite(id, { professionalId: principal.id }, { personId: alva.id })).data.meeting!;
  const { data } = await app.ask<{
    case: { plan: { goals: { id: string }[] }; otherImportantPersons: { id: string }[] };
  }>(coordinator.token, 'query ($id: ID!) { case(id: $id) { plan { goals { id } } otherImportantPersons { id } } }', {
    id: alvasCase,
  });
  const goalId = data.case.plan.goals[0]!.id;
  const personId = data.case.otherImportantPersons[0]!.id;
  const record = {
    meetingId: id,
    expectedVersion: 1,
    minutes: 'Vi pratade om skolan.',
    attendance: called.invitations.map((one, index) => ({
      invitationId: one.id,
      attendance: index === 0 ? 'ATTENDED' : 'EXCUSED',
    })),
    decisions: [
      { category: 'PLAN', text: 'Fortsätta som nu' },
      {
        category: 'PLAN',
        text: 'Föräldrarna får stöd',
        action: { goalId, what: 'Ringa föräldrastödet', responsible: { personId }, supports: 'GUARDIANS' },
      },
    ],
  };
  const early = await change(coordinator, 'recordMeeting', 'RecordMeetingInput', record);
  expect(refusalOf(early)).toBe('INVALID_STATE meetingNotBegun');
  await setClock(app.database.login, Date.now() + 3 * HOUR);
  const unknown = { ...record, decisions: [{ category: 'PLAN', text: 'x', action: { goalId: id, responsible: {} } }] };
  expect(refusalOf(await change(coordinator, 'recordMeeting', 'RecordMeetingInput', unknown))).toBe(
    'NOT_FOUND nodeNotFound',
  );
  const { meeting } = (await change(coordinator, 'recordMeeting', 'RecordMeetingInput', record)).data;
  expect(meeting).toMatchObject({
    status: 'HELD',
    version: 2,
    minutes: { text: 'Vi pratade om skolan.', author: { name: coordinator.name } },
    decisions: [
      { text: 'Fortsätta som nu', action: null },
      { action: { what: 'Ringa föräldrastödet', supports: 'GUARDIANS', responsible: { id: personId } } },
    ],
  });
  expect(meeting!.invitations.map(({ attendance }) => attendance).toSorted()).toEqual(['ATTENDED', 'EXCUSED']);
  expect((await seenBy(alva, id)).minutes?.text).toBe('Vi pratade om skolan.');
  const again = await change(coordinator, 'recordMeeting', 'RecordMeetingInput', { ...record, expectedVersion: 2 });
  expect(refusalOf(again)).toBe('INVALID_STATE meetingNotPlanned');
  await setClock(app.database.login, Date.now());
});

it('is taken back by the withdrawal alone; who may not know of consents is not told', async () => {
  const id = await scheduled(alvasCase);
  await invite(id, { professionalId: principal.id }, { professionalId: police.id });
  expect((await seenBy(principal, id)).invitations).toHaveLength(2);
  expect((await seenBy(police, id)).invitations).toHaveLength(2);
  const { agency } = police;
  const cells = app.personas
    .filter(
      (one) => one.municipality.id === police.municipality.id && one.agency !== null && one.agency.id !== agency!.id,
    )
    .map(({ agency: from }) => ({ fromId: from!.id, toId: agency!.id, categories: ['MEETING'] }));
  const scope = [...new Map(cells.map((cell) => [cell.fromId, cell])).values()];
  const withdrawal = `mutation ($caseId: ID, $scope: [ConsentGrantInput!]) { withdrawConsent(caseId: $caseId, scope: $scope) { id } }`;
  expect(refusalOf(await app.ask(alva.token, withdrawal, { caseId: alvasCase, scope }))).toBe('');
  const standing = (all: Invited[]): [string, boolean | null][] =>
    all.map(({ invitee, takenBack }) => [invitee?.id === police.id ? 'police' : 'school', takenBack]);
  expect(standing((await seenBy(coordinator, id)).invitations)).toEqual(
    expect.arrayContaining([
      ['police', true],
      ['school', false],
    ]),
  );
  expect(standing((await seenBy(principal, id)).invitations)).toEqual(
    expect.arrayContaining([
      ['police', null],
      ['school', null],
    ]),
  );
  expect(await seenBy(police, id)).toBeNull();
});
