import type { AccessEntry } from '../../access/access-log.js';
import type { LoadedCase } from '../../access/loaded-case.js';
import type { OpenPiece } from '../../access/open-piece.js';
import type { Fields, PieceKindOf } from '../../access/piece-kind.js';
import { versionSeen } from '../../core/meeting.js';
import { AGENDA_ITEM, INVITATION, MEETING, MEETING_DECISION, MEETING_PLACE, MINUTES } from './meeting.piece.js';

/** What hangs on a meeting, each judged by itself. */
export const MEETING_PARTS = [MEETING_PLACE, INVITATION, AGENDA_ITEM, MEETING_DECISION, MINUTES] as const;

/**
 * The pieces of a kind that hang under a meeting and that the viewer may see, in their order; those that are gone too.
 */
export function everOfMeeting<Of extends Fields>(
  loaded: LoadedCase,
  kind: PieceKindOf<Of>,
  meetingId: string,
): readonly OpenPiece<Of>[] {
  const byMeeting = loaded.once(`${kind.name} by meeting`, () =>
    Map.groupBy<string | null, OpenPiece<Of>>(loaded.open(kind), ({ parentId }) => parentId),
  );
  return byMeeting.get(meetingId) ?? [];
}

/** The same, without those that are gone. */
export function ofMeeting<Of extends Fields>(
  loaded: LoadedCase,
  kind: PieceKindOf<Of>,
  meetingId: string,
): readonly OpenPiece<Of>[] {
  return everOfMeeting(loaded, kind, meetingId).filter((piece) => (piece.field('removedIn') ?? null) === null);
}

/** The version of a meeting as the viewer sees it, and what telling it discloses. */
export function seenVersion(
  loaded: LoadedCase,
  { id, version }: OpenPiece<(typeof MEETING)['fields']>,
): { readonly version: number; readonly entries: readonly AccessEntry[] } {
  const parts = [...everOfMeeting(loaded, MEETING_PLACE, id), ...everOfMeeting(loaded, AGENDA_ITEM, id)];
  const counted = parts.filter(({ addedIn, removedIn }) => addedIn !== null || removedIn !== null);
  return { version: versionSeen(version, counted), entries: counted.map(({ entry }) => entry) };
}

/**
 * The meeting of every part that the viewer may see, under a meeting that the viewer may see, by the id of the part.
 */
export function partsOfMeetings(loaded: LoadedCase): ReadonlyMap<string, string> {
  return loaded.once('meetings of parts', () => {
    const shown = new Set(loaded.open(MEETING).map(({ id }) => id));
    const parts = MEETING_PARTS.flatMap((kind): readonly OpenPiece[] => loaded.open(kind as never));
    return new Map(
      parts.flatMap(({ id, parentId }) => (parentId !== null && shown.has(parentId) ? [[id, parentId] as const] : [])),
    );
  });
}
