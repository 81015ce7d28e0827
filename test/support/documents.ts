/** Everything that the API shows of a case, as deep as it goes. */
export const CASE_FIELDS = `
  id number status startedOn plannedEndOn closedOn closingReason
  municipality { id name rulePack { version } }
  coordinator { id name profession agency { name } }
  otherImportantPersons { id name relation contact from until }
  participants { id professional { id name } from until }
  youngPerson { id givenName familyName personalIdentityNumber birthDate age address phone }
  guardians { id givenName familyName custody { from until preventedFrom preventedUntil } }
  situation {
    schools { agency { id } attendancePercent passingGrades studentHealthContact }
    police { concern lastSharedIncidentOn }
    socialServices { openInquiry measures substanceUse }
    leisure { activities }
    employment { placement works }
  }
  notes(first: 100) { totalCount pageInfo { hasNextPage } edges { cursor node { id holder { id } category text author { name } writtenAt objections { id role text madeAt } } } }
  plan {
    id overallResponsible { name } progress { total done overdue }
    goals { id version area holder { id } inOwnWords inProfessionalWords
      actions { id version category holder { id } what dueOn status responsible {
        __typename ... on Professional { name } ... on Agency { name } ... on YoungPerson { givenName } ... on Guardian { givenName } ... on OtherImportantPerson { name } }
        evaluations { id holder { id } category text evaluatedOn author { name } } } }
    actions { id version category holder { id } what dueOn status }
    history(first: 60) { totalCount edges { node { id part partId version author { name } at changes { field from to } } } }
  }
  meetings(first: 20) { totalCount edges { node { id kind status startsAt endsAt place
    invitations { id required attendance invitee {
      __typename ... on Professional { name } ... on YoungPerson { givenName } ... on Guardian { givenName } ... on OtherImportantPerson { name } } }
    minutes { id text author { name } }
    agenda { id category title } decisions { id category text action { id what } } } } }
  mappings(first: 20) { totalCount edges { node { id holder { id } category strengths needs author { name } mappedOn } } }
  outcomes { id category before after atFollowUp }
  closingEvaluation { id text evaluatedOn author { name } }
  access { holder { id } category readable reason until }
`;

export const FULL_CASE = `query FullCase($id: ID!) { case(id: $id) { ${CASE_FIELDS} } }`;
export const FULL_LIST = `query FullList { cases(first: 50) { totalCount edges { cursor node { ${CASE_FIELDS} } } } }`;
