import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Rule } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { BlockType, ConsentType, SharingCellType } from './consent.type.js';
import { blocks, consents, sharing } from './consent.view.js';

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
}
