import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { page } from '../../graphql/connection.js';
import { change, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { findCase } from '../case/case.view.js';
import { RecordMappingInput } from './mapping-input.type.js';
import { recordMapping } from './mapping.commands.js';
import { MappingsArgs, NeedsMappingConnectionType, NeedsMappingType } from './mapping.type.js';
import { askedMappings, mappingKey, mappings } from './mapping.view.js';

@Resolver(() => CaseType)
export class MappingResolver {
  @Open()
  @FieldResolver(() => NeedsMappingConnectionType, {
    description: 'The mappings of needs (kartläggning) that the viewer may see, newest first.',
  })
  async mappings(
    @Root() { id }: CaseType,
    @Args() args: MappingsArgs,
    @Ctx() context: RequestContext,
  ): Promise<NeedsMappingConnectionType> {
    const scope = scopeOf(context);
    const all = await mappings(scope, id);
    const cursors = { codec: context.cursors, context: `${scope.viewer.id} mappings ${id}` };
    return page(askedMappings(all, args), args, { key: mappingKey, descending: true }, cursors);
  }

  @Mutation(() => NeedsMappingType, {
    nullable: true,
    description: "Maps the needs in one area of life, for the viewer's own agency; earlier mappings stay as history.",
  })
  async recordMapping(
    @Arg('input', () => RecordMappingInput) input: RecordMappingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NeedsMappingType | null> {
    const { result, scope } = await change(context, (run) => recordMapping(run, input));
    const view = await findCase(scope, result.caseId);
    context.answered.add(info, 'NeedsMapping', [view]);
    return (await mappings(scope, view.id)).find(({ id }) => id === result.mappingId) ?? null;
  }
}
