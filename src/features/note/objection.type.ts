import { Field, ID, ObjectType } from 'type-graphql';
import { SignerRoleEnum } from '../../graphql/enums.js';
import { Piece } from '../../graphql/field-policy.js';
import { DateTimeScalar } from '../../graphql/scalars.js';

@Piece()
@ObjectType('Objection', {
  description: 'An objection (invändning) of the young person or a guardian; shown to whoever sees the note.',
  simpleResolvers: true,
})
export class ObjectionType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its text.' })
  text!: string | null;

  @Field(() => SignerRoleEnum, { description: 'Whose it is.' })
  role!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  madeAt!: number;
}
