import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { Open } from '../../graphql/field-policy.js';
import { CursorScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { AccessEndedType, ResyncRequiredType, StreamStartedType } from '../../graphql/stream.type.js';
import { PlanType } from './plan.type.js';

@Open()
@ObjectType('PlanChanged', {
  description:
    'The plan as the viewer may see it now: something of it was changed, or other things of it are open than before.',
  simpleResolvers: true,
})
export class PlanChangedType {
  @Field(() => CursorScalar, { description: 'Resumes the stream behind this frame.' })
  cursor!: string;

  @Field(() => DateTimeScalar, { description: 'The instant of this view.' })
  at!: number;

  @Field(() => PlanType, { nullable: true, description: 'The plan; never none in a frame.' })
  plan!: PlanType | null;

  @Field(() => [ID], { description: 'Actions that the viewer may see and that were changed.' })
  changedActionIds!: readonly string[];
}

export const PlanChangeUnion = createUnionType({
  name: 'PlanChange',
  description: 'What a stream about plans tells.',
  types: () => [PlanChangedType, AccessEndedType, ResyncRequiredType, StreamStartedType] as const,
});
