import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { MunicipalityType } from './agency.type.js';
import { CoordinatorContactType, FocusAreaType, GroupType } from './register.type.js';
import { coordinatorContact, focusAreas, groups } from './register.view.js';

@Resolver(() => MunicipalityType)
export class MunicipalityResolver {
  @Open()
  @FieldResolver(() => CoordinatorContactType, { nullable: true, description: 'How to reach the coordinator.' })
  coordinatorContact(@Ctx() context: RequestContext): Promise<CoordinatorContactType | null> {
    return coordinatorContact(scopeOf(context));
  }

  @Open()
  @FieldResolver(() => [FocusAreaType], { description: 'Where the work turns to first; none where nothing is said.' })
  focusAreas(@Ctx() context: RequestContext): Promise<FocusAreaType[]> {
    return focusAreas(scopeOf(context));
  }

  @Open()
  @FieldResolver(() => [GroupType], { description: 'The operative and the steering group, with their members.' })
  groups(@Ctx() context: RequestContext): Promise<GroupType[]> {
    return groups(scopeOf(context));
  }
}
