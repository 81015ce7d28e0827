import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Duty } from '../../core/duty.js';
import type { Extent } from '../../core/extent.js';
import type { InformationCategory } from '../../core/information-category.js';
import type { CaseStatus } from '../../core/case-status.js';
import type { WithheldReason } from '../../core/decision.js';
import { PageArgs, PageInfoType } from '../../graphql/connection.js';
import {
  CaseStatusEnum,
  ClosingReasonEnum,
  DutyEnum,
  InformationCategoryEnum,
  ExtentEnum,
  WithheldReasonEnum,
} from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { NodeType } from '../../graphql/node.type.js';
import { CursorScalar, DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { AgencyType, ProfessionalType } from '../agency/agency.type.js';

/** Other nouns add their fields to it from their own modules. */
@ObjectType('Case', {
  implements: NodeType,
  description: 'One young person for whom the agencies work together (insats).',
  simpleResolvers: true,
})
export class CaseType {
  @Open()
  @Field(() => ID, { description: 'Identifier of the case.' })
  id!: string;

  @Open()
  @Field({
    description:
      'The number that the municipality knows it by; a reference that counts nothing until the case is taken on.',
  })
  number!: string;

  @Open()
  @Field(() => CaseStatusEnum, { description: 'Its status now; PAUSED when the consent that carries it is missing.' })
  status!: CaseStatus;

  @Open()
  @Field(() => DateScalar, { nullable: true, description: 'When the group started its work.' })
  startedOn!: string | null;

  @Open()
  @Field(() => DateScalar, { nullable: true, description: 'When it is planned to end.' })
  plannedEndOn!: string | null;

  @Open()
  @Field(() => DateScalar, { nullable: true, description: 'When it was closed.' })
  closedOn!: string | null;

  @Open()
  @Field(() => ClosingReasonEnum, { nullable: true, description: 'Why it was closed.' })
  closingReason!: string | null;
}

@Open()
@ObjectType('Participant', {
  description: 'A professional assigned to the case (deltagare). You see yourself; coordinator and family see all.',
  simpleResolvers: true,
})
export class ParticipantType {
  @Field(() => ID, { description: 'Identifier of the assignment.' })
  id!: string;

  @Field(() => ProfessionalType, { nullable: true, description: 'Who.' })
  professional!: ProfessionalType | null;

  @Field(() => DutyEnum, { nullable: true, description: 'What for; none for the coordinator.' })
  duty!: Duty | null;

  @Field(() => DateTimeScalar, { description: 'From when.' })
  from!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; open if none.' })
  until!: number | null;
}

@Open()
@ObjectType('AccessCell', {
  description: 'What the viewer may read now of one agency in one category, whether or not anything is stored.',
  simpleResolvers: true,
})
export class AccessCellType {
  /** The case of the cell; no field. */
  caseId!: string;

  @Field(() => AgencyType, { description: 'Who holds the information.' })
  holder!: AgencyType;

  @Field(() => InformationCategoryEnum, { description: 'What it is about.' })
  category!: InformationCategory;

  @Field({ description: 'Whether what is recorded now is open to the viewer. Streams follow it.' })
  readable!: boolean;

  @Field(() => ExtentEnum, { description: 'How much of what was recorded until now is open to the viewer.' })
  readableEarlier!: Extent;

  @Field(() => WithheldReasonEnum, { nullable: true, description: 'Why not.' })
  reason!: WithheldReason | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it closes, as far as is known now.' })
  until!: number | null;
}

@Open()
@ObjectType('CaseEdge', { description: 'One case in a list.', simpleResolvers: true })
export class CaseEdgeType {
  @Field(() => CursorScalar, { description: 'Its place.' })
  cursor!: string;

  @Field(() => CaseType, { description: 'The case.' })
  node!: CaseType;
}

@Open()
@ObjectType('CaseConnection', { description: 'Cases that the viewer may know of.', simpleResolvers: true })
export class CaseConnectionType {
  @Field(() => [CaseEdgeType], { description: 'This page.' })
  edges!: CaseEdgeType[];

  @Field(() => PageInfoType, { description: 'Where it ends.' })
  pageInfo!: PageInfoType;

  @Field(() => Int, { description: 'How many there are that the viewer may know of.' })
  totalCount!: number;
}

@ArgsType()
export class CasesArgs extends PageArgs {
  @Field(() => [CaseStatusEnum], { nullable: true, description: 'Only cases with one of these statuses.' })
  status?: CaseStatus[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words or parts of words of a name, in any order; part of a case number; or a whole identity number. Nothing else is searched.',
  })
  search?: string | null;
}
