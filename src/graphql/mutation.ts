import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import { Loads } from './field-policy.js';
import type { Needed } from './field-policy.js';
import type { RequestContext } from './context.js';

/** What a mutation field looks like from outside. */
export interface MutationField<Input extends object> {
  readonly name: string;
  readonly description: string;
  /** The type of its one argument `input`. */
  readonly input: ClassType<Input>;
  /** For a field whose arguments stand side by side, as those of `input`'s class. */
  readonly spreadsInput?: true;
  /** The type of the API that it answers with; in brackets for a list. */
  readonly type: ClassType | [ClassType];
  /** What the answer needs of its case beside the pieces that its type shows. */
  readonly loads?: readonly Needed[];
}

/** What the input of every change carries that may be sent again. */
export interface ChangeInput {
  readonly requestId?: string | null;
}

/** A class with the one field, as the builder of the schema takes it. */
export function mutationField<Input extends object>(
  { name, description, input: Input, spreadsInput, type, loads }: MutationField<Input>,
  resolve: (input: Input, context: RequestContext, info: GraphQLResolveInfo) => Promise<unknown>,
): new () => object {
  class OneMutation {
    run(input: Input, context: RequestContext, info: GraphQLResolveInfo): Promise<unknown> {
      return resolve(input, context, info);
    }
  }
  const { prototype } = OneMutation;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, 'run') ?? {};
  Mutation(() => type, { name, nullable: true, description })(prototype, 'run', descriptor);
  if (loads) Loads(...loads)(prototype, 'run', descriptor);
  if (spreadsInput) Args(() => Input)(prototype, 'run', 0);
  else Arg('input', () => Input)(prototype, 'run', 0);
  Ctx()(prototype, 'run', 1);
  Info()(prototype, 'run', 2);
  Resolver()(OneMutation);
  return OneMutation;
}
