import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { caseOf } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Rule } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { ConsentRequestType } from './consent-request.type.js';
import { consentRequests, REQUESTS_NEED } from './consent-request.queries.js';
import type { ShownRequest } from './consent-request.queries.js';

@Resolver(() => CaseType)
export class ConsentRequestResolver {
  @Rule('consentDetails')
  @Loads(...REQUESTS_NEED)
  @FieldResolver(() => [ConsentRequestType], {
    nullable: true,
    description: 'What the signers are asked, and who has answered what; told as `consents` are.',
  })
  consentRequests(@Root() shown: Shown, @Ctx() context: RequestContext): readonly ShownRequest[] | null {
    return consentRequests(caseOf(shown), scopeOf(context));
  }
}
