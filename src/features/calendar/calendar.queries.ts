import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import type { AccessEntry } from '../../access/access-log.js';
import type { LoadedCase } from '../../access/loaded-case.js';
import type { ReadScope } from '../../access/read-scope.js';
import { needing } from '../../graphql/operation-plan.js';
import { ownCases } from '../case/case-list.queries.js';
import { MEETING } from '../meeting/meeting.piece.js';
import type { MeetingType } from '../meeting/meeting.type.js';
import { allMeetings as steeringMeetings } from '../steering/steering-meeting.queries.js';

type Timed = Readonly<Pick<MeetingType, 'id' | 'version' | 'status' | 'startsAt' | 'endsAt'>> & {
  /** When what the calendar tells of it was last changed, as far as the viewer may see. */
  readonly changedAt: number;
  /** None of a meeting that is about no case. */
  readonly entry?: AccessEntry;
};

const NEEDS = needing(MEETING, { versionsOf: MEETING });
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
 * 5545): when, and nothing else. A calendar goes to phones and to companies, and is seen over shoulders, so it tells no
 * name, no place, no kind, and not even that it is about a social intervention. The same meetings give the same text,
 * so that a program that asks again needs no new one. What it tells is recorded as read through a feed.
 */
export async function calendar(scope: ReadScope): Promise<string> {
  scope.log.markAsFeed();
  const [cases, ofSteering] = await Promise.all([ownCases(scope, NEEDS), steeringMeetings(scope)]);
  const all: Timed[] = [
    ...cases.flatMap(ofCase),
    ...(ofSteering ?? []).map((meeting) => ({ ...meeting, changedAt: meeting.recordedAt })),
  ];
  const shown = all
    .filter(({ endsAt }) => endsAt > scope.at - BEHIND_MS)
    .sort((one, other) => one.startsAt - other.startsAt || (one.id < other.id ? -1 : 1))
    .slice(-MOST_EVENTS);
  scope.log.addAll(shown.flatMap(({ entry }) => entry ?? []));
  const feed = ical({ name: 'Möten', method: ICalCalendarMethod.PUBLISH, prodId: '//calendar//meetings//SV' });
  for (const meeting of shown) feed.createEvent(event(meeting));
  return feed.toString();
}

/** A version that gives neither time nor status says nothing that a calendar tells. */
function ofCase(loaded: LoadedCase): Timed[] {
  const told = loaded.versions(MEETING).filter(({ given }) => 'startsAt' in given() || 'status' in given());
  const byMeeting = Map.groupBy(told, ({ pieceId }) => pieceId);
  return loaded.open(MEETING).map(({ id, version, status, startsAt, endsAt, recordedAt, entry }) => {
    const instants = (byMeeting.get(id) ?? []).map((one) => one.recordedAt);
    return { id, version, status, startsAt, endsAt, entry, changedAt: Math.max(recordedAt, ...instants) };
  });
}

function event({ id, version, status, startsAt, endsAt, changedAt }: Timed) {
  return {
    id,
    sequence: version - 1,
    stamp: new Date(changedAt),
    start: new Date(startsAt),
    end: new Date(endsAt),
    summary: 'Möte',
    class: ICalEventClass.PRIVATE,
    status: STATUS[status] ?? ICalEventStatus.TENTATIVE,
  };
}
