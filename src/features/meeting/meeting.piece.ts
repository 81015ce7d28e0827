import { FLAG, id, INSTANT, INTEGER, oneOf, orNull, plain, sealed, TEXT } from '../../access/field-type.js';
import { pieceKind } from '../../access/piece-kind.js';
import type { AgencyId, RoleTermId } from '../../core/ids.js';
import { MEETING_KINDS } from '../../core/meeting-kind.js';

/**
 * Parts of a meeting come and go alone: by the number of the command in its case, which is shown to nobody; null where
 * it came with the meeting. What is gone stays as that it was there, empty, so that whoever saw it is told.
 */
const comings = {
  addedIn: orNull(plain(INTEGER, 'which changes a reader saw is counted without opening any')),
  removedIn: orNull(plain(INTEGER, 'what is gone is left out before anything is opened')),
};
const position = plain(INTEGER, 'lists are in this order before anything is opened');

export const MEETING = pieceKind({
  number: 13,
  name: 'MEETING',
  fields: {
    meetingKind: plain(oneOf(MEETING_KINDS), 'which meetings were held says when the next one is due'),
    status: plain(oneOf(['PLANNED', 'HELD', 'CANCELLED']), 'calendars and clashes ask for what is planned'),
    startsAt: plain(INSTANT, 'meetings are listed by it across cases'),
    endsAt: plain(INSTANT, 'two meetings of one professional clash by it'),
  },
  categories: ['MEETING'],
  shownAs: { Meeting: { heldBy: 'COORDINATOR' } },
  told: 'MEETING_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: false,
});

/** A piece of its own, so that it can be withheld alone while somebody is protected. */
export const MEETING_PLACE = pieceKind({
  number: 14,
  name: 'MEETING_PLACE',
  parents: ['MEETING'],
  fields: { place: sealed(TEXT), ...comings },
  categories: ['MEETING'],
  shownAs: {},
  told: 'MEETING_CHANGED',
  tellsPlace: true,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: false,
  unique: ({ parentId, removedIn }) => (removedIn === null ? [parentId] : null),
});

export const INVITATION = pieceKind({
  number: 15,
  name: 'INVITATION',
  parents: ['MEETING'],
  fields: {
    inviteeKind: plain(
      oneOf(['PROFESSIONAL', 'YOUNG_PERSON', 'GUARDIAN', 'IMPORTANT_PERSON']),
      'clashes are of professionals alone, and lists are in this order',
    ),
    /** A role term, a person of the case, or another important person, by `inviteeKind`. */
    inviteeId: plain(id(), 'other calls of the same professional are found by it'),
    required: sealed(FLAG),
    attendance: sealed(oneOf(['UNKNOWN', 'ATTENDED', 'ABSENT', 'EXCUSED'])),
    answer: plain(oneOf(['NONE', 'ACCEPTED', 'DECLINED']), 'a call that was declined clashes with nothing'),
    /** Taken back by hand. That consent covers a call no more is nowhere stored. */
    withdrawn: plain(FLAG, 'a call that was withdrawn clashes with nothing'),
  },
  categories: ['MEETING'],
  shownAs: { Invitation: { heldBy: 'COORDINATOR' } },
  told: 'MEETING_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: false,
  order: ({ inviteeKind }) => inviteeKind,
  // Somebody has one call to a meeting that stands, beside any that were withdrawn.
  unique: ({ parentId, inviteeId, withdrawn }) => (withdrawn ? null : [parentId, inviteeId]),
});

export const AGENDA_ITEM = pieceKind({
  number: 16,
  name: 'AGENDA_ITEM',
  parents: ['MEETING'],
  fields: {
    position,
    title: sealed(TEXT),
    /** Whose information is talked about; the coordinator's own agency's if none. */
    sourceId: orNull(sealed(id<AgencyId>())),
    ...comings,
  },
  categories: 'ANY',
  shownAs: { AgendaItem: { heldBy: 'COORDINATOR' } },
  told: 'MEETING_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: false,
  order: ({ position: place }) => place,
});

export const MEETING_DECISION = pieceKind({
  number: 17,
  name: 'MEETING_DECISION',
  parents: ['MEETING'],
  fields: { position, text: sealed(TEXT), actionId: orNull(sealed(id())) },
  categories: 'ANY',
  shownAs: { MeetingDecision: { heldBy: 'COORDINATOR' } },
  told: 'MEETING_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: true,
  order: ({ position: place }) => place,
  copied: ['text'],
});

export const MINUTES = pieceKind({
  number: 18,
  name: 'MINUTES',
  parents: ['MEETING'],
  fields: { text: sealed(TEXT), authorId: sealed(id<RoleTermId>()) },
  categories: ['MEETING'],
  shownAs: { MeetingMinutes: { heldBy: 'COORDINATOR' } },
  told: 'MEETING_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: false,
  unique: ({ parentId }) => [parentId],
});
