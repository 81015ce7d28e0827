import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { page } from '../../graphql/connection.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { MappingsArgs, NeedsMappingConnectionType } from './mapping.type.js';
import { askedMappings, mapping, mappingKey } from './mapping.queries.js';

@Resolver(() => CaseType)
export class MappingResolver {
  @Open()
  @FieldResolver(() => NeedsMappingConnectionType, {
    description: 'The mappings of needs (kartläggning) that the viewer may see, newest first.',
  })
  mappings(@Root() shown: Shown, @Args() args: MappingsArgs, @Ctx() context: RequestContext): Shown {
    const loaded = caseOf(shown);
    const { connection } = page(
      {
        typename: 'NeedsMappingConnection',
        items: askedMappings(loaded, args),
        key: mappingKey,
        descending: true,
        show: (piece) => mapping(loaded, piece),
      },
      args,
      { codec: context.cursors, context: `${scopeOf(context).viewer.id} mappings ${loaded.id}` },
    );
    return connection;
  }
}
