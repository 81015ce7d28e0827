import { attendanceOf } from '../../core/steering.js';
import type { SteeringMeeting } from '../../modules/steering/steering-meeting.entity.js';
import type { DemoTime } from './demo-time.js';
import type { Registers } from './registers.js';

const LENGTH = 90 * 60 * 1000;
/** Days from today; what lies behind was held. */
const DAYS = [-150, -60, 35];

/** The meetings of a steering group by whose rules it meets so and so often; none where the rules say nothing of it. */
export function steeringMeetings(
  { municipality, rulePack, publicRegisters: { groups, members } }: Registers,
  time: DemoTime,
  newId: () => string,
): SteeringMeeting[] {
  const group = groups.find(({ kind }) => kind === 'STEERING');
  if (group === undefined || rulePack.rules.steeringMeetingsPerTerm === null) return [];
  const places = members
    .filter(({ groupId }) => groupId === group.id)
    .map(({ roleTermId, validFrom, validUntil }) => ({ roleTermId, from: validFrom, until: validUntil }));
  return DAYS.map((days, index) => {
    const startsAt = days < 0 ? time.daysAgo(-days, '13:30') : time.inDays(days, '13:30');
    const planned = {
      ...{ id: newId(), municipalityId: municipality.id, groupId: group.id, startsAt, endsAt: startsAt + LENGTH },
      recordedAt: days < 0 ? startsAt + LENGTH : time.now,
    };
    if (days > 0) return { ...planned, status: 'PLANNED', version: 1, attendedIds: null, absentIds: null };
    // Somebody was always ill once.
    const came = places.slice(index).map(({ roleTermId }) => roleTermId);
    return { ...planned, status: 'HELD', version: 2, ...attendanceOf(places, startsAt, came) };
  });
}
