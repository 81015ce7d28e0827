/**
 * Uddevalla's leaflet as a story: the operative group proposes, the young person's own consent is always needed and the
 * guardians' also, and the group meets every second to third week together with the young person. Everything goes through
 * the API, every step by whose job it is.
 */
import { testIdentityNumber } from '../../src/demo/test-identity-number.js';
import { startTestApp } from '../support/app.js';
import { LeafletCase } from '../support/leaflet-case.js';
import { bornAgo } from '../support/proposing.js';

let sig: LeafletCase;
let proposalId: string;
beforeAll(async () => {
  sig = new LeafletCase(await startTestApp(), 'Uddevalla');
});
afterAll(() => sig.app.stop());

const PARTIES = ['Socialtjänsten', 'Grundskolan', 'Elevhälsan', 'Kultur och fritid', 'Polisen'];
const ABOUT = ['IDENTITY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'OFFENDING', 'LEISURE', 'PLAN', 'MEETING'];
const GROUP = ['FIELD_SECRETARY', 'SOCIAL_PEDAGOGUE', 'COUNSELLOR', 'LEISURE_LEADER', 'POLICE_OFFICER'];

interface Listed {
  proposals: { edges: { node: { id: string; state: string; case: { id: string } | null } }[] };
}
async function listed(who: string): Promise<Listed['proposals']['edges'][number]['node']> {
  const query = '{ proposals { edges { node { id state case { id } } } } }';
  const { data } = await sig.app.ask<Listed>(sig.as(who), query);
  return data.proposals.edges.map(({ node }) => node).find(({ id }) => id === proposalId)!;
}

describe('SIG in Uddevalla', () => {
  it('in the operative group, the counsellor of student health is worried early, and says so without a name', async () => {
    const proposal = {
      givenName: 'Tor',
      familyName: 'Provberg',
      personalIdentityNumber: testIdentityNumber(bornAgo(13), 'MALE'),
      reasons: ['RISK_OF_EXCLUSION'],
      riskAreas: ['SCHOOL_ABSENCE', 'FRIENDS'],
      words: 'Tor går ofta från Dalabergsskolan vid lunch.',
    };
    await expect(
      sig.does('COUNSELLOR', 'propose', {
        ...proposal,
        personalIdentityNumber: testIdentityNumber(bornAgo(11), 'MALE'),
      }),
    ).rejects.toThrow('outsideTargetAge');
    proposalId = (await sig.does('COUNSELLOR', 'propose', proposal, 'id')).id;
    sig.caseId = (await listed('COORDINATOR')).case!.id;
    const { youngPerson, number } = await sig.seen();
    expect(youngPerson.givenName).toBeNull();
    expect(number).toMatch(/^F-/);
    await expect(sig.does('COORDINATOR', 'acceptProposal', { caseId: sig.caseId })).rejects.toThrow('proposalBlind');
  });

  it('the family says yes to being proposed; then the coordinator knows whom it is about, and takes the case on', async () => {
    await sig.does('COUNSELLOR', 'stateBasis', { proposalId, basis: 'FAMILY_AGREED' });
    expect((await sig.seen()).youngPerson.givenName).toBe('Tor');
    await sig.does('COORDINATOR', 'acceptProposal', { caseId: sig.caseId });
    expect((await sig.seen()).number).toMatch(/^SIG-/);
    expect((await listed('COUNSELLOR')).state).toBe('ACCEPTED');
  });

  it('the coordinator meets Tor and his parents, tells them what the group is, and asks for their consent', async () => {
    const { caseId } = sig;
    for (const givenName of ['Eva', 'Nils'])
      await sig.does('COORDINATOR', 'addGuardian', { caseId, givenName, familyName: 'Provberg', from: '2015-01-01' });
    await sig.familySignsIn();
    expect((await sig.meets('INTRODUCTION', ['Tor', 'Eva', 'Nils'])).status).toBe('HELD');
    await sig.does('COORDINATOR', 'requestConsent', { caseId });
  });

  it('at thirteen, Tor’s own yes is needed too: with the parents’ alone nothing starts', async () => {
    await sig.signed(['Eva', 'Nils'], PARTIES, ABOUT);
    expect((await sig.seen()).status).toBe('CONSENT_PENDING');
    await sig.signed(['Tor'], PARTIES, ABOUT);
    // Uddevalla's leaflet sets no length.
    expect(await sig.seen()).toMatchObject({ status: 'ACTIVE', plannedEndOn: null });
  });

  it('the operative group takes part, each by an own yes, or that of the unit manager', async () => {
    for (const profession of GROUP) {
      await sig.takesPart(profession, 'MEMBER', profession === 'SOCIAL_PEDAGOGUE' ? 'UNIT_MANAGER' : profession);
    }
    expect(await sig.seenBy('UNIT_MANAGER')).toBeNull();
    expect((await sig.seenBy('POLICE_OFFICER'))?.youngPerson.givenName).toBe('Tor');
  });

  it('together they get one picture: each maps what it knows, and Tor says where he sees it otherwise', async () => {
    const { caseId } = sig;
    const known: [string, string, string, string][] = [
      ['COUNSELLOR', 'SCHOOL_ATTENDANCE', 'Någon att sitta med på lunchen', 'Kommer alltid till slöjden'],
      ['LEISURE_LEADER', 'LEISURE', 'Något eget att göra om kvällarna', 'Lagar gärna saker'],
      ['POLICE_OFFICER', 'OFFENDING', 'Andra att vara med på fredagar', 'Hälsar och stannar och pratar'],
    ];
    for (const [who, area, needs, strengths] of known) {
      await sig.does(who, 'recordMapping', { caseId, area, needs, strengths });
    }
    const mappings = '{ mappings { edges { node { category needs holder { name } } } } }';
    type Mapped = { case: { mappings: { edges: { node: { category: string } }[] } } };
    const query = `query ($id: ID!) { case(id: $id) ${mappings} }`;
    for (const who of GROUP) {
      const { data } = await sig.app.ask<Mapped>(sig.as(who), query, { id: caseId });
      const areas = data.case.mappings.edges.map(({ node }) => node.category).toSorted();
      expect([who, areas]).toEqual([who, ['LEISURE', 'OFFENDING', 'SCHOOL_ATTENDANCE']]);
    }
    const note = { caseId, category: 'PLAN', text: 'Tor är helst ute om kvällarna.' };
    const { id: noteId } = await sig.does('POLICE_OFFICER', 'writeNote', note, 'id');
    await sig.does('Tor', 'object', { noteId, text: 'Helst är jag i verkstaden.' });
    const beside = `query ($id: ID!) { node(id: $id) { ... on Note { text objections { role text } } } }`;
    const read = await sig.app.ask(sig.as('SOCIAL_PEDAGOGUE'), beside, { id: noteId });
    const objections = [{ role: 'YOUNG_PERSON', text: 'Helst är jag i verkstaden.' }];
    expect(read.data).toEqual({ node: { text: note.text, objections } });
  });

  it('an individual plan is made with Tor: to try new interests, and to leave a circle of friends behind', async () => {
    await sig.meets('FIRST', ['Tor', 'Eva', 'Nils', ...GROUP, 'COORDINATOR']);
    const { id: planId } = await sig.does('COORDINATOR', 'createPlan', { caseId: sig.caseId }, 'id');
    const { municipality } = await sig.seen();
    const agencyId = (name: string): string => municipality.agencies.find((agency) => agency.name === name)!.id;
    const leisure = { planId, area: 'LEISURE', inOwnWords: 'Jag vill bygga cyklar.' };
    const { id: goalId } = await sig.does('LEISURE_LEADER', 'addGoal', leisure, 'id');
    const cycling = { category: 'LEISURE', what: 'Prova cykelverkstaden på Kampenhof' };
    await sig.does('LEISURE_LEADER', 'addAction', {
      ...{ goalId, ...cycling, responsible: { agencyId: agencyId('Kultur och fritid') } },
    });
    const friends = { category: 'PLAN', what: 'Promenad varje vecka, om vännerna och om att säga nej' };
    await sig.does('SOCIAL_PEDAGOGUE', 'addAction', {
      ...{ goalId, ...friends, responsible: { professionalId: sig.role('SOCIAL_PEDAGOGUE').id } },
    });
    expect((await sig.seenBy('Tor'))?.plan?.progress).toMatchObject({ total: 2, done: 0 });
  });

  it('every second to third week the group meets together with Tor', async () => {
    for (const days of [14, 21, 17]) {
      await sig.daysPass(days);
      expect((await sig.meets('FOLLOW_UP', ['Tor', 'Eva', 'Nils', ...GROUP])).status).toBe('HELD');
    }
    const [first] = (await sig.seenBy('LEISURE_LEADER'))!.plan!.goals[0]!.actions;
    const { id: actionId, version: expectedVersion } = first!;
    await sig.does('LEISURE_LEADER', 'updateAction', { actionId, expectedVersion, status: 'DONE' });
    await sig.does('LEISURE_LEADER', 'evaluateAction', { actionId, text: 'Tor leder nu de yngre i verkstaden.' });
    expect((await sig.seenBy('Eva'))?.plan?.progress).toMatchObject({ total: 2, done: 1 });
  });

  it('twice a term the steering group meets, about the work in Dalaberg and Kampenhof and about no young person', async () => {
    const member = sig.app.persona({ municipality: 'Uddevalla', capacity: 'STEERING_MEMBER' });
    const met = { startsAt: sig.inDays(0, 90), endsAt: sig.inDays(0, 180) };
    const { id: steeringMeetingId } = await sig.does('COORDINATOR', 'scheduleSteeringMeeting', met, 'id');
    await sig.daysPass(0.2);
    await sig.does('COORDINATOR', 'recordSteeringMeeting', {
      ...{ steeringMeetingId, expectedVersion: 1, attended: [member.id] },
      minutes: 'Fältgruppen är oftare i Dalaberg och Kampenhof, som medborgarlöftet säger.',
    });
    const query = `{ cases { totalCount } viewer { municipality { rulePack { steeringMeetingsPerTerm } focusAreas { name }
      steeringMeetings(first: 50) { edges { node { id status minutes attendance { attended professional { id } } } } } } } }`;
    interface Seen {
      cases: { totalCount: number };
      viewer: {
        municipality: {
          rulePack: object;
          focusAreas: { name: string }[];
          steeringMeetings: { edges: { node: { id: string } }[] };
        };
      };
    }
    const { cases, viewer } = (await sig.app.ask<Seen>(member.token, query)).data;
    const { rulePack, focusAreas, steeringMeetings } = viewer.municipality;
    expect([cases.totalCount, rulePack]).toEqual([0, { steeringMeetingsPerTerm: 2 }]);
    expect(focusAreas.map(({ name }) => name).toSorted()).toEqual(['Dalaberg', 'Kampenhof']);
    const held = steeringMeetings.edges.map(({ node }) => node).find(({ id }) => id === steeringMeetingId);
    expect(held).toMatchObject({
      ...{ status: 'HELD', minutes: expect.stringContaining('medborgarlöftet') as string },
      attendance: expect.arrayContaining([{ attended: true, professional: { id: member.id } }]) as object[],
    });
  });

  it('when Nils takes his consent back the work rests at once, and goes on when he says yes again', async () => {
    const { guardians } = await sig.seen();
    const signerId = guardians.find(({ givenName }) => givenName === 'Nils')!.id;
    const document =
      'mutation ($caseId: ID!, $signerId: ID) { withdrawConsent(caseId: $caseId, signerId: $signerId) { id } }';
    const { errors } = await sig.app.ask(sig.as('Nils'), document, { caseId: sig.caseId, signerId });
    expect(errors).toBeUndefined();
    expect((await sig.seen()).status).toBe('PAUSED');
    expect((await sig.seenBy('POLICE_OFFICER'))?.youngPerson.givenName).toBeNull();
    await sig.signed(['Nils'], PARTIES, ABOUT);
    expect((await sig.seen()).status).toBe('ACTIVE');
    expect((await sig.seenBy('POLICE_OFFICER'))?.youngPerson.givenName).toBe('Tor');
  });

  it('after four months it is evaluated and closed: school goes better, and no agency keeps the case after the follow-up', async () => {
    await sig.daysPass(65);
    await sig.meets('CLOSING', ['Tor', 'Eva', 'Nils', ...GROUP]);
    const { caseId } = sig;
    await sig.does('COUNSELLOR', 'recordOutcome', {
      caseId,
      expectedVersion: 0,
      category: 'SCHOOL_RESULTS',
      before: 'NOT_MET',
      after: 'MET',
    });
    await sig.does('POLICE_OFFICER', 'recordOutcome', {
      caseId,
      expectedVersion: 0,
      category: 'OFFENDING',
      before: 'UNKNOWN',
      after: 'MET',
    });
    await sig.does('COORDINATOR', 'closeCase', {
      ...{ caseId, reason: 'PERIOD_OVER', followUpUntil: sig.inDays(30) },
      evaluation: 'Tor är i skolan på lunchen och leder cykelverkstaden.',
    });
    expect((await sig.seenBy('Nils'))?.closingEvaluation?.text).toContain('cykelverkstaden');
    expect((await sig.seenBy('COORDINATOR'))?.outcomes.map(({ category }) => category).toSorted()).toEqual([
      'OFFENDING',
      'SCHOOL_RESULTS',
    ]);
    expect((await sig.seenBy('Tor'))?.outcomes).toEqual([]);
    await sig.daysPass(31);
    expect(await Promise.all([...GROUP, 'COORDINATOR'].map((who) => sig.seenBy(who)))).toEqual(
      [...GROUP, ''].map(() => null),
    );
    expect(await sig.seenBy('Tor')).toMatchObject({ status: 'CLOSED', closingReason: 'PERIOD_OVER' });
  });
});
