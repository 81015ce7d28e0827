import type { LoadedCase } from '../../access/loaded-case.js';
import type { OpenPiece } from '../../access/open-piece.js';
import type { Shown } from '../../access/shown.js';
import { ofMeeting, seenVersion } from './meeting-part.js';
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
        version: () => seenVersion(loaded, piece).version,
        place: () => ofMeeting(loaded, MEETING_PLACE, piece.id)[0]?.place ?? null,
      },
      fieldDiscloses: {
        // Counting a part shows that it is there.
        get version() {
          return seenVersion(loaded, piece).entries;
        },
        // A place is a piece of its own: its holder and its basis need not be the meeting's. Loaded where it is asked
        // for.
        get place() {
          return ofMeeting(loaded, MEETING_PLACE, piece.id).map(({ entry }) => entry);
        },
      },
    }),
  );
}
