import { decide } from '../../src/core/decide.js';
import type { Instant } from '../../src/core/period.js';
import type { PieceKind } from '../../src/core/piece.js';
import { isOpenTo } from '../../src/core/rules/named-rules.js';
import type { Viewer } from '../../src/core/viewer.js';
import { bytes, canary, id, iso, LONG_AGO, ROLE_TERMS } from './stored-format.js';
import type { Row, Rows, Storing, StoredWorld } from './stored-format.js';
import { CASE, HOME } from './world-cast.js';
import type { World } from './worlds.js';

// What goes on round a case, and is shown beside it: a proposal, somebody asked to take part, notices and addresses, and what
// the steering group wrote down.

export const PROPOSAL = id(7, 900);
export const REQUEST = id(7, 902);
const STEERING = id(7, 903);
const [COORDINATOR, PROPOSER, ASKED] = ROLE_TERMS;
const AT = '2026-01-02T00:00:00Z';

const NOTICE: Partial<Record<PieceKind, string>> = { MEETING: 'MEETING', PLAN: 'PLAN', GOAL: 'PLAN', ACTION: 'PLAN' };

interface Notice {
  readonly id: string;
  readonly recipientId: string;
  readonly pieceId: string;
  readonly kind: string;
}

/** Those of a world's viewers that its database knows. */
export function storedViewers(world: World): { viewer: Viewer; subjectId: string }[] {
  return world.viewers
    .filter(({ municipalityId }) => municipalityId === HOME)
    .map((viewer) => ({ viewer, subjectId: 'personId' in viewer ? viewer.personId : viewer.roleTermId }));
}

/** One for everybody about every piece: also about what was closed to them since. */
function noticesOf(world: StoredWorld): Notice[] {
  return storedViewers(world).flatMap(({ subjectId }, reader) =>
    world.pieces.map(({ id: pieceId, kind }, index) => ({
      ...{ id: id(7, reader * 100 + index), recipientId: subjectId, pieceId, kind: NOTICE[kind] ?? 'CASE' },
    })),
  );
}

/** What an address of somebody holds; found in an answer to anybody else, it was shown to the wrong one. */
export const addressOf = (subjectId: string): string => `${canary(subjectId)}@example.test`;

export function errandRows(world: StoredWorld, { addresses, minutes }: Storing): Rows {
  return {
    proposal: [
      {
        ...{ id: PROPOSAL, case_id: CASE, municipality_id: HOME, proposer_id: PROPOSER, state: 'ACCEPTED' },
        ...{ basis: 'FAMILY_AGREED', reasons: [], risk_areas: [], proposed_at: LONG_AGO, decided_at: AT },
      },
    ],
    assignment_request: [
      {
        ...{ id: REQUEST, case_id: CASE, role_term_id: ASKED, duty: 'CONTACT', valid_from: AT },
        ...{ requested_by_id: COORDINATOR, requested_at: AT, state: 'REQUESTED' },
      },
    ],
    steering_meeting: [
      {
        ...{
          id: STEERING,
          municipality_id: HOME,
          group_id: id(7, 904),
          starts_at: LONG_AGO,
          ends_at: AT,
          status: 'HELD',
        },
        ...{ version: 1, attended_ids: [COORDINATOR], absent_ids: [], recorded_at: AT },
        minutes_sealed: bytes(minutes.seal(STEERING, canary(STEERING))),
      },
    ],
    notification: noticesOf(world).map((notice, index): Row => ({
      ...{ id: notice.id, case_id: CASE, recipient_id: notice.recipientId, kind: notice.kind, ids: [notice.pieceId] },
      ...{ position: index + 1, at: iso(Date.parse(AT) + (index % 7) * 60_000), attempts: 0 },
      read_at: index % 3 === 0 ? AT : null,
    })),
    mail_address: storedViewers(world).map(({ viewer, subjectId }) => ({
      ...{ subject_id: subjectId, capacity: viewer.capacity, municipality_id: HOME, told_to: 0, attempts: 0 },
      ...{ address_sealed: bytes(addresses.seal(subjectId, addressOf(subjectId))), code_hash: bytes(Buffer.alloc(32)) },
      ...{ code_expires_at: AT, tries: 0, asked_at: AT, asked_since: AT, asked: 1, confirmed_at: AT },
    })),
  };
}

/** The ids of the rows of each table that the viewer may not be shown anything of. */
export function withheldErrands(world: StoredWorld, viewer: Viewer, at: Instant): Readonly<Record<string, string[]>> {
  const decision = decide(world.facts, viewer, at);
  const subjectId = 'personId' in viewer ? viewer.personId : viewer.roleTermId;
  const coordinates = viewer.capacity === 'COORDINATOR' && decision.knowsCase;
  const open = new Set(world.pieces.filter((piece) => decision.piece(piece).open).map(({ id: pieceId }) => pieceId));
  return {
    proposal: coordinates || subjectId === PROPOSER ? [] : [PROPOSAL],
    assignment_request: coordinates || subjectId === ASKED ? [] : [REQUEST],
    steering_meeting: isOpenTo('steeringMeetings', viewer.capacity) ? [] : [STEERING],
    notification: noticesOf(world)
      .filter(({ recipientId, pieceId }) => recipientId !== subjectId || !decision.knowsCase || !open.has(pieceId))
      .map(({ id: noticeId }) => noticeId),
    mail_address: storedViewers(world)
      .map((each) => each.subjectId)
      .filter((each) => each !== subjectId),
  };
}

/** Whoever is asked to take part is told the number of the case. */
export function isAsked(viewer: Viewer): boolean {
  return 'roleTermId' in viewer && viewer.roleTermId === ASKED;
}
