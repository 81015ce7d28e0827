/**
 * Vellinge's leaflet (January 2019) as a story: a short period of about four months, from the police's proposal to the
 * follow-up after closing. Everything goes through the API, every step by whose job it is.
 */
import { testIdentityNumber } from '../../src/demo/test-identity-number.js';
import { startTestApp } from '../support/app.js';
import { LeafletCase } from '../support/leaflet-case.js';
import { bornAgo } from '../support/proposing.js';

let sig: LeafletCase;
let proposalId: string;
beforeAll(async () => {
  sig = new LeafletCase(await startTestApp(), 'Vellinge');
});
afterAll(() => sig.app.stop());

const PARTIES = ['Socialtjänsten', 'Grundskolan', 'Polisen', 'Fritid'];

describe('SIG in Vellinge', () => {
  const proposed = {
    givenName: 'Vera',
    familyName: 'Provberg',
    personalIdentityNumber: testIdentityNumber(bornAgo(16), 'FEMALE'),
    reasons: ['RISK_OF_CRIME', 'RISK_OF_ABUSE'],
    riskAreas: ['FRIENDS', 'DRUGS'],
    words: 'Vera och hennes mamma vill ha hjälp innan det går längre.',
  };

  it('the police propose a sixteen-year-old in the risk zone, and must first have reported their concern', async () => {
    await expect(sig.does('POLICE_OFFICER', 'propose', proposed)).rejects.toThrow('concernMissing');
    const concern = { stand: 'REPORTED', reference: 'ORO 231', reportedOn: '2024-01-07' };
    const input = { ...proposed, basis: 'FAMILY_AGREED', concern };
    const made = await sig.does<{ id: string; state: string }>('POLICE_OFFICER', 'propose', input, 'id state');
    proposalId = made.id;
    expect(made.state).toBe('RECEIVED');
  });

  it('the coordinator takes the case on; the police hear that, and nothing more', async () => {
    const query = '{ proposals { edges { node { id state case { id youngPerson { givenName } } } } } }';
    interface Listed {
      proposals: { edges: { node: { id: string; state: string; case: { id: string } | null } }[] };
    }
    const listed = async (who: string): Promise<Listed['proposals']['edges'][number]['node']> => {
      const { data } = await sig.app.ask<Listed>(sig.as(who), query);
      return data.proposals.edges.map(({ node }) => node).find(({ id }) => id === proposalId)!;
    };
    const received = await listed('COORDINATOR');
    expect(received.case).toMatchObject({ youngPerson: { givenName: 'Vera' } });
    sig.caseId = received.case!.id;
    await sig.does('COORDINATOR', 'acceptProposal', { caseId: sig.caseId });
    expect(await listed('POLICE_OFFICER')).toEqual({ id: proposalId, state: 'ACCEPTED', case: null });
    expect(await sig.seenBy('POLICE_OFFICER')).toBeNull();
  });

  it('the coordinator meets the family for an introductory talk, which needs no consent, and asks for theirs', async () => {
    const { caseId } = sig;
    for (const givenName of ['Siv', 'Kent'])
      await sig.does('COORDINATOR', 'addGuardian', { caseId, givenName, familyName: 'Provberg', from: '2015-01-01' });
    await sig.familySignsIn();
    expect((await sig.meets('INTRODUCTION', ['Vera', 'Siv', 'Kent'])).status).toBe('HELD');
    await sig.does('COORDINATOR', 'requestConsent', { caseId });
    expect((await sig.seen()).status).toBe('CONSENT_PENDING');
  });

  it('over fifteen, the young person signs together with both parents: then the work starts, for about four months', async () => {
    const about = [
      'IDENTITY',
      'FAMILY',
      'SCHOOL_ATTENDANCE',
      'SCHOOL_RESULTS',
      'OFFENDING',
      'SOCIAL_SUPPORT',
      'LEISURE',
      'PLAN',
      'MEETING',
    ];
    await sig.signed(['Vera', 'Siv'], PARTIES, about);
    expect((await sig.seen()).status).toBe('CONSENT_PENDING');
    await sig.signed(['Kent'], PARTIES, about);
    const { status, startedOn, plannedEndOn } = await sig.seen();
    expect(status).toBe('ACTIVE');
    const weeks = (Date.parse(plannedEndOn!) - Date.parse(startedOn!)) / (7 * 86_400_000);
    expect(weeks).toBeGreaterThan(16);
    expect(weeks).toBeLessThan(19);
  });

  it('social services, police, school and leisure take part when each has said yes', async () => {
    await sig.takesPart('SOCIAL_WORKER', 'PLAN_RESPONSIBLE');
    await sig.takesPart('POLICE_OFFICER', 'MEMBER');
    await sig.takesPart('PRINCIPAL', 'CONTACT');
    expect(await sig.seenBy('LEISURE_LEADER')).toBeNull();
    await sig.takesPart('LEISURE_LEADER', 'MEMBER');
    expect((await sig.seenBy('LEISURE_LEADER'))?.youngPerson.givenName).toBe('Vera');
    const duties = (await sig.seen()).participants.map(
      ({ duty, professional }) => `${professional.profession} ${duty ?? '–'}`,
    );
    expect(duties).toEqual([
      'COORDINATOR –',
      'SOCIAL_WORKER PLAN_RESPONSIBLE',
      'POLICE_OFFICER MEMBER',
      'PRINCIPAL CONTACT',
      'LEISURE_LEADER MEMBER',
    ]);
  });

  it('the first meeting: the young person, the guardians, social services, police, school and the coordinator', async () => {
    const all = ['Vera', 'Siv', 'Kent', 'SOCIAL_WORKER', 'POLICE_OFFICER', 'PRINCIPAL', 'COORDINATOR'];
    const first = await sig.meets('FIRST', all, 'Alla berättade vad de vill. Vera vill börja spela igen.');
    expect(first).toMatchObject({ status: 'HELD', missingParties: [] });
  });

  it('the coordinator writes the work plan: what is to be done, and who is responsible, with support for the guardians', async () => {
    const { caseId } = sig;
    const { id: planId } = await sig.does('COORDINATOR', 'createPlan', { caseId }, 'id');
    const goal = { planId, area: 'PLAN', inProfessionalWords: 'Trygga kvällar och en fritid som lockar.' };
    const { id: goalId, version } = await sig.does<{ id: string; version: number }>(
      'SOCIAL_WORKER',
      'addGoal',
      goal,
      'id version',
    );
    await sig.does('Vera', 'updateGoal', {
      goalId,
      expectedVersion: version,
      inOwnWords: 'Jag vill spela fotboll igen.',
    });
    const { municipality, youngPerson } = await sig.seen();
    const agencyId = (kind: string): string =>
      municipality.agencies.find((agency) => agency.kind === kind && agency.parent === null)!.id;
    const actions: [string, object][] = [
      [
        'LEISURE_LEADER',
        { category: 'LEISURE', what: 'Följa med till fotbollen', responsible: { agencyId: agencyId('LEISURE') } },
      ],
      [
        'PRINCIPAL',
        {
          category: 'SCHOOL_ATTENDANCE',
          what: 'Mentorssamtal varje måndag',
          responsible: { professionalId: sig.role('PRINCIPAL').id },
        },
      ],
      [
        'SOCIAL_WORKER',
        {
          category: 'PLAN',
          what: 'Råd till föräldrarna',
          responsible: { professionalId: sig.role('SOCIAL_WORKER').id },
          supports: 'GUARDIANS',
        },
      ],
      [
        'COORDINATOR',
        { category: 'PLAN', what: 'Höra av sig till tränaren', responsible: { personId: youngPerson.id } },
      ],
    ];
    for (const [who, action] of actions) await sig.does(who, 'addAction', { goalId, ...action });
    expect((await sig.seenBy('Siv'))?.plan?.goals[0]?.inOwnWords).toBe('Jag vill spela fotboll igen.');
  });

  it('about every second week the coordinator calls a follow-up, where the running measures are evaluated', async () => {
    const { guardians, plan: planned } = await sig.seen();
    const responsible = { personId: guardians.find(({ givenName }) => givenName === 'Siv')!.id };
    const action = { goalId: planned!.goals[0]!.id, what: 'Hämta efter träningen på tisdagar', responsible };
    const all = ['Vera', 'Siv', 'Kent', 'SOCIAL_WORKER', 'PRINCIPAL', 'LEISURE_LEADER', 'COORDINATOR'];
    for (let meeting = 1; meeting <= 7; meeting++) {
      // A meeting takes a fifth of a day: so they start two weeks apart, at the same time of the day.
      await sig.daysPass(13.8);
      expect((await sig.seen()).nextMeetingDue).toEqual({ overdue: false });
      const decided = { category: 'PLAN', text: 'Siv hämtar Vera efter träningen.', action };
      await sig.meets('FOLLOW_UP', all, `Uppföljning ${meeting}.`, meeting === 2 ? [decided] : []);
      if (meeting !== 3) continue;
      const actions = (await sig.seenBy('LEISURE_LEADER'))!.plan!.goals[0]!.actions;
      const football = actions.find(({ what }) => what.includes('fotbollen'))!;
      await sig.does('LEISURE_LEADER', 'updateAction', {
        actionId: football.id,
        expectedVersion: football.version,
        status: 'IN_PROGRESS',
      });
      await sig.does('LEISURE_LEADER', 'evaluateAction', { actionId: football.id, text: 'Två träningar i veckan.' });
      const own = actions.find(({ what }) => what.includes('tränaren'))!;
      await sig.does('Vera', 'updateAction', { actionId: own.id, expectedVersion: own.version, status: 'DONE' });
    }
    const { plan, meetings, upcoming } = await sig.seen();
    expect(plan!.progress).toMatchObject({ total: 5, done: 1 });
    expect(meetings.edges.filter(({ node }) => node.kind === 'FOLLOW_UP' && node.status === 'HELD')).toHaveLength(7);
    expect(upcoming!.flatMap(({ causes }) => causes)).toContain('PLANNED_END');
  });

  it('at the closing meeting the work is evaluated, each agency saying what it knows', async () => {
    await sig.meets('CLOSING', ['Vera', 'Siv', 'Kent', 'SOCIAL_WORKER', 'PRINCIPAL', 'POLICE_OFFICER', 'COORDINATOR']);
    const { caseId } = sig;
    const told: [string, string, string, string][] = [
      ['PRINCIPAL', 'SCHOOL_RESULTS', 'NOT_MET', 'PARTLY_MET'],
      ['LEISURE_LEADER', 'LEISURE', 'NOT_MET', 'MET'],
      ['POLICE_OFFICER', 'OFFENDING', 'PARTLY_MET', 'MET'],
      ['SOCIAL_WORKER', 'EMPLOYMENT', 'NOT_MET', 'MET'],
    ];
    for (const [who, category, before, after] of told) {
      await sig.does(who, 'recordOutcome', { caseId, expectedVersion: 0, category, before, after });
    }
    const evaluation = 'Vera spelar igen och är hemma om kvällarna. Familjen klarar sig utan gruppen.';
    const followUpUntil = sig.inDays(60);
    await sig.does('COORDINATOR', 'closeCase', { caseId, reason: 'GOALS_REACHED', followUpUntil, evaluation });
    const { status, closingReason, outcomes, nextMeetingDue } = await sig.seen();
    expect([status, closingReason, nextMeetingDue]).toEqual(['CLOSED', 'GOALS_REACHED', null]);
    for (const who of ['Vera', 'Kent', 'PRINCIPAL']) {
      expect((await sig.seenBy(who))?.closingEvaluation).toEqual({ text: evaluation });
    }
    // Nobody asked the family about employment: that stays with social services, the coordinator's own agency.
    expect(outcomes.map(({ category, after }) => `${category} ${after ?? ''}`)).toEqual([
      'EMPLOYMENT MET',
      'LEISURE MET',
      'OFFENDING MET',
      'SCHOOL_RESULTS PARTLY_MET',
    ]);
    expect((await sig.seenBy('PRINCIPAL'))!.outcomes.map(({ category }) => category)).not.toContain('EMPLOYMENT');
  });

  it('is followed up for two months, in a meeting too, and then nobody of the agencies knows the case any more', async () => {
    await sig.daysPass(40);
    const follow = await sig.meets(
      'FOLLOW_UP',
      ['Vera', 'Siv', 'PRINCIPAL', 'COORDINATOR'],
      'Det går fortfarande bra.',
    );
    expect(follow.status).toBe('HELD');
    await sig.daysPass(18);
    await sig.does('PRINCIPAL', 'recordOutcome', {
      ...{ caseId: sig.caseId, expectedVersion: 1, category: 'SCHOOL_RESULTS', atFollowUp: 'MET' },
    });
    await sig.daysPass(2);
    for (const who of ['COORDINATOR', 'SOCIAL_WORKER', 'POLICE_OFFICER', 'PRINCIPAL', 'LEISURE_LEADER']) {
      expect(await sig.seenBy(who)).toBeNull();
    }
    expect((await sig.seenBy('Vera'))?.status).toBe('CLOSED');
  });
});
