import { getNamedType, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';

/**
 * The fields that are the same for all who have the same rights. A field that is not named here, like one that tells of
 * the viewer or bears a cursor of theirs, is told to each viewer by themselves: forgetting one costs time, nothing
 * else.
 */
export const VIEWER_INDEPENDENT_FIELDS: Readonly<Record<string, string>> = {
  Subscription: 'caseChanged meetingChanged planChanged',
  CaseChanged: 'at case cursor',
  MeetingChanged: 'at cursor meeting',
  PlanChanged: 'at changedActionIds cursor plan',
  AccessEnded: 'at caseId cursor reason',
  ResyncRequired: 'cause',
  StreamStarted: 'at cursor',
  Case: 'closedOn closingReason coordinator id number plan plannedEndOn situation startedOn status youngPerson',
  YoungPerson: 'address age birthDate familyName givenName id personalIdentityNumber phone',
  Situation: 'employment leisure police schools socialServices',
  EmploymentSituation: 'placement works',
  LeisureSituation: 'activities',
  PoliceSituation: 'concern lastSharedIncidentOn',
  SchoolSituation: 'agency attendancePercent passingGrades studentHealthContact',
  SocialServicesSituation: 'measures openInquiry substanceUse',
  Plan: 'goals id overallResponsible progress',
  PlanProgress: 'done overdue total',
  Goal: 'actions area holder id inOwnWords inProfessionalWords version',
  Action: 'category dueOn evaluations holder id responsible status supports version what',
  Evaluation: 'author category evaluatedOn holder id text',
  Meeting: 'agenda caseId decisions endsAt id kind minutes place startsAt status version',
  AgendaItem: 'category id source title',
  MeetingMinutes: 'author id text',
  MeetingDecision: 'action category id text',
  Guardian: 'familyName givenName id',
  OtherImportantPerson: 'contact from id name relation until',
  Agency: 'id kind name parent',
  Professional: 'agency id name profession',
};

const SHARED = new Map(
  Object.entries(VIEWER_INDEPENDENT_FIELDS).map(([type, fields]) => [type, new Set(fields.split(' '))]),
);

/** Whether a valid document asks only for what is the same for all who have the same rights. */
export function isShared(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let shared = true;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name: { value: name } }) {
        const parent = types.getParentType();
        if (name !== '__typename' && parent && SHARED.get(getNamedType(parent).name)?.has(name) !== true)
          shared = false;
      },
    }),
  );
  return shared;
}
