import { randomUUID } from 'node:crypto';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const someone = (profession: string, municipality = 'Uddevalla'): Persona => app.persona({ municipality, profession });
const administrator = (municipality = 'Uddevalla'): Persona => app.persona({ municipality, capacity: 'ADMINISTRATOR' });
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

interface Place {
  id: string;
  function: string;
  from: string;
  until: string | null;
  professional: { id: string; name: string } | null;
}
interface Group {
  id: string;
  kind: string;
  members: Place[];
}
const PLACE = '{ id function from until professional { id name } }';
const steering = async (as: Persona): Promise<Group> => {
  const { data } = await app.ask<{ viewer: { municipality: { groups: Group[] } } }>(
    as.token,
    `{ viewer { municipality { groups { id kind members ${PLACE} } } } }`,
  );
  return data.viewer.municipality.groups.find(({ kind }) => kind === 'STEERING')!;
};
const add = (groupId: string, who: Persona, more: object = {}, as = administrator()): Promise<Answer<{ it: Place }>> =>
  app.ask(as.token, `mutation ($input: AddGroupMemberInput!) { it: addGroupMember(input: $input) ${PLACE} }`, {
    input: { requestId: randomUUID(), groupId, professionalId: who.id, function: 'CHAIR', ...more },
  });
const end = (memberId: string, as = administrator()): Promise<Answer<{ it: Place }>> =>
  app.ask(as.token, `mutation ($input: EndGroupMemberInput!) { it: endGroupMember(input: $input) ${PLACE} }`, {
    input: { requestId: randomUUID(), memberId },
  });
const casesTouched = (): Promise<string> =>
  asOwner(app.database.login, async (client) => {
    const { rows } = await client.query<{ sum: string }>('select sum(seq) from case_file');
    return rows[0]!.sum;
  });

it('an administrator gives a place in a group and ends it; everybody of the municipality sees who sits there now', async () => {
  const [principal, before] = [someone('SOCIAL_PEDAGOGUE'), await casesTouched()];
  const { id: groupId } = await steering(administrator());
  const added = await add(groupId, principal);
  expect(added.errors).toBeUndefined();
  const { id } = added.data.it;
  expect(added.data.it).toMatchObject({ function: 'CHAIR', until: null, professional: { id: principal.id } });
  expect((await steering(someone('POLICE_OFFICER'))).members).toContainEqual(added.data.it);
  expect(refusalOf(await add(groupId, principal))).toBe('INVALID_STATE inGroupAlready');

  const ended = await end(id);
  expect(ended.data.it).toMatchObject({ id, until: expect.any(String) as string });
  expect((await steering(someone('POLICE_OFFICER'))).members.map((member) => member.id)).not.toContain(id);
  expect(refusalOf(await end(id))).toBe('INVALID_STATE groupPlaceEnded');
  expect((await add(groupId, principal)).errors).toBeUndefined();
  expect(await casesTouched()).toBe(before);
});

it('never reaches back, and a place that has not begun can be taken back', async () => {
  const who = someone('LEISURE_LEADER');
  const { id: groupId } = await steering(administrator());
  expect(refusalOf(await add(groupId, who, { from: inDays(-1) }))).toBe('BAD_USER_INPUT groupTimes');
  expect(refusalOf(await add(groupId, who, { from: inDays(3), until: inDays(2) }))).toBe('BAD_USER_INPUT groupTimes');
  const ahead = await add(groupId, who, { from: inDays(3) });
  expect((await steering(who)).members.map(({ id }) => id)).not.toContain(ahead.data.it.id);
  expect((await add(groupId, who, { until: inDays(2) })).errors).toBeUndefined();
  const { data } = await end(ahead.data.it.id);
  expect(data.it.until).toBe(data.it.from);
});

it("is no coordinator's and no member's to change, and nobody's of another municipality", async () => {
  const { id: groupId, members } = await steering(administrator());
  const who = someone('FIELD_SECRETARY');
  for (const as of [someone('COORDINATOR'), app.persona({ municipality: 'Uddevalla', capacity: 'STEERING_MEMBER' })]) {
    expect(refusalOf(await add(groupId, who, {}, as))).toBe('FORBIDDEN capacityMayNot');
    expect(refusalOf(await end(members[0]!.id, as))).toBe('FORBIDDEN capacityMayNot');
  }
  const elsewhere = administrator('Vellinge');
  expect(refusalOf(await add(groupId, who, {}, elsewhere))).toBe('NOT_FOUND nodeNotFound');
  expect(refusalOf(await end(members[0]!.id, elsewhere))).toBe('NOT_FOUND nodeNotFound');
  const stranger = someone('POLICE_OFFICER', 'Vellinge');
  expect(refusalOf(await add(groupId, stranger))).toBe('BAD_USER_INPUT memberUnknown');
  expect((await steering(administrator())).members).toEqual(members);
});

it('sent twice at once under one request id leaves one place', async () => {
  const { id: groupId } = await steering(administrator());
  const [who, requestId] = [someone('FIELD_SECRETARY'), randomUUID()];
  const [first, second] = await Promise.all([add(groupId, who, { requestId }), add(groupId, who, { requestId })]);
  expect(first.errors).toBeUndefined();
  expect(second.text).toBe(first.text);
  const { members } = await steering(who);
  expect(members.filter(({ professional }) => professional?.id === who.id)).toHaveLength(1);
});
