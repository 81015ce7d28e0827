import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { viewerOf } from './viewer.queries.js';
import { Open } from '../../graphql/field-policy.js';
import { HeldCapacityType, ViewerType } from './viewer.type.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  /** Before one of several capacities is picked, nothing is asked of the viewer but which there are. */
  @Query(() => ViewerType, { description: 'Who is asking.' })
  async viewer(@Ctx() context: RequestContext): Promise<Shown | object> {
    return context.toPick === null ? viewerOf(scopeOf(context)) : {};
  }

  @Open()
  @FieldResolver(() => [HeldCapacityType], {
    description:
      'Everything that whoever signed in may act as now. A request acts as one of them: the header `Sig-Capacity` (over a socket `capacity` beside `authorization`) names its id; with only one it need not. Asked alone, `viewer { capacities { … } }` is answered before one is picked.',
  })
  capacities(@Ctx() context: RequestContext): Promise<readonly HeldCapacityType[]> {
    return context.capacities(context.scope);
  }
}
