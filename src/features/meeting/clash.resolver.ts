import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Rule } from '../../graphql/field-policy.js';
import { isBusy } from './clash.queries.js';
import { InvitationType } from './meeting-content.type.js';

@Resolver(() => InvitationType)
export class ClashResolver {
  @Rule('calendarClashes')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the professional who is called is called to another planned meeting of the municipality at that time, in whichever case; never which. For the coordinator; none for the family.',
  })
  isBusy(@Root() invitation: Shown, @Ctx() context: RequestContext): Promise<boolean> | null {
    return isBusy(scopeOf(context), invitation);
  }
}
