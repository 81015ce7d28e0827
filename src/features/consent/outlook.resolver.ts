import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { caseOf } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import { needsOf, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Rule } from '../../graphql/field-policy.js';
import { obstacleText } from '../../texts/consent-messages.js';
import { requestInfo } from '../../graphql/request-info.js';
import type { AccessDetail } from './outlook.queries.js';
import { AccessCellType, CaseType } from '../case/case.type.js';
import { getCase } from '../case/case.queries.js';
import { AccessProofType, CouldReadArgs } from './could-read.type.js';
import { couldRead } from './could-read.queries.js';
import { ConsentReceiptType } from './receipt.type.js';
import { consentReceipt } from './receipt.queries.js';
import { SharingCellType } from './consent.type.js';
import { CONSENTS_NEED, SIGNERS_NEED } from './consent.queries.js';
import { AccessDetailType, UpcomingChangeType, WhatIfInput, WhatIfType } from './outlook.type.js';
import { accessDetail, upcoming, whatIf } from './outlook.queries.js';

/** Units of work beside what the fields below cost, from what each took when it was measured. */
const PRICES = { detail: 5, couldRead: 100, upcoming: 600, whatIf: 1_500 } as const;

@Resolver(() => CaseType)
export class OutlookResolver {
  @Rule('consentDetails')
  @FieldResolver(() => [UpcomingChangeType], {
    nullable: true,
    description: 'What will close or open by itself, and when, as far as is known now; for signers and coordinator.',
  })
  upcoming(@Root() shown: Shown, @Ctx() { work }: RequestContext): readonly UpcomingChangeType[] | null {
    work.spend(PRICES.upcoming);
    return upcoming(caseOf(shown));
  }

  @Rule('consentDetails')
  @FieldResolver(() => AccessProofType, {
    nullable: true,
    description:
      'Whether a professional could read a category of an agency at an instant, by what was recorded then or now, and on which consents; for signers and coordinator.',
  })
  couldRead(
    @Root() shown: Shown,
    @Args() args: CouldReadArgs,
    @Ctx() context: RequestContext,
  ): Promise<AccessProofType | null> {
    context.work.spend(PRICES.couldRead);
    return couldRead(scopeOf(context), caseOf(shown), args);
  }

  @Loads(...CONSENTS_NEED)
  @Query(() => ConsentReceiptType, {
    nullable: true,
    description: 'A signed receipt of one statement, for whoever made it and for the coordinator.',
  })
  consentReceipt(@Arg('consentId', () => ID) consentId: string, @Ctx() context: RequestContext): Promise<Shown> {
    return consentReceipt(scopeOf(context), needsOf(context), context.receiptKeys, consentId);
  }

  @Query(() => WhatIfType, {
    nullable: true,
    description: 'What would open and close if this were so; for signers and coordinator. Nothing is written.',
  })
  async whatIf(
    @Arg('caseId', () => ID) caseId: string,
    @Arg('change', () => WhatIfInput) input: WhatIfInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<WhatIfType | null> {
    const loaded = await getCase(scopeOf(context), caseId, needsOf(context));
    context.withheldReport.add(info, 'WhatIf', [loaded], 'consentDetails');
    context.work.spend(PRICES.whatIf);
    return whatIf(loaded, input);
  }
}

@Resolver(() => SharingCellType)
export class SharingCellResolver {
  @Rule('consentDetails')
  @Loads(...SIGNERS_NEED)
  @FieldResolver(() => AccessDetailType, { nullable: true, description: 'Why, and whose word would open it.' })
  detail(@Root() cell: SharingCellType, @Ctx() context: RequestContext): Explained | null {
    const named = { holderId: cell.from.id, recipientId: cell.to.id, category: cell.category };
    context.work.spend(PRICES.detail);
    return explained(accessDetail(scopeOf(context), cell.caseId, named));
  }
}

@Resolver(() => AccessCellType)
export class AccessCellResolver {
  @Rule('consentDetails')
  @Loads(...SIGNERS_NEED)
  @FieldResolver(() => AccessDetailType, {
    nullable: true,
    description: 'Why, and whose word would open it; none for what is open by right and not by consent.',
  })
  detail(@Root() cell: AccessCellType, @Ctx() context: RequestContext): Explained | null {
    const { viewer } = scopeOf(context);
    if (!('agencyId' in viewer)) return null;
    const named = { holderId: cell.holder.id, recipientId: viewer.agencyId, category: cell.category };
    context.work.spend(PRICES.detail);
    return explained(accessDetail(scopeOf(context), cell.caseId, named));
  }
}

type Explained = AccessDetail & Pick<AccessDetailType, 'explanations'>;

function explained(detail: AccessDetail | null): Explained | null {
  if (detail === null) return null;
  const language = requestInfo.getStore()?.language ?? 'sv';
  return { ...detail, explanations: detail.obstacles.map((obstacle) => obstacleText(language, obstacle)) };
}
