import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { change } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { AddGroupMemberInput, EndGroupMemberInput } from './group-input.type.js';
import { addGroupMember, endGroupMember } from './group.commands.js';
import { GroupMemberType } from './register.type.js';
import { groupMember } from './register.view.js';

@Resolver()
export class GroupResolver {
  @Mutation(() => GroupMemberType, {
    nullable: true,
    description: 'Gives somebody a place in the operative or the steering group; by an administrator.',
  })
  async addGroupMember(
    @Arg('input', () => AddGroupMemberInput) input: AddGroupMemberInput,
    @Ctx() context: RequestContext,
  ): Promise<GroupMemberType | null> {
    const { result, scope } = await change(context, (_run, administer) => addGroupMember(administer, input));
    return groupMember(scope, result.memberId);
  }

  @Mutation(() => GroupMemberType, {
    nullable: true,
    description: 'Ends a place in a group at once; by an administrator.',
  })
  async endGroupMember(
    @Arg('input', () => EndGroupMemberInput) input: EndGroupMemberInput,
    @Ctx() context: RequestContext,
  ): Promise<GroupMemberType | null> {
    const { result, scope } = await change(context, (_run, administer) => endGroupMember(administer, input));
    return groupMember(scope, result.memberId);
  }
}
