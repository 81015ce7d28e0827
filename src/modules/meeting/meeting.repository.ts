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
