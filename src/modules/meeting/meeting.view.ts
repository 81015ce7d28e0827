import { discloseWith, disclosureOf } from '../../access/disclosure.js';
import { present } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { PageOrder } from '../../graphql/connection.js';
import { knownCase } from '../case/case.view.js';
import { CASE_OF_MEETING, MEETING_PLACES, MEETINGS } from './meeting.repository.js';
import type { MeetingType } from './meeting.type.js';

/** By start, then by id: unique, and sorted as text. */
export const TIME_ORDER: PageOrder<MeetingType> = {
  key: ({ startsAt, id }) => `${String(startsAt).padStart(15, '0')} ${id}`,
};

/** The meetings of a case that the viewer may see, each with its place where that is not protected. */
export async function meetings(scope: ReadScope, caseId: string): Promise<MeetingType[]> {
  const { presenter, decision, id } = await knownCase(scope, caseId);
  const [rows, places] = await Promise.all([scope.pieces(MEETINGS, id), scope.pieces(MEETING_PLACES, id)]);
  const placeOf = new Map(places.map((place) => [place['meetingId'], place]));
  return rows.flatMap((piece) => {
    const place = placeOf.get(piece.id);
    const verdict = place === undefined ? null : decision.piece(place);
    const plain = {
      caseId: id,
      kind: piece['meetingKind'],
      place: place !== undefined && verdict?.open === true ? presenter.unseal(place)['place'] : null,
    };
    const meeting = present(presenter, 'Meeting', { piece, plain }) as unknown as MeetingType | null;
    if (meeting === null) return [];
    if (place !== undefined && verdict?.open === true) {
      // A place is a piece of its own: its holder and its basis need not be the meeting's.
      discloseWith(meeting, 'place', disclosureOf(id, place, verdict.basis));
    }
    return [meeting];
  });
}

/** One meeting, or `null` where there is none that the viewer may see. */
export async function meetingById(scope: ReadScope, id: string): Promise<MeetingType | null> {
  const [row] = await scope.query<{ caseId: string }>(CASE_OF_MEETING, [id]);
  return row === undefined ? null : ((await meetings(scope, row.caseId)).find((meeting) => meeting.id === id) ?? null);
}
