import type { LoadedCase } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import { nextMeetingDue } from '../../core/cadence.js';
import { MEETING } from './meeting.piece.js';

/** By the meetings that the viewer may see: a hidden one changes nothing. `null` where none of them was held. */
export function meetingDue(loaded: LoadedCase): Shown | null {
  const all = loaded.open(MEETING);
  const met = all.map(({ meetingKind: kind, status, startsAt }) => ({ kind, status, startsAt }));
  const due = nextMeetingDue(loaded.facts, met, loaded.at);
  return due && loaded.show('MeetingDue', { values: { ...due }, discloses: all.map(({ entry }) => entry) });
}
