import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Rule } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { AccessRecordConnectionType } from './access-record.type.js';
import { accessRecords } from './access-record.view.js';

@Resolver(() => CaseType)
export class AccessRecordResolver {
  @Rule('accessRecords')
  @FieldResolver(() => AccessRecordConnectionType, {
    nullable: true,
    description: 'Who read what across agencies, newest first; for the young person and the guardians.',
  })
  accessRecords(
    @Root() { id }: CaseType,
    @Args() args: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<AccessRecordConnectionType | null> {
    return accessRecords(scopeOf(context), context.cursors, id, args);
  }
}
