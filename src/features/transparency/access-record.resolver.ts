import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { caseOf } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Rule } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { DISCLOSURES_NEED } from '../disclosure/disclosure.queries.js';
import { AccessRecordConnectionType } from './access-record.type.js';
import { accessRecords } from './access-record.queries.js';

@Resolver(() => CaseType)
export class AccessRecordResolver {
  @Rule('accessRecords')
  @Loads(...DISCLOSURES_NEED)
  @FieldResolver(() => AccessRecordConnectionType, {
    nullable: true,
    description: 'Who read what across agencies, newest first; for the young person and the guardians.',
  })
  accessRecords(
    @Root() shown: Shown,
    @Args() args: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<AccessRecordConnectionType | null> {
    return accessRecords(scopeOf(context), context.cursors, caseOf(shown), args);
  }
}
