import type { PieceKind } from '../../../src/core/piece.js';
import type { MutationRow } from '../mutations/mutation-row.js';
import type { MutationWorld } from '../mutations/mutation-world.js';
import { rowsOf } from '../piece-rows.js';

const COORDINATOR = { capacity: 'COORDINATOR' };
const LEISURE = { profession: 'LEISURE_LEADER' };
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const times = { startsAt: inDays(10), endsAt: inDays(10.05) };

const common = { by: COORDINATOR, forbiddenTo: null, refusedIn: [] } as const;
const scheduled = ({ alva, made }: MutationWorld): Promise<string> =>
  made(COORDINATOR, 'scheduleMeeting', {
    input: { caseId: alva.id, kind: 'FOLLOW_UP', ...times, place: 'Rum Lingon' },
  });
const friend = ({ alva, made }: MutationWorld): Promise<string> =>
  made(COORDINATOR, 'addSubject', {
    input: {
      ...{ caseId: alva.id, givenName: 'Vide', familyName: 'Lind', birthDate: '2012-03-04' },
      guardians: [{ givenName: 'Vera', familyName: 'Lind' }],
    },
  });
async function friendsGuardian(world: MutationWorld): Promise<{ subjectId: string; guardianId: string }> {
  const subjectId = await friend(world);
  const guardianId = await world.owner('select guardian_id from custody where subject_id = $1', [subjectId]);
  return { subjectId, guardianId };
}
async function actionOf(world: MutationWorld, responsible: object): Promise<string> {
  const planId = await world.owner(`select id from ${rowsOf('PLAN')} x where case_id = $1`, [world.alva.id]);
  const goal = { input: { planId, area: 'LEISURE', inProfessionalWords: 'Ett mål' } };
  const goalId = await world.made(LEISURE, 'addGoal', goal);
  return world.made(LEISURE, 'addAction', { input: { goalId, what: 'Prova simning', responsible } });
}

export interface HiddenAct extends MutationRow {
  /** What the act changes of pieces is which piece of this kind they name: it is shown to whoever sees both. */
  readonly names?: PieceKind;
}

/** Acts of which a part is closed to somebody who sees the rest; beside those that every mutation's row names. */
export const HIDDEN_ACTS: readonly HiddenAct[] = [
  {
    ...common,
    field: 'setAgenda',
    change: async (world) => {
      const meetingId = await scheduled(world);
      const items = [{ category: 'MEETING', title: 'Hur har det gått?' }];
      await world.made(COORDINATOR, 'setAgenda', { input: { meetingId, expectedVersion: 1, items } });
      const more = { category: 'SUBSTANCE_USE', title: 'Provtagning' };
      const { token } = world.persona(COORDINATOR);
      const document = 'query ($id: ID!) { node(id: $id) { ... on Meeting { version } } }';
      const { data } = await world.app.ask<{ node: { version: number } }>(token, document, { id: meetingId });
      return { input: { meetingId, expectedVersion: data.node.version, items: [...items, more] } };
    },
  },
  {
    ...common,
    field: 'rescheduleMeeting',
    change: async (world) => ({
      input: { meetingId: await scheduled(world), expectedVersion: 1, ...times, place: 'Rum Hallon' },
    }),
  },
  {
    ...common,
    field: 'updateAction',
    by: LEISURE,
    names: 'GUARDIAN',
    change: async (world) => {
      const [mother, father] = world.alva.guardianIds;
      const actionId = await actionOf(world, { personId: mother });
      return { input: { actionId, expectedVersion: 1, responsible: { personId: father } } };
    },
  },
  {
    ...common,
    field: 'evaluateAction',
    by: LEISURE,
    change: async (world) => ({
      input: { actionId: await actionOf(world, { agencyId: world.alva.agency('LEISURE') }), text: 'Det gick bra' },
    }),
  },
  {
    ...common,
    field: 'addSubject',
    change: ({ alva }) => ({
      input: {
        ...{ caseId: alva.id, givenName: 'Vide', familyName: 'Lind', birthDate: '2012-03-04' },
        guardians: [{ givenName: 'Vera', familyName: 'Lind' }],
      },
    }),
  },
  {
    ...common,
    field: 'protectPerson',
    change: async (world) => ({
      input: { caseId: world.alva.id, personId: await friend(world), level: 'PROTECTED_REGISTRATION' },
    }),
  },
  {
    ...common,
    field: 'endCustody',
    change: async (world) => ({
      input: { caseId: world.alva.id, ...(await friendsGuardian(world)), until: inDays(30).slice(0, 10) },
    }),
  },
  {
    ...common,
    field: 'recordPrevention',
    change: async (world) => ({
      input: { caseId: world.alva.id, ...(await friendsGuardian(world)), from: inDays(3).slice(0, 10) },
    }),
  },
];
