import type { LoadedCase } from '../../access/loaded-case.js';
import type { OpenPiece } from '../../access/open-piece.js';
import type { Fields, PieceKindOf } from '../../access/piece-kind.js';
import type { Shown } from '../../access/shown.js';
import { MEETING, MEETING_PLACE } from './meeting.piece.js';

export type OpenMeeting = OpenPiece<(typeof MEETING)['fields']>;

/** By start, then by id: unique, and sorted as text. */
export function timeKey({ startsAt, id }: OpenMeeting): string {
  return `${String(startsAt).padStart(15, '0')} ${id}`;
}

/** The meetings of a case that the viewer may see. */
export function meetings(loaded: LoadedCase): readonly Shown[] {
  return loaded.open(MEETING).map((piece) => meeting(loaded, piece));
}

/** One meeting, or `null` where there is none that the viewer may see. */
export function meetingById(loaded: LoadedCase, id: string): Shown | null {
  const piece = loaded.open(MEETING).find((each) => each.id === id);
  return piece === undefined ? null : meeting(loaded, piece);
}

/** A meeting with its place where that is not protected. */
export function meeting(loaded: LoadedCase, piece: OpenMeeting): Shown {
  return loaded.once(`meeting ${piece.id}`, () =>
    loaded.show('Meeting', {
      piece,
      values: {
        kind: () => piece.meetingKind,
        place: () => ofMeeting(loaded, MEETING_PLACE, piece.id)[0]?.place ?? null,
      },
      fieldDiscloses: {
        // A place is a piece of its own: its holder and its basis need not be the meeting's. Loaded where it is asked for.
        get place() {
          return ofMeeting(loaded, MEETING_PLACE, piece.id).map(({ entry }) => entry);
        },
      },
    }),
  );
}

/** The pieces of a kind that hang under a meeting and that the viewer may see, in their order. */
export function ofMeeting<Of extends Fields>(
  loaded: LoadedCase,
  kind: PieceKindOf<Of>,
  meetingId: string,
): readonly OpenPiece<Of>[] {
  const byMeeting = loaded.once(`${kind.name} by meeting`, () =>
    Map.groupBy<string | null, OpenPiece<Of>>(loaded.open(kind), ({ parentId }) => parentId),
  );
  return byMeeting.get(meetingId) ?? [];
}
