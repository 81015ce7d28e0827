import { presenceOf } from '../../access/disclosure.js';
import type { ReadScope } from '../../access/read-scope.js';
import { nextMeetingDue } from '../../core/cadence.js';
import { knownCase } from '../case/case.view.js';
import type { MeetingDueType } from './meeting-due.type.js';
import { meetings } from './meeting.view.js';

/** By the meetings that the viewer may see: a hidden one changes nothing. `null` where none of them was held. */
export async function meetingDue(scope: ReadScope, caseId: string): Promise<MeetingDueType | null> {
  const [{ facts }, all] = await Promise.all([knownCase(scope, caseId), meetings(scope, caseId)]);
  const due = nextMeetingDue(facts, all, scope.at);
  if (due !== null) for (const disclosure of presenceOf(all)) scope.recorder.add(disclosure);
  return due;
}
