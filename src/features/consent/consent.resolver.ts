import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { caseOf } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Rule } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { BlockType, ConsentType, SharingCellType } from './consent.type.js';
import { blocks, consents, CONSENTS_NEED, sharing, SIGNERS_NEED } from './consent.queries.js';
import type { ShownBlock, ShownConsent } from './consent.queries.js';

@Resolver(() => CaseType)
export class ConsentResolver {
  @Rule('consentDetails')
  @Loads(...CONSENTS_NEED)
  @FieldResolver(() => [ConsentType], {
    nullable: true,
    description: 'The ledger of consents, in order; for the coordinator, and about each subject for who speaks for it.',
  })
  consents(@Root() shown: Shown, @Ctx() context: RequestContext): readonly ShownConsent[] | null {
    return consents(caseOf(shown), scopeOf(context));
  }

  @Rule('consentDetails')
  @Loads(...SIGNERS_NEED)
  @FieldResolver(() => [BlockType], { nullable: true, description: 'Blocks; told as `consents` are.' })
  blocks(@Root() shown: Shown): readonly ShownBlock[] | null {
    return blocks(caseOf(shown));
  }

  @Rule('consentDetails')
  @FieldResolver(() => [SharingCellType], {
    nullable: true,
    description: 'Who may share with whom about what, now; for signers and coordinator.',
  })
  sharing(@Root() shown: Shown): readonly SharingCellType[] | null {
    return sharing(caseOf(shown));
  }
}
