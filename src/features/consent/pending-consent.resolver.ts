import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { caseOf } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Rule } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { PendingConsentType } from './pending-consent.type.js';
import { FORMS_NEED, pendingConsents } from './pending-consent.queries.js';
import type { ShownForm } from './pending-consent.queries.js';

@Resolver(() => CaseType)
export class PendingConsentResolver {
  @Rule('pendingConsents')
  @Loads(...FORMS_NEED)
  @FieldResolver(() => [PendingConsentType], {
    nullable: true,
    description:
      "Forms that wait for a second person; for the coordinator's agency, which confirms them, and about each subject for who speaks for it.",
  })
  pendingConsents(@Root() shown: Shown, @Ctx() context: RequestContext): readonly ShownForm[] | null {
    return pendingConsents(caseOf(shown), scopeOf(context));
  }
}
