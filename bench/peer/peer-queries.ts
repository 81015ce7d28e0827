import type { Lesson } from '../limit/known-case.js';

/** The orders that the peer obeys. */
export type PeerOrder =
  | { readonly do: 'LISTEN'; readonly viewerId: string; readonly at: number }
  | { readonly do: 'CPU' | 'COUNT' | 'COUNTED' };

const PIECE = 'rowId holderId category recordedAt version plain sealed';
const UNDER = 'piecesByParentIdAndCaseIdAndParentKind';

/** Pieces of one kind, as one field of a client's query. */
const own = (name: string, kind: number, more = ''): string =>
  `${name}: piecesByCaseId(condition: { kind: ${kind} }) { nodes { ${PIECE} ${more} } }`;
const under = (name: string, kind: number, more = ''): string =>
  `${name}: ${UNDER}(condition: { kind: ${kind} }) { nodes { ${PIECE} ${more} } }`;

const PERSON = 'rowId professionalByProfessionalIdAndMunicipalityId { name }';
const CASE = `rowId number status startedOn plannedEndOn closedOn closingReason
  municipalityByMunicipalityId { rowId name }
  roleTermByCoordinatorIdAndMunicipalityId { ${PERSON} profession agencyByAgencyIdAndMunicipalityId { name } }
  assignmentsByCaseId { nodes { rowId validFrom validUntil roleTermByRoleTermId { ${PERSON} } } }
  custodiesByCaseId { nodes { guardianId validFrom validUntil preventedFrom preventedUntil } }`;

/** As a client would ask, by the relations of the tables. */
const NESTED = `query ($id: UUID!) { caseFileByRowId(rowId: $id) { ${CASE}
  ${own('identities', 1)} ${own('guardians', 2)} ${own('contacts', 3)} ${own('otherImportantPersons', 4)}
  ${own('situation', 5)} ${own('notes', 7, under('objections', 8))}
  ${own('plan', 9, under('goals', 10, under('actions', 11, under('evaluations', 12))))}
  history: pieceVersionsByCaseId { nodes { rowId pieceId version recordedAt recordedById cause plain sealed } }
  ${own('meetings', 13, [under('place', 14), under('invitations', 15), under('agenda', 16), under('decisions', 17), under('minutes', 18)].join(' '))}
  ${own('mappings', 6)} ${own('outcomes', 19)} } }`;

/** One list of all pieces, which the client puts together by itself. */
const FLAT = `query ($id: UUID!) { caseFileByRowId(rowId: $id) { ${CASE}
  piecesByCaseId { nodes { ${PIECE} kind parentId } }
  pieceVersionsByCaseId { nodes { rowId pieceId version recordedAt recordedById cause plain sealed } } } }`;

const PROGRESS = `piecesByCaseId(condition: { kind: 9 }) { nodes { rowId
  goals: ${UNDER}(condition: { kind: 10 }) { nodes { rowId actions: ${UNDER}(condition: { kind: 11 }) { nodes { plain } } } } } }`;

/** What comes nearest to each operation; `$id` is the case, or of the viewer the role. */
export const PEER_QUERIES: Readonly<Record<Lesson['name'], Readonly<Record<string, string>>>> = {
  full: { peer: NESTED, 'peer, flat': FLAT },
  list: {
    peer: `{ allCaseFiles(first: 20, orderBy: [NUMBER_ASC]) { totalCount edges { cursor node { rowId number status ${PROGRESS} } } } }`,
  },
  progress: { peer: `query ($id: UUID!) { caseFileByRowId(rowId: $id) { ${PROGRESS} } }` },
  status: { peer: 'query ($id: UUID!) { caseFileByRowId(rowId: $id) { number status } }' },
  viewer: {
    peer: `query ($id: UUID!) { roleTermByRowId(rowId: $id) { ${PERSON} capacity
      agencyByAgencyIdAndMunicipalityId { rowId name municipalityByMunicipalityId { rowId name } } } }`,
  },
};
