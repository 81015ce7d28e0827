import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Open } from '../../graphql/field-policy.js';
import { CursorScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { AccessEndedType, ResyncRequiredType, StreamStartedType } from '../../graphql/stream.type.js';
import { MeetingType } from './meeting.type.js';

@Open()
@ObjectType('MeetingChanged', {
  description: 'A meeting as the viewer may see it now: it was changed, or other things of it are open than before.',
  simpleResolvers: true,
})
export class MeetingChangedType {
  @Field(() => CursorScalar, { description: 'Resumes the stream behind this frame.' })
  cursor!: string;

  @Field(() => DateTimeScalar, { description: 'The instant of this view.' })
  at!: number;

  @Field(() => MeetingType, { nullable: true, description: 'The meeting; never none in a frame.' })
  meeting!: MeetingType | null;
}

export const MeetingChangeUnion = createUnionType({
  name: 'MeetingChange',
  description: 'What a stream about meetings tells.',
  types: () => [MeetingChangedType, AccessEndedType, ResyncRequiredType, StreamStartedType] as const,
});
