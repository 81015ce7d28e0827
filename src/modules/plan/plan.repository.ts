import type { Statement } from '../../access/section.js';
import { pieceSection } from '../../access/section.js';

export const PLANS = pieceSection('PLAN', 'plan', 'p.overall_responsible_id as "overallResponsibleId"');

export const GOALS = pieceSection(
  'GOAL',
  'goal',
  `p.plan_id as "planId", p.position, p.version, p.in_own_words_sealed as "inOwnWords", p.in_professional_words_sealed as "inProfessionalWords"`,
  '',
  'order by p.position, p.id',
);

export const ACTIONS = pieceSection(
  'ACTION',
  'action',
  `p.plan_id as "planId", p.goal_id as "goalId", p.position, p.version, p.what_sealed as "what",
    p.responsible_kind as "responsibleKind", p.responsible_id as "responsibleId", p.due_on as "dueOn", p.status,
    p.supports`,
  '',
  'order by p.position, p.id',
);

export const EVALUATIONS = pieceSection(
  'EVALUATION',
  'evaluation',
  'p.action_id as "actionId", p.text_sealed as "text", p.author_id as "authorId", p.evaluated_on as "evaluatedOn"',
  '',
  'order by p.evaluated_on, p.id',
);

export const PLAN_VERSIONS = pieceSection(
  'PLAN_VERSION',
  'plan_version',
  `p.plan_id as "planId", p.goal_id as "goalId", p.action_id as "actionId", p.version, p.author_id as "authorId",
    p.changed_at as "at", p.content_sealed as "content"`,
);

/** The case of a goal or an action, among the rows that row-level security leaves to the viewer. */
export const CASE_OF_PART: Statement = {
  name: 'case_of_plan_part',
  text: `select case_id as "caseId" from sig.goal where id = $1 union all select case_id from sig.action where id = $1`,
};
