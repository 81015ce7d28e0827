import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { GuardianType, YoungPersonType } from './person.type.js';
import { guardians, youngPerson } from './person.view.js';

@Resolver(() => CaseType)
export class PersonResolver {
  @Open()
  @FieldResolver(() => YoungPersonType, { description: 'Whom the case is about.' })
  youngPerson(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<YoungPersonType> {
    return youngPerson(scopeOf(context), id);
  }

  @Open()
  @FieldResolver(() => [GuardianType], { description: 'The guardians; for the coordinator and the family, and by consent in category FAMILY.' })
  guardians(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<GuardianType[]> {
    return guardians(scopeOf(context), id);
  }
}
