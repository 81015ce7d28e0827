import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { Open } from '../../graphql/field-policy.js';
import { CursorScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { AccessEndedType, ResyncRequiredType, StreamStartedType } from '../../graphql/stream.type.js';
import { CaseType } from '../case/case.type.js';

@Open()
@ObjectType('ConsentChanged', {
  description:
    'What is shared in a case changed: by a statement, by a block, or by time alone. What is no longer open is no longer there.',
  simpleResolvers: true,
})
export class ConsentChangedType {
  @Field(() => CursorScalar, { description: 'Resumes the stream behind this frame.' })
  cursor!: string;

  @Field(() => DateTimeScalar, { description: 'The instant of this view.' })
  at!: number;

  @Field(() => CaseType, { description: 'The case, with its consents, blocks and sharing as they are now.' })
  case!: CaseType;

  @Field(() => [ID], {
    description: 'The consents, blocks and waiting forms that were recorded or answered; none when it was time alone.',
  })
  changedIds!: readonly string[];
}

export const ConsentChangeUnion = createUnionType({
  name: 'ConsentChange',
  description: 'What a stream about consents tells.',
  types: () => [ConsentChangedType, AccessEndedType, ResyncRequiredType, StreamStartedType] as const,
});
