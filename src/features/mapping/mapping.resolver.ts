import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { page } from '../../graphql/connection.js';
import { change, needsOf, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { getCase } from '../case/case.view.js';
import { RecordMappingInput } from './mapping-input.type.js';
import { recordMapping } from './mapping.commands.js';
import { MappingsArgs, NeedsMappingConnectionType, NeedsMappingType } from './mapping.type.js';
import { askedMappings, mapping, mappingById, mappingKey } from './mapping.view.js';

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

  @Mutation(() => NeedsMappingType, {
    nullable: true,
    description: "Maps the needs in one area of life, for the viewer's own agency; earlier mappings stay as history.",
  })
  async recordMapping(
    @Arg('input', () => RecordMappingInput) input: RecordMappingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    const { result, scope } = await change(context, (run) => recordMapping(run, input));
    const loaded = await getCase(scope, result.caseId, needsOf(context));
    context.answered.add(info, 'NeedsMapping', [loaded]);
    return mappingById(loaded, result.mappingId);
  }
}
