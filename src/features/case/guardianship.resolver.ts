import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { RunCommand } from '../../access/case-target.js';
import { withId } from '../../access/shown.js';
import type { Shown } from '../../access/shown.js';
import { change, needsOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { addGuardian } from '../person/guardian.commands.js';
import { AddGuardianInput, CustodyInput, EndCustodyInput, ProtectionInput } from '../person/guardianship-input.type.js';
import { endCustody, protectPerson, recordCustody, recordPrevention } from '../person/guardianship.commands.js';
import type { CaseResult } from '../person/guardianship.commands.js';
import { subjects } from '../person/person.view.js';
import { AddSubjectInput } from '../person/subject-input.type.js';
import { addSubject } from '../person/subject.commands.js';
import { SubjectType } from '../person/subject.type.js';
import { CaseType } from './case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { getCase, presentCase } from './case.view.js';

@Resolver(() => CaseType)
export class GuardianshipResolver {
  @Open()
  @FieldResolver(() => [SubjectType], {
    description:
      "Others whom information of the case is about; for the coordinator's agency, and by their own consent.",
  })
  subjects(@Root() shown: Shown): readonly Shown[] {
    return subjects(caseOf(shown));
  }

  @Mutation(() => SubjectType, {
    nullable: true,
    description:
      'Adds somebody else whom information is about, such as a sibling or a friend, with their own signers; by the coordinator.',
  })
  async addSubject(
    @Arg('input', () => AddSubjectInput) input: AddSubjectInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    const { result, scope } = await change(context, (run) => addSubject(run, input));
    const loaded = await getCase(scope, result.caseId, needsOf(context));
    context.answered.add(info, 'Subject', [loaded]);
    return withId(subjects(loaded), result.subjectId);
  }

  @Mutation(() => CaseType, {
    nullable: true,
    description: 'Adds a guardian with custody of the young person; by the coordinator.',
  })
  addGuardian(
    @Arg('input', () => AddGuardianInput) input: AddGuardianInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    return caseAfter(context, info, (run) => addGuardian(run, input));
  }

  @Mutation(() => CaseType, { nullable: true, description: 'Records a custody; by the coordinator.' })
  recordCustody(
    @Arg('input', () => CustodyInput) input: CustodyInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    return caseAfter(context, info, (run) => recordCustody(run, input));
  }

  @Mutation(() => CaseType, { nullable: true, description: 'Records when a custody ends; by the coordinator.' })
  endCustody(
    @Arg('input', () => EndCustodyInput) input: EndCustodyInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    return caseAfter(context, info, (run) => endCustody(run, input));
  }

  @Mutation(() => CaseType, {
    nullable: true,
    description: 'Records that a custodian is prevented from signing between two days (FB 6:13); by the coordinator.',
  })
  recordPrevention(
    @Arg('input', () => CustodyInput) input: CustodyInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    return caseAfter(context, info, (run) => recordPrevention(run, input));
  }

  @Mutation(() => CaseType, {
    nullable: true,
    description: 'Protects the whereabouts of a person from now on, or ends the protection; by the coordinator.',
  })
  protectPerson(
    @Arg('input', () => ProtectionInput) input: ProtectionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    return caseAfter(context, info, (run) => protectPerson(run, input));
  }
}

async function caseAfter(
  context: RequestContext,
  info: GraphQLResolveInfo,
  command: (run: RunCommand) => Promise<CaseResult>,
): Promise<Shown> {
  const { result, scope } = await change(context, command);
  const loaded = await getCase(scope, result.caseId, needsOf(context));
  context.answered.add(info, 'Case', [loaded]);
  return presentCase(loaded);
}
