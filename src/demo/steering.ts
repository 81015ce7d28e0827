import { attendanceOf } from '../core/steering.js';
import type { SteeringMeeting } from '../features/steering/steering-meeting.entity.js';
import type { DemoTime } from './demo-time.js';
import type { Registers } from './registers.js';

interface SteeringMeans {
  newId(): string;
  sealMinutes(meetingId: string, text: string): Buffer;
}

const LENGTH = 90 * 60 * 1000;
/** Days from today; what lies behind was held. */
const DAYS = [-150, -60, 35];

/** What was written down, of one after the other. */
const MINUTES = [
  'Styrgruppen gick igenom läsårets siffror. Frånvaron fångas upp tidigare än förut. Fältgruppen får en kväll till i veckan.',
  'Samtyckesblanketten fungerar. Elevhälsan vill vara med redan vid första mötet. Nästa gång: uppföljning av fritidens platser.',
] as const;

/** The meetings of the municipality's steering group, whether or not the rules say how often it meets. */
export function steeringMeetings(
  { municipality, publicRegisters: { groups, members } }: Registers,
  time: DemoTime,
  { newId, sealMinutes }: SteeringMeans,
): SteeringMeeting[] {
  const group = groups.find(({ kind }) => kind === 'STEERING');
  if (group === undefined) return [];
  const places = members
    .filter(({ groupId }) => groupId === group.id)
    .map(({ roleTermId, validFrom, validUntil }) => ({ roleTermId, from: validFrom, until: validUntil }));
  return DAYS.map((days, index) => {
    const startsAt = days < 0 ? time.daysAgo(-days, '13:30') : time.inDays(days, '13:30');
    const id = newId();
    const planned = {
      ...{ id, municipalityId: municipality.id, groupId: group.id, startsAt, endsAt: startsAt + LENGTH },
      recordedAt: days < 0 ? startsAt + LENGTH : time.now,
    };
    if (days > 0)
      return { ...planned, status: 'PLANNED', version: 1, attendedIds: null, absentIds: null, minutesSealed: null };
    // Somebody was always ill once.
    const came = places.slice(index).map(({ roleTermId }) => roleTermId);
    const minutesSealed = sealMinutes(id, MINUTES[index] ?? MINUTES[0]);
    return { ...planned, status: 'HELD', version: 2, ...attendanceOf(places, startsAt, came), minutesSealed };
  });
}
