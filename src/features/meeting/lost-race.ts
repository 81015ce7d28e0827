import type { LoadedCase } from '../../access/loaded-case.js';
import type { RegisteredAgency } from '../../access/registers.js';
import { accessEntriesOf } from '../../access/shown.js';
import type { Shown } from '../../access/shown.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { agendaOf } from './meeting-content.queries.js';
import { AGENDA_ITEM, MEETING, MEETING_PLACE } from './meeting.piece.js';
import { meeting } from './meeting.queries.js';

/** What whoever changed a meeting too late is told: how it stands now, in all that such a change may be about. */
export const MEETING_AS_IT_STANDS = {
  id: ({ meetingId }: { readonly meetingId: string }) => meetingId,
  read: asItStands,
  fields: ['id', 'version', 'status', 'startsAt', 'endsAt', 'place', 'agenda'],
  loads: [MEETING_PLACE, AGENDA_ITEM],
} as const;

/** Times as the schema tells them: what is carried by an error passes no scalar. */
function asItStands(loaded: LoadedCase, id: string): Shown | null {
  const piece = loaded.open(MEETING).find((each) => each.id === id);
  if (piece === undefined) return null;
  const shown = meeting(loaded, piece);
  const items = agendaOf(shown);
  const values = {
    kind: piece.meetingKind,
    version: shown.value('version'),
    startsAt: DateTimeScalar.serialize(piece.startsAt),
    endsAt: DateTimeScalar.serialize(piece.endsAt),
    place: shown.value('place'),
    agenda: items.map(toldOf),
  };
  return loaded.show('Meeting', {
    piece,
    values,
    discloses: [...accessEntriesOf(items), ...['place', 'version'].flatMap((field) => shown.entriesOf(field))],
  });
}

function toldOf(item: Shown): object {
  const source = item.value('source') as RegisteredAgency | null;
  return { title: item.value('title'), category: item.value('category'), source: { id: source?.id ?? null } };
}
