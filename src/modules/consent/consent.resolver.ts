import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { change, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Rule } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { findCase } from '../case/case.view.js';
import { RecordConsentInput, WithdrawConsentArgs } from './consent-input.type.js';
import { recordConsent } from './consent.commands.js';
import { BlockType, ConsentType, SharingCellType } from './consent.type.js';
import { blocks, consents, consentsById, sharing } from './consent.view.js';
import { withdrawConsent } from './withdraw.commands.js';

@Resolver(() => CaseType)
export class ConsentResolver {
  @Rule('consentDetails')
  @FieldResolver(() => [ConsentType], {
    nullable: true,
    description: 'The ledger of consents, in order; for signers and coordinator.',
  })
  consents(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<ConsentType[] | null> {
    return consents(scopeOf(context), id);
  }

  @Rule('consentDetails')
  @FieldResolver(() => [BlockType], { nullable: true, description: 'Blocks; for signers and coordinator.' })
  blocks(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<BlockType[] | null> {
    return blocks(scopeOf(context), id);
  }

  @Rule('consentDetails')
  @FieldResolver(() => [SharingCellType], {
    nullable: true,
    description: 'Who may share with whom about what, now; for signers and coordinator.',
  })
  sharing(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<SharingCellType[] | null> {
    return sharing(scopeOf(context), id);
  }

  @Mutation(() => [ConsentType], {
    nullable: true,
    description:
      "Records one form: all its signers and cells, together or not at all. Where the local rules ask for a second person, only a no is recorded at once; the form waits in `Case.pendingConsents`. None where the details are not the viewer's to see.",
  })
  async recordConsent(
    @Arg('input', () => RecordConsentInput) input: RecordConsentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConsentType[] | null> {
    const { result, scope } = await change(context, (run) => recordConsent(run, input));
    const view = await findCase(scope, result.caseId);
    context.answered.add(info, 'Consent', [view], 'consentDetails');
    return consentsById(scope, view, result.consentIds);
  }

  @Mutation(() => ConsentType, {
    nullable: true,
    description:
      "Takes a consent back, wholly or in part, at once: by the signer, or by the coordinator or an assigned professional on the signer's word. None where the details are not the viewer's to see.",
  })
  async withdrawConsent(
    @Args(() => WithdrawConsentArgs) args: WithdrawConsentArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConsentType | null> {
    const { result, scope } = await change(context, (run) => withdrawConsent(run, args));
    const view = await findCase(scope, result.caseId);
    context.answered.add(info, 'Consent', [view], 'consentDetails');
    return (await consentsById(scope, view, result.consentIds))?.[0] ?? null;
  }
}
