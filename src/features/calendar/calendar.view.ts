import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import type { AccessEntry } from '../../access/access-log.js';
import type { ReadScope } from '../../access/read-scope.js';
import { needing } from '../../graphql/operation-plan.js';
import { ownCases } from '../case/case-list.view.js';
import { MEETING } from '../meeting/meeting.piece.js';
import type { MeetingType } from '../meeting/meeting.type.js';
import { allMeetings as steeringMeetings } from '../steering/steering-meeting.view.js';

type Timed = Readonly<Pick<MeetingType, 'id' | 'version' | 'status' | 'startsAt' | 'endsAt'>> & {
  /** None of a meeting that is about no case. */
  readonly entry?: AccessEntry;
};

const DAY_MS = 24 * 60 * 60 * 1000;
const BEHIND_MS = 90 * DAY_MS;
const MOST_EVENTS = 500;
const STATUS: Readonly<Record<string, ICalEventStatus>> = {
  PLANNED: ICalEventStatus.CONFIRMED,
  HELD: ICalEventStatus.CONFIRMED,
  CANCELLED: ICalEventStatus.CANCELLED,
};

/**
 * The meetings that the viewer may see now, those of the steering group too, from ninety days back, as iCalendar (RFC
 * 5545): when, and nothing else. A
 * calendar goes to phones and to companies, so it tells no name, no place and no kind, protected or not. What it tells is
 * recorded as read.
 */
export async function calendar(scope: ReadScope): Promise<string> {
  const [cases, ofSteering] = await Promise.all([ownCases(scope, needing(MEETING)), steeringMeetings(scope)]);
  const all: Timed[] = [...cases.flatMap((loaded) => loaded.open(MEETING)), ...(ofSteering ?? [])];
  const shown = all
    .filter(({ endsAt }) => endsAt > scope.at - BEHIND_MS)
    .sort((one, other) => one.startsAt - other.startsAt)
    .slice(-MOST_EVENTS);
  scope.log.addAll(shown.flatMap(({ entry }) => entry ?? []));
  const feed = ical({ name: 'SIG', method: ICalCalendarMethod.PUBLISH, prodId: '//sig-graph//SIG//SV' });
  for (const meeting of shown) feed.createEvent(event(meeting, scope.at));
  return feed.toString();
}

function event({ id, version, status, startsAt, endsAt }: Timed, at: number) {
  return {
    id: `${id}@sig-graph`,
    sequence: version - 1,
    stamp: new Date(at),
    start: new Date(startsAt),
    end: new Date(endsAt),
    summary: 'SIG-möte',
    class: ICalEventClass.PRIVATE,
    status: STATUS[status] ?? ICalEventStatus.TENTATIVE,
  };
}
