import { byKey, instant, padded, person } from './open-case.js';
import type { OpenCase } from './open-case.js';
import type { Piece } from './stored-piece.js';

const [MEETING, PLACE, INVITATION, AGENDA_ITEM, DECISION, MINUTES] = [13, 14, 15, 16, 17, 18];

/** `meetings { … }` of the full case. */
export function meetings(open: OpenCase): object {
  const { registers, of } = open;
  const all = byKey(of(MEETING), ({ says, id }) => `${padded(says.startsAt)} ${id}`);
  const invitations = byKey(of(INVITATION), ({ says, id }) => `${says.inviteeKind ?? ''} ${id}`);
  const agenda = byKey(of(AGENDA_ITEM), ({ says, id }) => `${padded(says.position)} ${id}`);
  if (of(DECISION).length > 0) throw new Error('The limit does not know by heart how to write decisions');
  const edges = all.map(({ id, says }) => {
    const own = ({ parentId }: Piece): boolean => parentId === id;
    const minutes = of(MINUTES).find(own);
    return {
      node: {
        ...{ id, kind: says.meetingKind, status: says.status },
        ...{ startsAt: instant(says.startsAt), endsAt: instant(says.endsAt) },
        place: of(PLACE).find(own)?.says.place ?? null,
        invitations: invitations.filter(own).map((call) => ({
          ...{ id: call.id, required: call.says.required, attendance: call.says.attendance },
          invitee: person(open, call.says.inviteeKind ?? '', call.says.inviteeId ?? ''),
        })),
        minutes: minutes
          ? {
              ...{ id: minutes.id, text: minutes.says.text },
              author: { name: registers.professional(minutes.says.authorId ?? null)?.name },
            }
          : null,
        agenda: agenda.filter(own).map((item) => ({ id: item.id, category: item.category, title: item.says.title })),
        decisions: [],
      },
    };
  });
  return { totalCount: edges.length, edges };
}
