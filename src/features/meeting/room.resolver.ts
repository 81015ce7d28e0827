import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Rule } from '../../graphql/field-policy.js';
import { AgendaItemType } from './meeting-content.type.js';
import { INVITATION, MEETING } from './meeting.piece.js';
import { room } from './room.queries.js';

@Resolver(() => AgendaItemType)
export class RoomResolver {
  @Rule('consentDetails')
  @Loads(MEETING, INVITATION)
  @FieldResolver(() => [ID], {
    nullable: true,
    description:
      'The ids of the invitations of those to whom the item is open now, so that they may stay in the room; for family and coordinator.',
  })
  mayStay(@Root() item: Shown, @Ctx() context: RequestContext): readonly string[] | null {
    return room(item, true, scopeOf(context).log);
  }

  @Rule('consentDetails')
  @Loads(MEETING, INVITATION)
  @FieldResolver(() => [ID], {
    nullable: true,
    description:
      'The ids of the invitations of those to whom the item is closed now, so that they leave the room for it; for family and coordinator.',
  })
  mustLeave(@Root() item: Shown, @Ctx() context: RequestContext): readonly string[] | null {
    return room(item, false, scopeOf(context).log);
  }
}
