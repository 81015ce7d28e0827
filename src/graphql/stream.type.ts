import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import type { StreamBeginning } from '../core/closed-lists.js';
import type { StreamEndReason } from '../core/stream-end.js';
import type { ResyncCause } from '../changes/item.js';
import { ResyncCauseEnum, StreamBeginningEnum, StreamEndReasonEnum } from './enums.js';
import { Open } from './field-policy.js';
import { CursorScalar, DateTimeScalar } from './scalars.js';

/** What every subscription to changes is asked for. */
@ArgsType()
export class StreamArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'One case; without it every case that the viewer knows, as they come and go.',
  })
  caseId?: string | null;

  @Field(() => CursorScalar, {
    nullable: true,
    description: 'Resumes behind the frame that bore this cursor: first what closed meanwhile, then what was missed.',
  })
  after?: string | null;

  @Field(() => StreamBeginningEnum, {
    defaultValue: 'CHANGES',
    description:
      'What comes first, unless it is resumed. With PLACE or STATE a client has a cursor from the beginning: whoever queries after it misses nothing.',
  })
  begin!: StreamBeginning;
}

@Open()
@ObjectType('StreamStarted', {
  description: 'The stream follows from here: query now, and nothing falls between. Comes first with PLACE and STATE.',
  simpleResolvers: true,
})
export class StreamStartedType {
  @Field(() => CursorScalar, { description: 'Resumes the stream from its beginning.' })
  cursor!: string;

  @Field(() => DateTimeScalar, { description: 'The instant from which it follows.' })
  at!: number;
}

@Open()
@ObjectType('AccessEnded', {
  description: 'The client must forget what it holds of the case. A stream about one case completes after it.',
  simpleResolvers: true,
})
export class AccessEndedType {
  @Field(() => CursorScalar, { description: 'Resumes the stream, should access come back.' })
  cursor!: string;

  @Field(() => DateTimeScalar, { description: 'When it was found.' })
  at!: number;

  @Field(() => ID, { nullable: true, description: 'The case; none when a stream about all cases ends.' })
  caseId!: string | null;

  @Field(() => StreamEndReasonEnum, { description: 'Why.' })
  reason!: StreamEndReason;
}

@Open()
@ObjectType('ResyncRequired', {
  description: 'What was missed cannot be told: query afresh, then subscribe without `after`. The stream completes.',
  simpleResolvers: true,
})
export class ResyncRequiredType {
  @Field(() => ResyncCauseEnum, { description: 'Why.' })
  cause!: ResyncCause;
}
