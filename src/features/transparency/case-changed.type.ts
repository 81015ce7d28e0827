import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Open } from '../../graphql/field-policy.js';
import { CursorScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { AccessEndedType, ResyncRequiredType, StreamStartedType } from '../../graphql/stream.type.js';
import { CaseType } from '../case/case.type.js';

@Open()
@ObjectType('CaseChanged', {
  description:
    'A case as the viewer may see it now: something that they see was changed, or other things are open than before.',
  simpleResolvers: true,
})
export class CaseChangedType {
  @Field(() => CursorScalar, { description: 'Resumes the stream behind this frame.' })
  cursor!: string;

  @Field(() => DateTimeScalar, { description: 'The instant of this view.' })
  at!: number;

  @Field(() => CaseType, { description: 'The case.' })
  case!: CaseType;
}

export const CaseChangeUnion = createUnionType({
  name: 'CaseChange',
  description: 'What a stream about cases tells.',
  types: () => [CaseChangedType, AccessEndedType, ResyncRequiredType, StreamStartedType] as const,
});
