import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { Loads, Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { meetingDue } from './cadence.queries.js';
import { MeetingDueType } from './meeting-due.type.js';
import { MEETING } from './meeting.piece.js';

@Resolver(() => CaseType)
export class CadenceResolver {
  @Open()
  @Loads(MEETING)
  @FieldResolver(() => MeetingDueType, {
    nullable: true,
    description: 'When the group is to meet next; none before a first meeting that the viewer may see was held.',
  })
  nextMeetingDue(@Root() shown: Shown): Shown | null {
    return meetingDue(caseOf(shown));
  }
}
