import { Kinds } from '../access/kinds.js';
import { SITUATION } from './case/situation.piece.js';
import { MAPPING } from './mapping/mapping.piece.js';
import { AGENDA_ITEM, INVITATION, MEETING, MEETING_DECISION, MEETING_PLACE, MINUTES } from './meeting/meeting.piece.js';
import { NOTE, OBJECTION } from './note/note.piece.js';
import { OUTCOME } from './outcome/outcome.piece.js';
import { CONTACT, GUARDIAN, IDENTITY } from './person/identity.piece.js';
import { IMPORTANT_PERSON } from './person/important-person.piece.js';
import { ACTION, EVALUATION, GOAL, PLAN } from './plan/plan.piece.js';
import { PROPOSAL_WORDS } from './proposal/proposal-words.piece.js';

/** Every kind of piece, by its number. */
export const KINDS = new Kinds([
  IDENTITY,
  GUARDIAN,
  CONTACT,
  IMPORTANT_PERSON,
  SITUATION,
  MAPPING,
  NOTE,
  OBJECTION,
  PLAN,
  GOAL,
  ACTION,
  EVALUATION,
  MEETING,
  MEETING_PLACE,
  INVITATION,
  AGENDA_ITEM,
  MEETING_DECISION,
  MINUTES,
  OUTCOME,
  PROPOSAL_WORDS,
]);
