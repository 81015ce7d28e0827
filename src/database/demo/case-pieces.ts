import type { InformationCategory } from '../../core/information-category.js';
import type { Situation } from '../../modules/case/situation.entity.js';
import type { MeetingPlace } from '../../modules/meeting/meeting-place.entity.js';
import type { Meeting } from '../../modules/meeting/meeting.entity.js';
import type { Note } from '../../modules/note/note.entity.js';
import { piece, type CaseContext } from './case-context.js';
import type { AgencyKey, MeetingStory } from './story.js';

const DAY = 24 * 60 * 60 * 1000;

/** As each agency knows it since a few days. */
export function situations(context: CaseContext): Situation[] {
  const at = context.time.daysAgo(3, '12:00');
  return Object.entries(context.story.situation).flatMap(([holder, contents]) =>
    Object.entries(contents).map(([category, content]) => {
      const row = piece(context, { holder: holder as AgencyKey, category: category as InformationCategory, at });
      const place = { table: 'situation', column: 'content_sealed', rowId: row.id };
      return { ...row, contentSealed: context.seal(JSON.stringify(content), place) };
    }),
  );
}

/** Held by the author's agency. */
export function notes(context: CaseContext): Note[] {
  return context.story.notes.map(({ at, by, category, text, alsoAbout, heldBack }) => {
    const author = context.registers.roleTerm(by);
    const common = piece(context, { holder: 'socialServices', category, at, alsoAbout, heldBack });
    if (author.agencyId === null) throw new Error(`The author "${by}" of a note belongs to no agency`);
    return {
      ...common,
      holderId: author.agencyId,
      textSealed: context.seal(text, { table: 'note', column: 'text_sealed', rowId: common.id }),
      authorId: author.id,
      writtenAt: at,
    };
  });
}

export interface Meetings {
  readonly meetings: readonly Meeting[];
  readonly places: readonly MeetingPlace[];
}

/** Held by the coordinator's agency and called ten days ahead, or a few days ago. */
export function meetings(context: CaseContext): Meetings {
  const { story, time } = context;
  const rows = story.meetings.map((told) => {
    const called = Math.max(context.openedAt, Math.min(told.startsAt - 10 * DAY, time.daysAgo(5)));
    const common = { holder: 'socialServices', category: 'MEETING', at: called } as const;
    const meeting: Meeting = {
      ...piece(context, common),
      kind: told.kind,
      status: meetingStatus(told, time.now),
      startsAt: told.startsAt,
      endsAt: told.startsAt + told.minutes * 60 * 1000,
    };
    const row = piece(context, common);
    const placeSealed = context.seal(told.place, { table: 'meeting_place', column: 'place_sealed', rowId: row.id });
    return { meeting, place: { ...row, meetingId: meeting.id, placeSealed } };
  });
  return { meetings: rows.map(({ meeting }) => meeting), places: rows.map(({ place }) => place) };
}

function meetingStatus({ cancelled, startsAt }: MeetingStory, now: number): Meeting['status'] {
  if (cancelled) return 'CANCELLED';
  return startsAt < now ? 'HELD' : 'PLANNED';
}
