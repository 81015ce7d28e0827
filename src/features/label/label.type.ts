import { Field, ObjectType } from 'type-graphql';
import { Open } from '../../graphql/field-policy.js';

@Open()
@ObjectType('EnumLabel', {
  description: 'How one value is called in the language of the request.',
  simpleResolvers: true,
})
export class EnumLabelType {
  @Field({ description: 'The value, as it stands in the schema.' })
  value!: string;

  @Field({ description: 'What to show for it.' })
  label!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it means to the reader and what to do; for reasons, and where the label says too little.',
  })
  explanation!: string | null;
}

@Open()
@ObjectType('EnumLabels', { description: 'The labels of one enum.', simpleResolvers: true })
export class EnumLabelsType {
  @Field({ description: 'The name of the enum; `ErrorCode` for the values of `extensions.code`.' })
  name!: string;

  @Field(() => [EnumLabelType], { description: 'Every value of it.' })
  values!: EnumLabelType[];
}
