import { createHash, randomUUID } from 'node:crypto';
import type { MutationRow } from './mutation-row.js';
import type { MutationWorld } from './mutation-world.js';
import { rowsOf } from '../piece-rows.js';

const COORDINATOR = { capacity: 'COORDINATOR' };
const LEISURE = { profession: 'LEISURE_LEADER' };
const ALVA = { name: 'Alva' };
const ended = ['PROPOSED', 'CLOSED', 'DECLINED'] as const;
/** A closed case is followed up. */
const notMet = ['PROPOSED', 'DECLINED'] as const;
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

const scheduled = ({ alva, made }: MutationWorld): Promise<string> =>
  made(COORDINATOR, 'scheduleMeeting', {
    input: { caseId: alva.id, kind: 'FOLLOW_UP', startsAt: inHours(240), endsAt: inHours(241) },
  });
const note = ({ alva, made }: MutationWorld): Promise<string> =>
  made(LEISURE, 'writeNote', { input: { caseId: alva.id, category: 'PLAN', text: 'Om planen' } });
const invitees = ({ alva }: MutationWorld): object[] => [{ personId: alva.youngPersonId }];

const CODE = '123456';
async function waitingForCode({ owner, persona }: MutationWorld): Promise<void> {
  const { id, municipality } = persona(LEISURE);
  const hash = createHash('sha256').update(`${id} ${CODE}`).digest();
  await owner(
    `insert into mail_address values ($1, 'PROFESSIONAL', $2, '', $3, now() + interval '800 days', 0, now(), now(), 1, null, 0,
        null, null, 0)
      on conflict (subject_id) do update set address_sealed = '', code_hash = $3, tries = 0, confirmed_at = null returning tries`,
    [id, municipality.id, hash],
  );
}

/** Calls, agendas and records of meetings, mappings, corrections and objections, the inbox and the calendar feed. */
export const MEETING_ROWS: readonly MutationRow[] = [
  {
    field: 'invite',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: notMet,
    change: async (world) => ({ input: { meetingId: await scheduled(world), invitees: invitees(world) } }),
  },
  {
    field: 'scheduleMeetingSeries',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: notMet,
    withoutConsent: 'CONSENT_REQUIRED meetingNeedsConsent',
    change: ({ alva }) => ({
      input: { caseId: alva.id, startsAt: inHours(240), endsAt: inHours(241), count: 3 },
    }),
  },
  {
    field: 'answerInvitation',
    by: ALVA,
    forbiddenTo: 'STEERING_MEMBER',
    refusedIn: notMet,
    change: async (world) => {
      const meetingId = await scheduled(world);
      await world.made(COORDINATOR, 'invite', { input: { meetingId, invitees: invitees(world) } });
      const invitationId = await world.owner(`select id from ${rowsOf('INVITATION')} x where parent_id = $1`, [
        meetingId,
      ]);
      return { input: { invitationId, answer: 'ACCEPTED' } };
    },
  },
  {
    field: 'withdrawInvitation',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: notMet,
    change: async (world) => {
      const meetingId = await scheduled(world);
      await world.made(COORDINATOR, 'invite', { input: { meetingId, invitees: invitees(world) } });
      return {
        input: {
          invitationId: await world.owner(`select id from ${rowsOf('INVITATION')} x where parent_id = $1`, [meetingId]),
        },
      };
    },
  },
  {
    field: 'setAgenda',
    by: COORDINATOR,
    forbiddenTo: 'GUARDIAN',
    refusedIn: notMet,
    change: async (world) => ({
      input: {
        ...{ meetingId: await scheduled(world), expectedVersion: 1 },
        items: [{ category: 'PLAN', title: 'Hur har det gått?' }],
      },
    }),
  },
  {
    field: 'recordMeeting',
    by: COORDINATOR,
    forbiddenTo: 'YOUNG_PERSON',
    refusedIn: notMet,
    change: async (world) => {
      const meetingId = await scheduled(world);
      await world.owner(
        `update piece set plain = plain || jsonb_build_object('startsAt', sig.ms(now() - interval '2 hours'), 'endsAt', sig.ms(now() - interval '1 hour')) where id = $1`,
        [meetingId],
      );
      const decisions = [{ category: 'PLAN', text: 'Vi fortsätter' }];
      return { input: { meetingId, expectedVersion: 1, attendance: [], minutes: 'Vi möttes.', decisions } };
    },
  },
  {
    field: 'recordMapping',
    by: LEISURE,
    forbiddenTo: 'YOUNG_PERSON',
    refusedIn: ended,
    change: ({ alva }) => ({ input: { caseId: alva.id, area: 'LEISURE', needs: 'Något att göra' } }),
  },
  {
    field: 'correctNote',
    by: LEISURE,
    forbiddenTo: 'GUARDIAN',
    refusedIn: ended,
    change: async (world) => ({ input: { noteId: await note(world), text: 'Rättat' } }),
  },
  {
    field: 'object',
    by: ALVA,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: [],
    change: async (world) => ({ input: { noteId: await note(world), text: 'Så var det inte' } }),
  },
  {
    field: 'markNotificationsRead',
    by: LEISURE,
    forbiddenTo: null,
    refusedIn: [],
    of: null,
    elsewhere: null,
    writes: 'notification where read_at is not null',
    again: 'SAME',
    change: async ({ alva, owner, persona }) => {
      const position = Math.floor(Math.random() * 2 ** 40);
      const id = await owner(
        `insert into notification (id, case_id, recipient_id, kind, ids, position, at, attempts)
          values ($1, $2, $3, 'CASE', '[]', $4, now(), 0) returning id`,
        [randomUUID(), alva.id, persona(LEISURE).id, position],
      );
      return { input: { ids: [id] } };
    },
  },
  {
    field: 'setNotificationEmail',
    by: LEISURE,
    forbiddenTo: null,
    refusedIn: [],
    of: null,
    elsewhere: null,
    writes: 'mail_address where address_sealed is null',
    again: 'SAME',
    change: async (world) => {
      await waitingForCode(world);
      return { input: { address: null } };
    },
  },
  {
    field: 'confirmNotificationEmail',
    by: LEISURE,
    forbiddenTo: null,
    refusedIn: [],
    of: null,
    elsewhere: null,
    writes: 'mail_address where confirmed_at is not null',
    again: 'SAME',
    change: async (world) => {
      await waitingForCode(world);
      return { input: { code: CODE } };
    },
  },
  {
    field: 'createCalendarFeed',
    by: LEISURE,
    forbiddenTo: null,
    refusedIn: [],
    of: null,
    elsewhere: null,
    writes: 'calendar_feed',
    change: () => ({ input: {} }),
  },
  {
    field: 'revokeCalendarFeed',
    by: LEISURE,
    forbiddenTo: null,
    refusedIn: [],
    of: null,
    elsewhere: null,
    writes: 'calendar_feed where revoked_at is not null',
    again: 'SAME',
    change: async ({ send, persona }) => {
      await send(persona(LEISURE).token, 'createCalendarFeed', { input: {} });
      return { input: {} };
    },
  },
];
