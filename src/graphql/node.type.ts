import { ID, Field, InterfaceType } from 'type-graphql';

@InterfaceType('Node', {
  description: 'Anything that can be fetched again by its id.',
  autoRegisterImplementations: false,
})
export abstract class NodeType {
  @Field(() => ID, { description: 'A random identifier that says nothing about what it names.' })
  id!: string;
}
