/** What a call that the coordinator took back by hand still counts for: nothing; and who is told. */
import { randomUUID } from 'node:crypto';
import { setClock } from '../../src/storage/clock.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { TestSocket } from '../support/socket.js';
import { allTold } from '../support/told.js';
import { caseOf } from '../support/demo-case.js';

const HOUR = 60 * 60 * 1000;
const CALLS = 'id version missingParties invitations { id withdrawn attendance }';
interface Meeting {
  id: string;
  version: number;
  missingParties: string[];
  invitations: { id: string; withdrawn: boolean; attendance: string }[];
}

let app: TestApp;
let takeTurn: () => Promise<void>;
beforeAll(async () => {
  app = await startTestApp({
    notifying: (work) => {
      takeTurn = work;
      return () => undefined;
    },
  });
});
afterAll(() => app.stop());

const coordinator = (municipality: string): Persona => app.persona({ municipality, capacity: 'COORDINATOR' });
async function change(as: Persona, field: string, type: string, input: object): Promise<Answer<{ it: Meeting }>> {
  const document = `mutation ($input: ${type}!) { it: ${field}(input: $input) { ${CALLS} } }`;
  return app.ask(as.token, document, { input: { requestId: randomUUID(), ...input } });
}
const withdraw = (as: Persona, invitationId: string): Promise<Answer<{ it: Meeting }>> =>
  change(as, 'withdrawInvitation', 'WithdrawInvitationInput', { invitationId });
async function called(as: Persona, caseId: string, ...invitees: object[]): Promise<Meeting> {
  const [startsAt, endsAt] = [1, 2].map((hours) => new Date(Date.now() + hours * HOUR).toISOString());
  const planned = { caseId, kind: 'FOLLOW_UP', startsAt, endsAt };
  const { id: meetingId } = (await change(as, 'scheduleMeeting', 'ScheduleMeetingInput', planned)).data.it;
  return (await change(as, 'invite', 'InviteInput', { meetingId, invitees })).data.it;
}

it('tells whoever was called, in the stream and in the inbox, and nobody who may not see the meeting', async () => {
  const inUddevalla = (more: object): Persona => app.persona({ municipality: 'Uddevalla', ...more });
  const alva = inUddevalla({ name: 'Alva' });
  const { id: caseId } = await caseOf(app, alva.token);
  const police = inUddevalla({ profession: 'POLICE_OFFICER' });
  const stranger = app.persona({ municipality: 'Vellinge', profession: 'POLICE_OFFICER' });
  const { id, invitations } = await called(coordinator('Uddevalla'), caseId, { professionalId: police.id });
  const inbox = async ({ token }: Persona): Promise<number> => {
    const query = '{ viewer { notifications { unreadCount } } }';
    const { data } = await app.ask<{ viewer: { notifications: { unreadCount: number } } }>(token, query);
    return data.viewer.notifications.unreadCount;
  };
  const everybody = [police, alva, coordinator('Uddevalla'), stranger];
  const inboxes = (): Promise<number[]> => Promise.all(everybody.map(inbox));
  await allTold(app.database, takeTurn);
  const [before, socket] = [await inboxes(), await TestSocket.signIn(app.url, police.token)];
  socket.subscribe('a', `subscription { meetingChanged { ... on MeetingChanged { meeting { ${CALLS} } } } }`);
  await socket.marker();
  expect(refusalOf(await withdraw(coordinator('Uddevalla'), invitations[0]!.id))).toBe('');
  const { data } = await socket.frame('a');
  const withdrawn = [{ id: invitations[0]!.id, withdrawn: true }];
  expect(data?.['meetingChanged']).toMatchObject({ meeting: { id, invitations: withdrawn } });
  await allTold(app.database, takeTurn);
  const after = await inboxes();
  expect(after.map((count, index) => count - before[index]!)).toEqual([1, 1, 0, 0]);
  await socket.close();
});

it('leaves the party missing that was called, and is no longer one who could have come', async () => {
  const leads = coordinator('Vellinge');
  const nova = app.persona({ municipality: 'Vellinge', name: 'Nova Lindgärde' });
  const { id: caseId, youngPersonId } = await caseOf(app, nova.token);
  const query = `query ($id: ID!) { case(id: $id) { meetings { edges { node { kind ${CALLS} } } } } }`;
  const { data } = await app.ask<{ case: { meetings: { edges: { node: Meeting & { kind: string } }[] } } }>(
    ...[leads.token, query, { id: caseId }],
  );
  const { id: meetingId } = data.case.meetings.edges.map(({ node }) => node).find(({ kind }) => kind === 'FIRST')!;
  const own = await app.ask<{ node: { invitations: { id: string; invitee: { id: string } | null }[] } }>(
    ...[
      leads.token,
      'query ($id: ID!) { node(id: $id) { ... on Meeting { invitations { id invitee { ... on YoungPerson { id } } } } } }',
    ],
    { id: meetingId },
  );
  const hers = own.data.node.invitations.find(({ invitee }) => invitee?.id === youngPersonId)!;
  const lacking = (await withdraw(leads, hers.id)).data.it;
  expect(lacking.missingParties).toContain('YOUNG_PERSON');
  const invitees = [{ personId: youngPersonId }];
  const again = (await change(leads, 'invite', 'InviteInput', { meetingId, invitees })).data.it;
  expect(again.missingParties).toEqual(lacking.missingParties.filter((party) => party !== 'YOUNG_PERSON'));

  await setClock(app.database.login, Date.now() + 9 * 24 * HOUR);
  const came = (invitationId: string): Promise<Answer<{ it: Meeting }>> =>
    change(leads, 'recordMeeting', 'RecordMeetingInput', {
      ...{ meetingId, expectedVersion: again.version, decisions: [] },
      attendance: [{ invitationId, attendance: 'ATTENDED' }],
    });
  expect(refusalOf(await came(hers.id))).toBe('BAD_USER_INPUT invitationUnknown');
  const standing = again.invitations.find(({ id, withdrawn }) => !withdrawn && id !== hers.id)!;
  expect(refusalOf(await came(standing.id))).toBe('');
  await setClock(app.database.login, Date.now());
});
