import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { page } from '../../graphql/connection.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { MappingsArgs, NeedsMappingConnectionType } from './mapping.type.js';
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
}
