import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RunCommand } from '../../access/case-target.js';
import type { Shown } from '../../access/shown.js';
import { change, needsOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { getCase, presentCase } from '../case/case.view.js';
import { BlockInput, PieceAndGuardianArgs, PieceArgs, UnblockArgs } from './block-input.type.js';
import { block, unblock } from './block.commands.js';
import type { BlockResult } from './block.commands.js';
import { BlockType } from './consent.type.js';
import { blocks, SIGNERS_NEED } from './consent.view.js';
import type { ShownBlock } from './consent.view.js';
import { holdBack, keepFromGuardian, release, showToGuardian } from './holding.commands.js';
import type { HoldingResult } from './holding.commands.js';

@Resolver()
export class BlockResolver {
  @Loads(...SIGNERS_NEED)
  @Mutation(() => BlockType, {
    nullable: true,
    description:
      'Sets a block (spärr): by a signer, or by the holder about its own information. It beats every consent.',
  })
  block(
    @Arg('input', () => BlockInput) input: BlockInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShownBlock | null> {
    return blockAfter(context, info, (run) => block(run, input));
  }

  @Loads(...SIGNERS_NEED)
  @Mutation(() => BlockType, {
    nullable: true,
    description: 'Lifts a block, by whoever set it; one of a signer also by the coordinator on the signer’s word.',
  })
  unblock(
    @Args(() => UnblockArgs) args: UnblockArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShownBlock | null> {
    return blockAfter(context, info, (run) => unblock(run, args));
  }

  @Mutation(() => CaseType, {
    nullable: true,
    description:
      'Holds a piece of the own agency back from everybody else, whatever is consented; without any trace for them.',
  })
  holdBack(
    @Args(() => PieceArgs) args: PieceArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    return caseAfter(context, info, (run) => holdBack(run, args));
  }

  @Mutation(() => CaseType, { nullable: true, description: 'Releases a piece that was held back.' })
  release(
    @Args(() => PieceArgs) args: PieceArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    return caseAfter(context, info, (run) => release(run, args));
  }

  @Mutation(() => CaseType, {
    nullable: true,
    description: 'Keeps a piece of the own agency from one guardian (OSL 12:3).',
  })
  keepFromGuardian(
    @Args(() => PieceAndGuardianArgs) args: PieceAndGuardianArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    return caseAfter(context, info, (run) => keepFromGuardian(run, args));
  }

  @Mutation(() => CaseType, { nullable: true, description: 'Shows a guardian again what was kept from them.' })
  showToGuardian(
    @Args(() => PieceAndGuardianArgs) args: PieceAndGuardianArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    return caseAfter(context, info, (run) => showToGuardian(run, args));
  }
}

async function blockAfter(
  context: RequestContext,
  info: GraphQLResolveInfo,
  command: (run: RunCommand) => Promise<BlockResult>,
): Promise<ShownBlock | null> {
  const { result, scope } = await change(context, command);
  const loaded = await getCase(scope, result.caseId, needsOf(context));
  context.answered.add(info, 'Block', [loaded], 'consentDetails');
  return blocks(loaded)?.find(({ id }) => id === result.blockId) ?? null;
}

async function caseAfter(
  context: RequestContext,
  info: GraphQLResolveInfo,
  command: (run: RunCommand) => Promise<HoldingResult>,
): Promise<Shown> {
  const { result, scope } = await change(context, command);
  const loaded = await getCase(scope, result.caseId, needsOf(context));
  context.answered.add(info, 'Case', [loaded]);
  return presentCase(loaded);
}
