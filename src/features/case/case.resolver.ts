import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { RegisteredMunicipality, RegisteredProfessional } from '../../access/registers.js';
import type { Shown } from '../../access/shown.js';
import { needsOf, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Open } from '../../graphql/field-policy.js';
import { MunicipalityType, ProfessionalType } from '../agency/agency.type.js';
import { GuardianType, ImportantPersonType, YoungPersonType } from '../person/person.type.js';
import { importantPersons, ownGuardians, subjects, youngPerson } from '../person/person.queries.js';
import { SubjectType } from '../person/subject.type.js';
import { listCases } from './case-list.queries.js';
import { AccessCellType, CaseConnectionType, CasesArgs, CaseType, ParticipantType } from './case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { accessCells, getCase, PARTICIPANTS, participants, presentCase } from './case.queries.js';
import { SituationType } from './situation.type.js';
import { situation } from './situation.queries.js';

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
  ): Promise<Shown> {
    const loaded = await getCase(scopeOf(context), id, needsOf(context));
    context.withheldReport.add(info, 'Case', [loaded]);
    return presentCase(loaded);
  }

  @Query(() => CaseConnectionType, {
    description:
      "The viewer's own cases, by number. Search by name, personal identity number or case number, nothing else.",
  })
  async cases(
    @Args() args: CasesArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    const { connection, onPage } = await listCases(scopeOf(context), needsOf(context), args, context.cursors);
    context.withheldReport.add(info, 'CaseConnection', onPage);
    return connection;
  }

  @Open()
  @FieldResolver(() => MunicipalityType, { description: 'The municipality whose rules hold.' })
  municipality(@Root() shown: Shown): RegisteredMunicipality {
    const { registers, at } = caseOf(shown);
    return registers.municipality(at);
  }

  @Open()
  @FieldResolver(() => ProfessionalType, { nullable: true, description: 'The coordinator (samordnare).' })
  coordinator(@Root() shown: Shown): RegisteredProfessional | null {
    const { registers, shell } = caseOf(shown);
    return registers.professional(shell.coordinatorId);
  }

  @Open()
  @Loads(PARTICIPANTS)
  @FieldResolver(() => [ParticipantType], {
    description: 'Who takes part: yourself; for coordinator and family everyone.',
  })
  participants(@Root() shown: Shown): ParticipantType[] {
    return participants(caseOf(shown));
  }

  @Open()
  @FieldResolver(() => YoungPersonType, { description: 'Whom the case is about.' })
  youngPerson(@Root() shown: Shown): Shown {
    return youngPerson(caseOf(shown));
  }

  @Open()
  @FieldResolver(() => [GuardianType], {
    description:
      'The guardians of the young person; for the coordinator and the family, and by consent in category FAMILY.',
  })
  guardians(@Root() shown: Shown): readonly Shown[] {
    return ownGuardians(caseOf(shown));
  }

  @Open()
  @FieldResolver(() => [SubjectType], {
    description:
      "Others whom information of the case is about; for the coordinator's agency, and by their own consent.",
  })
  subjects(@Root() shown: Shown): readonly Shown[] {
    return subjects(caseOf(shown));
  }

  @Open()
  @FieldResolver(() => [ImportantPersonType], {
    description: 'Others who matter to the young person; for the family, and by consent in category FAMILY.',
  })
  otherImportantPersons(@Root() shown: Shown): readonly Shown[] {
    return importantPersons(caseOf(shown));
  }

  @Open()
  @FieldResolver(() => SituationType, { description: 'What each agency knows, by area of life.' })
  situation(@Root() shown: Shown): Shown {
    return situation(caseOf(shown));
  }

  @Open()
  @FieldResolver(() => [AccessCellType], {
    description: 'What is open to the viewer now, one cell per agency and category; never dependent on what is stored.',
  })
  access(@Root() shown: Shown): readonly AccessCellType[] {
    return accessCells(caseOf(shown));
  }
}
