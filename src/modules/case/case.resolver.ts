import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { change, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { MunicipalityType, ProfessionalType } from '../agency/agency.type.js';
import { municipalityOf, professional } from '../agency/agency.view.js';
import { GuardianType, ImportantPersonType, YoungPersonType } from '../person/person.type.js';
import { guardians, importantPersons, youngPerson } from '../person/person.view.js';
import { listCases } from './case-list.view.js';
import { AccessCellType, CaseConnectionType, CasesArgs, CaseType, ParticipantType } from './case.type.js';
import { accessCells, findCase, knownCase, participants, presentCase } from './case.view.js';
import { RecordSituationInput } from './situation-input.type.js';
import { recordSituation } from './situation.commands.js';
import { SituationType } from './situation.type.js';
import { situation } from './situation.view.js';

@Resolver(() => CaseType)
export class CaseResolver {
  @Query(() => CaseType, {
    nullable: true,
    description: 'One case. Unknown and not yours give the same answer: `null` and NOT_FOUND.',
  })
  async case(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseType> {
    const view = await findCase(scopeOf(context), id);
    context.answered.add(info, 'Case', [view]);
    return presentCase(view);
  }

  @Query(() => CaseConnectionType, {
    description:
      "The viewer's own cases, by number. Search by name, personal identity number or case number, nothing else.",
  })
  async cases(
    @Args() args: CasesArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseConnectionType> {
    const { connection, views } = await listCases(scopeOf(context), context.cursors, args);
    context.answered.add(info, 'CaseConnection', views);
    return connection;
  }

  @Open()
  @FieldResolver(() => MunicipalityType, { description: 'The municipality whose rules hold.' })
  municipality(@Ctx() context: RequestContext): Promise<MunicipalityType> {
    return municipalityOf(scopeOf(context));
  }

  @Open()
  @FieldResolver(() => ProfessionalType, { nullable: true, description: 'The coordinator (samordnare).' })
  async coordinator(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<ProfessionalType | null> {
    const scope = scopeOf(context);
    const { shell } = await knownCase(scope, id);
    return professional(scope, shell.coordinatorId);
  }

  @Open()
  @FieldResolver(() => [ParticipantType], {
    description: 'Who takes part: yourself; for coordinator and family everyone.',
  })
  participants(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<ParticipantType[]> {
    return participants(scopeOf(context), id);
  }

  @Open()
  @FieldResolver(() => YoungPersonType, { description: 'Whom the case is about.' })
  async youngPerson(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<YoungPersonType> {
    const scope = scopeOf(context);
    return youngPerson(scope, await knownCase(scope, id));
  }

  @Open()
  @FieldResolver(() => [GuardianType], {
    description: 'The guardians; for the coordinator and the family, and by consent in category FAMILY.',
  })
  async guardians(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<GuardianType[]> {
    const scope = scopeOf(context);
    return guardians(scope, await knownCase(scope, id));
  }

  @Open()
  @FieldResolver(() => [ImportantPersonType], {
    description: 'Others who matter to the young person; for the family, and by consent in category FAMILY.',
  })
  async otherImportantPersons(
    @Root() { id }: CaseType,
    @Ctx() context: RequestContext,
  ): Promise<ImportantPersonType[]> {
    const scope = scopeOf(context);
    return importantPersons(scope, await knownCase(scope, id));
  }

  @Open()
  @FieldResolver(() => SituationType, { description: 'What each agency knows, by area of life.' })
  situation(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<SituationType> {
    return situation(scopeOf(context), id);
  }

  @Open()
  @FieldResolver(() => [AccessCellType], {
    description: 'What is open to the viewer now, one cell per agency and category; never dependent on what is stored.',
  })
  access(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<AccessCellType[]> {
    return accessCells(scopeOf(context), id);
  }

  @Mutation(() => CaseType, {
    nullable: true,
    description: 'Records what the own agency knows of the situation; an earlier statement of a category gives way.',
  })
  async recordSituation(
    @Arg('input', () => RecordSituationInput) input: RecordSituationInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseType> {
    const { result, scope } = await change(context, (run) => recordSituation(run, input));
    const view = await findCase(scope, result.caseId);
    context.answered.add(info, 'Case', [view]);
    return presentCase(view);
  }
}
