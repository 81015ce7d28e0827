import { Ctx, Query, Resolver } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { viewerOf } from './viewer.queries.js';
import { ViewerType } from './viewer.type.js';

@Resolver()
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'Who is asking.' })
  viewer(@Ctx() context: RequestContext): Promise<Shown> {
    return viewerOf(scopeOf(context));
  }
}
