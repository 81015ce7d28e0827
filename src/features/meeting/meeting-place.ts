import type { CommandScope } from '../../access/command-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { MEETING_PLACE } from './meeting.piece.js';
import { addPlace } from './planned-meeting.js';

/**
 * Another place for a meeting, or none.
 *
 * @param command the number by which the change is counted; 0 where the meeting itself changes with it
 * @returns the ids of what came and went; none where it stays as it is
 * @throws DomainError FORBIDDEN where the place is protected from the viewer, whether or not there is one: what is not
 * seen is not overwritten.
 */
export async function changePlace(
  scope: CommandScope,
  parentId: string,
  place: string | null,
  command: number,
): Promise<readonly string[]> {
  const { pieces } = scope;
  if (!scope.decision().rule('meetingPlace').open) throw new DomainError('FORBIDDEN', 'meetingPlaceProtected');
  const standing = (await pieces.all(MEETING_PLACE, { parentId })).find(({ removedIn }) => removedIn === null);
  if ((standing?.place ?? null) === (place === null ? null : requireText(place))) return [];
  const ids: string[] = [];
  if (standing !== undefined) {
    await pieces.change(MEETING_PLACE, standing, { place: '', removedIn: command });
    // Before the next one takes its place: there is one at a time.
    await scope.em.flush();
    ids.push(standing.id);
  }
  if (place !== null) ids.push(await addPlace(scope, parentId, place, command));
  return ids;
}
