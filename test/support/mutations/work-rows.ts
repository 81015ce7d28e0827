import type { MutationRow } from './mutation-row.js';
import type { MutationWorld } from './mutation-world.js';
import { rowsOf } from '../piece-rows.js';

const COORDINATOR = { capacity: 'COORDINATOR' };
const LEISURE = { profession: 'LEISURE_LEADER' };
const POLICE = { profession: 'POLICE_OFFICER' };
const ended = ['PROPOSED', 'CLOSED', 'DECLINED'] as const;
/** A closed case is followed up. */
const notMet = ['PROPOSED', 'DECLINED'] as const;
const notWorking = [...ended, 'ACCEPTED', 'CONSENT_PENDING'] as const;
const inDays = (days: number, minutes = 0): string =>
  new Date(Date.now() + days * 86_400_000 + minutes * 60_000).toISOString();

const planId = ({ owner, alva }: MutationWorld): Promise<string> =>
  owner(`select id from ${rowsOf('PLAN')} x where case_id = $1`, [alva.id]);
async function goal(world: MutationWorld): Promise<string> {
  const input = { planId: await planId(world), area: 'LEISURE', inProfessionalWords: 'Ett mål' };
  return world.made(LEISURE, 'addGoal', { input });
}
async function action(world: MutationWorld): Promise<string> {
  const responsible = { agencyId: world.alva.agency('LEISURE') };
  const input = { goalId: await goal(world), what: 'Prova simning', responsible };
  return world.made(LEISURE, 'addAction', { input });
}
/** Of what leisure has recorded. */
const situationVersion = ({ alva, owner }: MutationWorld): Promise<number> =>
  owner(`select coalesce(sum(version), 0)::int from ${rowsOf('SITUATION')} x where case_id = $1 and holder_id = $2`, [
    alva.id,
    alva.agency('LEISURE'),
  ]);
const meeting = ({ alva }: MutationWorld): object => ({
  ...{ caseId: alva.id, kind: 'FOLLOW_UP', startsAt: inDays(10), endsAt: inDays(10, 60), place: 'Rum Lingon' },
});
const scheduled = (world: MutationWorld): Promise<string> =>
  world.made(COORDINATOR, 'scheduleMeeting', { input: meeting(world) });
const reopen = `update case_file set status = 'ACTIVE', closed_on = null, closing_reason = null where id = $1`;

/** Notes, situations, the plan, meetings, and the course of a case. */
export const WORK_ROWS: readonly MutationRow[] = [
  {
    field: 'writeNote',
    by: LEISURE,
    forbiddenTo: 'GUARDIAN',
    refusedIn: ended,
    change: ({ alva }) => ({ input: { caseId: alva.id, category: 'LEISURE', text: 'Om fritiden' } }),
  },
  {
    field: 'recordSituation',
    by: LEISURE,
    forbiddenTo: 'YOUNG_PERSON',
    refusedIn: ended,
    change: async (world) => ({
      input: { caseId: world.alva.id, expectedVersion: await situationVersion(world), activities: ['Simning'] },
    }),
  },
  {
    field: 'createPlan',
    by: COORDINATOR,
    forbiddenTo: 'GUARDIAN',
    refusedIn: notWorking,
    of: 'Elias',
    change: async ({ elias, owner }) => {
      await owner(reopen, [elias.id]);
      for (const kind of ['EVALUATION', 'MEETING_DECISION', 'ACTION', 'GOAL', 'PLAN'])
        await owner(`delete from piece where id in (select id from ${rowsOf(kind)} x where case_id = $1)`, [elias.id]);
      return { input: { caseId: elias.id } };
    },
  },
  {
    field: 'addGoal',
    by: LEISURE,
    forbiddenTo: 'YOUNG_PERSON',
    refusedIn: notWorking,
    withoutConsent: 'NOT_FOUND nodeNotFound',
    change: async (world) => ({
      input: { planId: await planId(world), area: 'LEISURE', inProfessionalWords: 'Ett mål' },
    }),
  },
  {
    field: 'updateGoal',
    by: { name: 'Alva' },
    forbiddenTo: 'GUARDIAN',
    refusedIn: notWorking,
    change: async (world) => ({
      input: { goalId: await goal(world), expectedVersion: 1, inOwnWords: 'Jag vill simma' },
    }),
  },
  {
    field: 'addAction',
    by: LEISURE,
    forbiddenTo: 'YOUNG_PERSON',
    refusedIn: notWorking,
    change: async (world) => ({
      input: {
        goalId: await goal(world),
        what: 'Prova simning',
        responsible: { agencyId: world.alva.agency('LEISURE') },
      },
    }),
  },
  {
    field: 'updateAction',
    by: LEISURE,
    forbiddenTo: 'STEERING_MEMBER',
    refusedIn: notWorking,
    change: async (world) => ({
      input: { actionId: await action(world), expectedVersion: 1, status: 'IN_PROGRESS' },
    }),
  },
  {
    field: 'evaluateAction',
    by: LEISURE,
    forbiddenTo: 'GUARDIAN',
    refusedIn: notWorking,
    change: async (world) => ({ input: { actionId: await action(world), text: 'Det gick bra' } }),
  },
  {
    field: 'scheduleMeeting',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: notMet,
    withoutConsent: 'CONSENT_REQUIRED meetingNeedsConsent',
    change: (world) => ({ input: meeting(world) }),
  },
  {
    field: 'rescheduleMeeting',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: notMet,
    change: async (world) => ({
      input: { meetingId: await scheduled(world), expectedVersion: 1, startsAt: inDays(12), endsAt: inDays(12, 90) },
    }),
  },
  {
    field: 'cancelMeeting',
    by: COORDINATOR,
    forbiddenTo: 'YOUNG_PERSON',
    refusedIn: notMet,
    change: async (world) => ({ input: { meetingId: await scheduled(world), expectedVersion: 1 } }),
  },
  {
    field: 'endAssignment',
    by: COORDINATOR,
    forbiddenTo: 'GUARDIAN',
    refusedIn: [],
    change: async ({ alva, owner, persona }) => ({
      input: {
        participantId: await owner(
          'update assignment set valid_until = null where case_id = $1 and role_term_id = $2 returning id',
          [alva.id, persona(POLICE).id],
        ),
      },
    }),
  },
  {
    field: 'closeCase',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: ended,
    of: 'Elias',
    change: async ({ elias, owner }) => {
      await owner(reopen, [elias.id]);
      await owner('update assignment set valid_until = null where case_id = $1', [elias.id]);
      return { input: { caseId: elias.id, reason: 'GOALS_REACHED', followUpUntil: inDays(60) } };
    },
  },
];
