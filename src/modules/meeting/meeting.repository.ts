import { pieceSection } from '../../access/section.js';

export const MEETINGS = pieceSection(
  'MEETING',
  'meeting',
  'p.kind as "meetingKind", p.status, p.starts_at as "startsAt", p.ends_at as "endsAt"',
);

export const MEETING_PLACES = pieceSection(
  'MEETING_PLACE',
  'meeting_place',
  'p.meeting_id as "meetingId", p.place_sealed as "place"',
);

export const INVITATIONS = pieceSection(
  'INVITATION',
  'invitation',
  `p.meeting_id as "meetingId", p.invitee_kind as "inviteeKind", p.invitee_id as "inviteeId", p.required, p.attendance`,
  '',
  'order by p.invitee_kind, p.id',
);

export const AGENDA_ITEMS = pieceSection(
  'AGENDA_ITEM',
  'agenda_item',
  'p.meeting_id as "meetingId", p.position, p.title_sealed as "title"',
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
