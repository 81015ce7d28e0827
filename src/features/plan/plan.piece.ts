import { DATE, id, INTEGER, json, oneOf, orNull, plain, sealed, TEXT } from '../../access/field-type.js';
import { pieceKind } from '../../access/piece-kind.js';
import type { PersonId, RoleTermId } from '../../core/ids.js';
import { ACTION_STATUSES, RESPONSIBLE_KINDS } from '../../core/plan.js';
import type { Handovers } from '../../core/plan.js';

const position = plain(INTEGER, 'lists are in this order, also where only counts and statuses are asked for');

/** The frame of the plan, held by the coordinator's agency; goals hang on it, and are found with it closed too. */
export const PLAN = pieceKind({
  number: 9,
  name: 'PLAN',
  fields: { overallResponsibleId: orNull(sealed(id<RoleTermId>())) },
  categories: ['PLAN'],
  shownAs: { Plan: { heldBy: 'COORDINATOR', isPlace: true } },
  told: 'PLAN_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: false,
});

/** A goal of the plan; its category is the area it is about. */
export const GOAL = pieceKind({
  number: 10,
  name: 'GOAL',
  parents: ['PLAN'],
  fields: { position, inOwnWords: orNull(sealed(TEXT)), inProfessionalWords: orNull(sealed(TEXT)) },
  categories: 'ANY',
  shownAs: { Goal: { heldBy: 'EVERYONE' }, PlanVersion: { heldBy: 'EVERYONE' } },
  told: 'PLAN_CHANGED',
  hasHistory: true,
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: true,
  order: ({ position: place }) => place,
  copied: ['inOwnWords', 'inProfessionalWords'],
});

/** What is to be done and who is responsible (R15), held by the agency that wrote it; some serve no single goal. */
export const ACTION = pieceKind({
  number: 11,
  name: 'ACTION',
  parents: ['GOAL'],
  parentIsOptional: true,
  fields: {
    position,
    what: sealed(TEXT),
    responsibleKind: sealed(oneOf(RESPONSIBLE_KINDS)),
    /** A role term, an agency, a person of the case or another important person, by `responsibleKind`. */
    responsibleId: sealed(id()),
    /** Whoever sees neither who it was nor who it is must not see that it changed. */
    handovers: orNull(sealed(json<Handovers>())),
    /** Guardians may need support of their own (R16). */
    supports: sealed(oneOf(['YOUNG_PERSON', 'GUARDIANS'])),
    dueOn: orNull(plain(DATE, 'what is overdue is counted, and found across cases')),
    status: plain(oneOf(ACTION_STATUSES), 'progress is counted without opening what is to be done'),
  },
  categories: 'ANY',
  shownAs: { Action: { heldBy: 'EVERYONE' } },
  told: 'ACTION_CHANGED',
  hasHistory: true,
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: true,
  order: ({ position: place }) => place,
  copied: ['what', 'status', 'dueOn'],
});

/** How an action went, or, hanging under none, how the whole went, written at the closing. */
export const EVALUATION = pieceKind({
  number: 12,
  name: 'EVALUATION',
  parents: ['ACTION'],
  parentIsOptional: true,
  fields: {
    text: sealed(TEXT),
    /** None where the young person wrote it: then `byId`. */
    authorId: orNull(sealed(id<RoleTermId>())),
    byId: orNull(sealed(id<PersonId>())),
    evaluatedOn: sealed(DATE),
  },
  categories: 'ANY',
  shownAs: {
    Evaluation: { heldBy: 'EVERYONE' },
    ClosingEvaluation: { heldBy: 'COORDINATOR', categories: ['PLAN'] },
  },
  told: 'PIECE_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: true,
  order: ({ evaluatedOn }) => evaluatedOn,
  copied: ['text', 'evaluatedOn'],
  unique: ({ parentId }) => (parentId === null ? ['the whole'] : null),
});
