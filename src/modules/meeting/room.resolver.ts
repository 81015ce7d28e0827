import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Rule } from '../../graphql/field-policy.js';
import { AgendaItemType } from './meeting-content.type.js';
import { room } from './room.view.js';

@Resolver(() => AgendaItemType)
export class RoomResolver {
  @Rule('consentDetails')
  @FieldResolver(() => [ID], {
    nullable: true,
    description:
      'The ids of the invitations of those to whom the item is open now, so that they may stay in the room; for family and coordinator.',
  })
  mayStay(@Root() item: AgendaItemType, @Ctx() context: RequestContext): Promise<string[] | null> {
    return room(scopeOf(context), item, true);
  }

  @Rule('consentDetails')
  @FieldResolver(() => [ID], {
    nullable: true,
    description:
      'The ids of the invitations of those to whom the item is closed now, so that they leave the room for it; for family and coordinator.',
  })
  mustLeave(@Root() item: AgendaItemType, @Ctx() context: RequestContext): Promise<string[] | null> {
    return room(scopeOf(context), item, false);
  }
}
