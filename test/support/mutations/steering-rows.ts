import type { MutationRow } from './mutation-row.js';
import type { MutationWorld } from './mutation-world.js';

const COORDINATOR = { capacity: 'COORDINATOR' };
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const times = (hours: number): object => ({ startsAt: inHours(hours), endsAt: inHours(hours + 1) });

const planned = async ({ made }: MutationWorld): Promise<object> => ({
  steeringMeetingId: await made(COORDINATOR, 'scheduleSteeringMeeting', { input: times(240) }),
  expectedVersion: 1,
});
async function begun(world: MutationWorld): Promise<object> {
  const meeting = await planned(world);
  await world.owner(`update steering_meeting set starts_at = now() - interval '2 hours', ends_at = now()
    where status = 'PLANNED'`);
  return meeting;
}

const common = {
  by: COORDINATOR,
  refusedIn: [],
  of: null,
  writes: 'request',
} as const satisfies Partial<MutationRow>;

/** The first day of the term before this one, which is over. */
function termBefore(): string {
  const now = new Date();
  return now.getUTCMonth() < 6 ? `${now.getUTCFullYear() - 1}-07-01` : `${now.getUTCFullYear()}-01-01`;
}

/** Meetings of the steering group: about no case, by the coordinator alone, who is of one municipality. */
export const STEERING_ROWS: readonly MutationRow[] = [
  {
    ...common,
    field: 'scheduleSteeringMeeting',
    forbiddenTo: 'STEERING_MEMBER',
    elsewhere: null,
    change: () => ({ input: times(240) }),
  },
  {
    ...common,
    field: 'rescheduleSteeringMeeting',
    forbiddenTo: 'STEERING_MEMBER',
    change: async (world) => ({ input: { ...(await planned(world)), ...times(260) } }),
  },
  {
    ...common,
    field: 'cancelSteeringMeeting',
    forbiddenTo: 'ADMINISTRATOR',
    change: async (world) => ({ input: await planned(world) }),
  },
  {
    ...common,
    field: 'recordSteeringMeeting',
    forbiddenTo: 'PROFESSIONAL',
    change: async (world) => ({ input: { ...(await begun(world)), attended: [] } }),
  },
  {
    field: 'publishSteeringReport',
    by: { capacity: 'ADMINISTRATOR' },
    forbiddenTo: 'STEERING_MEMBER',
    refusedIn: [],
    of: null,
    elsewhere: null,
    writes: 'steering_report',
    change: async ({ owner }) => {
      await owner('delete from steering_report');
      return { input: { termFrom: termBefore(), withPublicPart: false, undertakings: [] } };
    },
  },
];
