import type { CaseFacts } from '../../core/case-facts.js';
import type { Instant } from '../../core/period.js';
import { guardianKnowsUntil } from '../../core/rules/guardian-knows.js';
import { isWithinConsent } from '../../core/rules/invitation-within-consent.js';
import { subjectOf } from '../../core/subject.js';
import type { AgendaItem } from '../../modules/meeting/agenda-item.entity.js';
import type { Invitation } from '../../modules/meeting/invitation.entity.js';
import type { MeetingDecision } from '../../modules/meeting/meeting-decision.entity.js';
import type { MeetingPlace } from '../../modules/meeting/meeting-place.entity.js';
import type { Minutes } from '../../modules/meeting/minutes.entity.js';
import type { Meeting } from '../../modules/meeting/meeting.entity.js';
import { piece, type CaseContext } from './case-context.js';
import type { DecisionStory, MeetingStory, ProfessionalKey } from './story.js';

const DAY = 24 * 60 * 60 * 1000;

export interface Meetings {
  readonly meetings: readonly Meeting[];
  readonly places: readonly MeetingPlace[];
  readonly invitations: readonly Invitation[];
  readonly agenda: readonly AgendaItem[];
  readonly decisions: readonly MeetingDecision[];
  readonly minutes: readonly Minutes[];
}

/** What a meeting of a kind always takes up. */
const AGENDA: Readonly<Record<MeetingStory['kind'], NonNullable<MeetingStory['agenda']>>> = {
  INTRODUCTION: [{ category: 'MEETING', title: 'Vad en insatsgrupp är, och vad ett samtycke betyder' }],
  FIRST: [
    { category: 'MEETING', title: 'Vad samtycket omfattar' },
    { category: 'PLAN', title: 'Mål och åtgärder' },
  ],
  FOLLOW_UP: [
    { category: 'PLAN', title: 'Hur har det gått sedan sist?' },
    { category: 'MEETING', title: 'Nästa möte' },
  ],
  CLOSING: [{ category: 'PLAN', title: 'Vad som har blivit bättre, och vad som fortsätter' }],
};

/** What the coordinator writes down after a meeting of a kind. */
const MINUTES: Readonly<Record<MeetingStory['kind'], string>> = {
  INTRODUCTION:
    'Familjen har fått veta hur insatsgruppen arbetar och vad ett samtycke betyder. De vill tänka på saken.',
  FIRST: 'Alla presenterade sig. Målen och vem som gör vad står i planen.',
  FOLLOW_UP: 'Gruppen gick igenom planen tillsammans med ungdomen. Det som bestämdes står som beslut.',
  CLOSING: 'Insatsen avslutas. Gruppen har utvärderat den tillsammans med ungdomen.',
};

/** Held by the coordinator's agency and called ten days ahead, or a few days ago; nobody is called outside consent. */
export function meetings(context: CaseContext, facts: CaseFacts, actionIdOf: (what: string) => string): Meetings {
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
      version: 1,
    };
    const row = piece(context, common);
    const placeSealed = context.seal(told.place, { table: 'meeting_place', column: 'place_sealed', rowId: row.id });
    return {
      meeting,
      place: { ...row, meetingId: meeting.id, placeSealed },
      invitations: invitations(context, facts, meeting, told),
      agenda: agenda(context, meeting, told),
      decisions: (told.decisions ?? []).map((decision, index) =>
        decided(context, meeting, decision, index, actionIdOf),
      ),
      minutes: meeting.status === 'HELD' ? [writtenDown(context, meeting, told)] : [],
    };
  });
  return {
    meetings: rows.map(({ meeting }) => meeting),
    places: rows.map(({ place }) => place),
    invitations: rows.flatMap((row) => row.invitations),
    agenda: rows.flatMap((row) => row.agenda),
    decisions: rows.flatMap((row) => row.decisions),
    minutes: rows.flatMap((row) => row.minutes),
  };
}

function meetingStatus({ cancelled, startsAt }: MeetingStory, now: number): Meeting['status'] {
  if (cancelled) return 'CANCELLED';
  return startsAt < now ? 'HELD' : 'PLANNED';
}

/** The family, and of those assigned whoever consent covers when the meeting is called. */
function invitations(context: CaseContext, facts: CaseFacts, meeting: Meeting, told: MeetingStory): Invitation[] {
  const { story, registers, personId } = context;
  const call = (
    key: string,
    inviteeKind: Invitation['inviteeKind'],
    inviteeId: string,
    required: boolean,
  ): Invitation => ({
    ...piece(context, { holder: 'socialServices', category: 'MEETING', at: meeting.recordedAt }),
    meetingId: meeting.id,
    inviteeKind,
    inviteeId,
    required,
    attendance: meeting.status === 'HELD' ? (told.absent?.includes(key) ? 'ABSENT' : 'ATTENDED') : 'UNKNOWN',
    answer: meeting.status === 'HELD' ? 'ACCEPTED' : 'NONE',
    withdrawn: false,
  });
  const guardians = Object.keys(story.guardians).filter((key) => mayKnow(facts, personId(key), meeting.startsAt));
  const staff = ['coordinator', ...Object.keys(story.assigned)] as ProfessionalKey[];
  const called = staff.filter((key) => {
    const { agencyId } = registers.roleTerm(key);
    if (agencyId === null) return false;
    if (meeting.kind === 'INTRODUCTION') return key === 'coordinator';
    return isWithinConsent(facts, agencyId, meeting.recordedAt);
  });
  return [
    call('youngPerson', 'YOUNG_PERSON', personId('youngPerson'), true),
    ...guardians.map((key) => call(key, 'GUARDIAN', personId(key), true)),
    // R14: leisure possibly; everybody else is needed.
    ...called.map((key) => call(key, 'PROFESSIONAL', registers.roleTerm(key).id, key !== 'leisureLeader')),
  ];
}

function mayKnow(facts: CaseFacts, guardianId: string, at: Instant): boolean {
  const subject = subjectOf(facts, facts.youngPersonId);
  return subject !== null && guardianKnowsUntil(subject, guardianId as never, at) !== null;
}

function agenda(context: CaseContext, meeting: Meeting, told: MeetingStory): AgendaItem[] {
  return [...AGENDA[told.kind], ...(told.agenda ?? [])].map(({ category, title }, index) => {
    const row = piece(context, { holder: 'socialServices', category, at: meeting.recordedAt });
    const titleSealed = context.seal(title, { table: 'agenda_item', column: 'title_sealed', rowId: row.id });
    return { ...row, meetingId: meeting.id, position: index + 1, titleSealed, sourceId: null };
  });
}

function writtenDown(context: CaseContext, meeting: Meeting, { kind }: MeetingStory): Minutes {
  const row = piece(context, { holder: 'socialServices', category: 'MEETING', at: meeting.endsAt });
  return {
    ...row,
    meetingId: meeting.id,
    authorId: context.registers.roleTerm('coordinator').id,
    textSealed: context.seal(MINUTES[kind], { table: 'minutes', column: 'text_sealed', rowId: row.id }),
  };
}

function decided(
  context: CaseContext,
  meeting: Meeting,
  { category, text, becomes }: DecisionStory,
  index: number,
  actionIdOf: (what: string) => string,
): MeetingDecision {
  const row = piece(context, { holder: 'socialServices', category, at: meeting.endsAt });
  return {
    ...row,
    meetingId: meeting.id,
    position: index + 1,
    textSealed: context.seal(text, { table: 'meeting_decision', column: 'text_sealed', rowId: row.id }),
    actionId: becomes === undefined ? null : actionIdOf(becomes),
  };
}
