import type { Statement } from '../../access/section.js';
import { pieceSection } from '../../access/section.js';

export const MEETINGS = pieceSection(
  'MEETING',
  'meeting',
  'p.kind as "meetingKind", p.status, p.version, p.starts_at as "startsAt", p.ends_at as "endsAt"',
);

export const MEETING_PLACES = pieceSection(
  'MEETING_PLACE',
  'meeting_place',
  'p.meeting_id as "meetingId", p.place_sealed as "place"',
);

export const INVITATIONS = pieceSection(
  'INVITATION',
  'invitation',
  `p.meeting_id as "meetingId", p.invitee_kind as "inviteeKind", p.invitee_id as "inviteeId", p.required, p.attendance,
    p.answer, p.withdrawn`,
  '',
  'order by p.invitee_kind, p.id',
);

export const AGENDA_ITEMS = pieceSection(
  'AGENDA_ITEM',
  'agenda_item',
  'p.meeting_id as "meetingId", p.position, p.title_sealed as "title", p.source_id as "sourceId"',
  '',
  'order by p.position, p.id',
);

export const MEETING_DECISIONS = pieceSection(
  'MEETING_DECISION',
  'meeting_decision',
  'p.meeting_id as "meetingId", p.position, p.text_sealed as "text", p.action_id as "actionId"',
  '',
  'order by p.position, p.id',
);

export const MINUTES = pieceSection(
  'MINUTES',
  'minutes',
  'p.meeting_id as "meetingId", p.text_sealed as "text", p.author_id as "authorId"',
);

/** The case of a meeting, if row-level security leaves it to the viewer. */
export const CASE_OF_MEETING: Statement = {
  name: 'case_of_meeting',
  text: 'select case_id as "caseId" from sig.meeting where id = $1',
};

/** For commands: a role of the municipality, with the agency that it belongs to. */
export const ROLE_TO_CALL: Statement = {
  name: 'role_to_call',
  text: `select t.id, t.profession, t.agency_id as "agencyId", a.kind as "agencyKind"
    from sig.role_term t join sig.agency a on a.id = t.agency_id where t.id = $1`,
};

/** Of these calls: those whose professional is called elsewhere at the same time; to the coordinator alone. */
export const BUSY_INVITATIONS: Statement = {
  name: 'busy_invitations',
  text: 'select id from sig.busy_invitations($1) id',
};
