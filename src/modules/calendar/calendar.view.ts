import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import { presenceOf } from '../../access/disclosure.js';
import type { ReadScope } from '../../access/read-scope.js';
import { ownCases } from '../case/case-list.view.js';
import type { MeetingType } from '../meeting/meeting.type.js';
import { meetings } from '../meeting/meeting.view.js';
import { allMeetings as steeringMeetings } from '../steering/steering-meeting.view.js';

type Timed = Pick<MeetingType, 'id' | 'version' | 'status' | 'startsAt' | 'endsAt'>;

const DAY_MS = 24 * 60 * 60 * 1000;
const BEHIND_MS = 90 * DAY_MS;
const MOST_EVENTS = 500;
const STATUS: Readonly<Record<string, ICalEventStatus>> = {
  PLANNED: ICalEventStatus.CONFIRMED,
  HELD: ICalEventStatus.CONFIRMED,
  CANCELLED: ICalEventStatus.CANCELLED,
};

/**
 * The meetings that the viewer may see now, those of the steering group too, from ninety days back, as iCalendar (RFC 5545): when, and nothing else. A
 * calendar goes to phones and to companies, so it tells no name, no place and no kind, protected or not. What it tells is
 * recorded as read.
 */
export async function calendar(scope: ReadScope): Promise<string> {
  const views = await ownCases(scope);
  const [ofCases, ofSteering] = await Promise.all([
    Promise.all(views.map(({ id }) => meetings(scope, id))),
    steeringMeetings(scope),
  ]);
  const shown: Timed[] = [...ofCases.flat(), ...(ofSteering ?? [])]
    .filter(({ endsAt }) => endsAt > scope.at - BEHIND_MS)
    .sort((one, other) => one.startsAt - other.startsAt)
    .slice(-MOST_EVENTS);
  for (const disclosure of presenceOf(shown)) scope.recorder.add(disclosure);
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
