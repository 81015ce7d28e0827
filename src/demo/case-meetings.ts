import type { CaseFacts } from '../core/case-facts.js';
import type { Instant } from '../core/period.js';
import { guardianKnowsUntil } from '../core/rules/guardian-knows.js';
import { isWithinConsent } from '../core/rules/invitation-within-consent.js';
import { subjectOf } from '../core/subject.js';
import {
  AGENDA_ITEM,
  INVITATION,
  MEETING,
  MEETING_DECISION,
  MEETING_PLACE,
  MINUTES,
} from '../features/meeting/meeting.piece.js';
import { piece, type CaseContext } from './case-context.js';
import type { PieceOf } from './demo-pieces.js';
import type { DecisionStory, MeetingStory, ProfessionalKey } from './story.js';

const DAY = 24 * 60 * 60 * 1000;

type Meeting = PieceOf<typeof MEETING>;
type Invitation = PieceOf<typeof INVITATION>;

export interface Meetings {
  readonly meetings: readonly Meeting[];
  readonly places: readonly PieceOf<typeof MEETING_PLACE>[];
  readonly invitations: readonly Invitation[];
  readonly agenda: readonly PieceOf<typeof AGENDA_ITEM>[];
  readonly decisions: readonly PieceOf<typeof MEETING_DECISION>[];
  readonly minutes: readonly PieceOf<typeof MINUTES>[];
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
const WRITTEN_DOWN: Readonly<Record<MeetingStory['kind'], string>> = {
  INTRODUCTION:
    'Familjen har fått veta hur insatsgruppen arbetar och vad ett samtycke betyder. De vill tänka på saken.',
  FIRST: 'Alla presenterade sig. Målen och vem som gör vad står i planen.',
  FOLLOW_UP: 'Gruppen gick igenom planen tillsammans med ungdomen. Det som bestämdes står som beslut.',
  CLOSING: 'Insatsen avslutas. Gruppen har utvärderat den tillsammans med ungdomen.',
};

/** Held by the coordinator's agency and called ten days ahead, or a few days ago; nobody is called outside consent. */
export function meetings(context: CaseContext, facts: CaseFacts, actionIdOf: (what: string) => string): Meetings {
  const { story, time, pieces } = context;
  const coordinatorId = context.roleTermId('coordinator');
  const rows = story.meetings.map((told) => {
    const called = Math.max(context.openedAt, Math.min(told.startsAt - 10 * DAY, time.daysAgo(5)));
    const common = { holder: 'socialServices', category: 'MEETING', at: called } as const;
    const meeting = pieces.add(
      MEETING,
      piece(context, common),
      {
        ...{ meetingKind: told.kind, status: meetingStatus(told, time.now) },
        ...{ startsAt: told.startsAt, endsAt: told.startsAt + told.minutes * 60 * 1000 },
      },
      coordinatorId,
    );
    const place = { ...piece(context, common), parentId: meeting.id };
    return {
      meeting,
      place: pieces.add(MEETING_PLACE, place, { place: told.place }, coordinatorId),
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
  const { story, registers, personId, roleTermId, pieces } = context;
  const call = (
    key: string,
    inviteeKind: Invitation['inviteeKind'],
    inviteeId: string,
    required: boolean,
  ): Invitation => {
    const row = piece(context, { holder: 'socialServices', category: 'MEETING', at: meeting.recordedAt });
    const isHeld = meeting.status === 'HELD';
    return pieces.add(
      INVITATION,
      { ...row, parentId: meeting.id },
      {
        ...{ inviteeKind, inviteeId, required, withdrawn: false, answer: isHeld ? 'ACCEPTED' : 'NONE' },
        attendance: isHeld ? (told.absent?.includes(key) ? 'ABSENT' : 'ATTENDED') : 'UNKNOWN',
      },
      roleTermId('coordinator'),
    );
  };
  const guardians = Object.keys(story.guardians).filter((key) => mayKnow(facts, personId(key), meeting.startsAt));
  const staff = ['coordinator', ...Object.keys(story.assigned)] as ProfessionalKey[];
  const called = staff.filter((key) => {
    const { agencyId } = registers.roleTerm(key);
    if (agencyId === null) return false;
    if (meeting.meetingKind === 'INTRODUCTION') return key === 'coordinator';
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

function agenda(context: CaseContext, meeting: Meeting, told: MeetingStory): PieceOf<typeof AGENDA_ITEM>[] {
  return [...AGENDA[told.kind], ...(told.agenda ?? [])].map(({ category, title }, index) => {
    const row = piece(context, { holder: 'socialServices', category, at: meeting.recordedAt });
    const item = { ...row, parentId: meeting.id };
    return context.pieces.add(AGENDA_ITEM, item, { position: index + 1, title }, context.roleTermId('coordinator'));
  });
}

function writtenDown(context: CaseContext, meeting: Meeting, { kind }: MeetingStory): PieceOf<typeof MINUTES> {
  const row = piece(context, { holder: 'socialServices', category: 'MEETING', at: meeting.endsAt });
  const authorId = context.roleTermId('coordinator');
  const minutes = { ...row, parentId: meeting.id };
  return context.pieces.add(MINUTES, minutes, { text: WRITTEN_DOWN[kind], authorId }, authorId);
}

function decided(
  context: CaseContext,
  meeting: Meeting,
  { category, text, becomes }: DecisionStory,
  index: number,
  actionIdOf: (what: string) => string,
): PieceOf<typeof MEETING_DECISION> {
  const row = piece(context, { holder: 'socialServices', category, at: meeting.endsAt });
  return context.pieces.add(
    MEETING_DECISION,
    { ...row, parentId: meeting.id },
    { position: index + 1, text, actionId: becomes === undefined ? null : actionIdOf(becomes) },
    context.roleTermId('coordinator'),
  );
}
