import type { LoadedCase } from '../../access/loaded-case.js';
import type { OpenPiece } from '../../access/open-piece.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { Shown } from '../../access/shown.js';
import { daysLater, localDate } from '../../core/calendar.js';
import { DomainError } from '../../core/errors.js';
import type { Instant } from '../../core/period.js';
import { upcoming } from '../../core/upcoming.js';
import type { KnownViewer } from '../../access/known-viewer.js';
import { presentCase } from '../case/case.queries.js';
import { INVITATION, MEETING } from '../meeting/meeting.piece.js';
import { meeting } from '../meeting/meeting.queries.js';
import { ACTION } from '../plan/plan.piece.js';
import { action } from '../plan/plan.queries.js';

type OpenAction = OpenPiece<(typeof ACTION)['fields']>;

/** A viewer's cases in one snapshot, and how far ahead they look. */
export interface Week {
  readonly scope: ReadScope;
  readonly viewer: KnownViewer;
  readonly at: Instant;
  readonly until: Instant;
  readonly cases: readonly LoadedCase[];
  /** When the viewer looked the last time; `null` where they do not say. */
  readonly since: Instant | null;
}

const MOST_DAYS = 92;
/** A case in which the work goes on; in the others nothing is waited for. */
const RUNNING: ReadonlySet<string> = new Set(['ACTIVE', 'PAUSED', 'ACCEPTED', 'CONSENT_PENDING']);

/** @throws DomainError BAD_USER_INPUT for fewer than one day or more than a quarter of a year. */
export function weekOf(scope: ReadScope, cases: readonly LoadedCase[], days: number, since: Instant | null): Week {
  if (days < 1 || days > MOST_DAYS) throw new DomainError('BAD_USER_INPUT', 'daysAhead', { max: MOST_DAYS });
  return { scope, viewer: scope.viewer, at: scope.at, until: daysLater(scope.at, days), cases, since };
}

/** What the viewer, or their agency, is to do, by due date; what has none comes last. */
export function ownActions({ viewer, at, cases }: Week): Shown[] {
  return listed(
    openActions(cases).filter(({ piece }) => isOwn(viewer, piece)),
    at,
  );
}

/** What others are late with, the latest first. */
export function lateActions({ viewer, at, cases }: Week): Shown[] {
  const late = openActions(cases).filter(({ piece }) => isOverdue(piece, at) && !isOwn(viewer, piece));
  return listed(late, at);
}

/** Meetings that begin within the days ahead. */
export function meetingsAhead({ at, until, cases }: Week): Shown[] {
  return planned(cases, ({ startsAt }) => startsAt >= at && startsAt < until);
}

/** Meetings ahead that the viewer is called to and has not answered. */
export function unanswered({ viewer, at, cases }: Week): Shown[] {
  const called = new Set(
    cases.flatMap((loaded) =>
      loaded
        .open(INVITATION)
        .filter((call) => call.inviteeId === viewer.id && call.answer === 'NONE' && !call.withdrawn)
        .map(({ parentId }) => parentId),
    ),
  );
  return planned(cases, ({ id, startsAt }) => startsAt >= at && called.has(id));
}

/** Running cases of a coordinator, who sees every meeting, in which none is planned. */
export function withoutMeeting({ scope, viewer, at, cases }: Week): Shown[] {
  if (viewer.capacity !== 'COORDINATOR') return [];
  const isAhead = (piece: { status: string; startsAt: Instant }): boolean =>
    piece.status === 'PLANNED' && piece.startsAt >= at;
  return cases
    .filter(
      (loaded) =>
        RUNNING.has(loaded.status) && loaded.status !== 'CONSENT_PENDING' && !loaded.open(MEETING).some(isAhead),
    )
    .map((loaded) => {
      // Whatever is asked of it, no piece may lie behind it: then the case is what was read (P10).
      scope.log.recordCase(loaded.id);
      return presentCase(loaded);
    });
}

/** What consents stop carrying within the days ahead; for signers and coordinator. */
export function endingConsents({ at, until, cases }: Week): Shown[] {
  const ends = cases.flatMap((loaded) => {
    if (!RUNNING.has(loaded.status) || !loaded.decision.rule('consentDetails').open) return [];
    return upcoming(loaded.facts, at)
      .filter((change) => change.at < until && change.causes.includes('CONSENT_EXPIRES') && change.closes.length > 0)
      .map((change) => ({
        loaded,
        at: change.at,
        cells: change.closes.reduce((sum, grant) => sum + grant.categories.length, 0),
      }));
  });
  return ends
    .toSorted((one, other) => one.at - other.at)
    .map(({ loaded, ...values }) => loaded.show('EndingConsent', { values: { ...values, case: presentCase(loaded) } }));
}

function openActions(cases: readonly LoadedCase[]): { readonly loaded: LoadedCase; readonly piece: OpenAction }[] {
  return cases.flatMap((loaded) =>
    RUNNING.has(loaded.status)
      ? loaded
          .open(ACTION)
          .filter(({ status }) => status === 'PLANNED' || status === 'IN_PROGRESS')
          .map((piece) => ({ loaded, piece }))
      : [],
  );
}

function isOwn(viewer: KnownViewer, { responsibleKind, responsibleId }: OpenAction): boolean {
  if (responsibleKind === 'AGENCY') return 'agencyId' in viewer && viewer.agencyId === responsibleId;
  return responsibleId === viewer.id;
}

function isOverdue({ dueOn }: OpenAction, at: Instant): boolean {
  return dueOn !== null && dueOn < localDate(at);
}

function listed(found: readonly { readonly loaded: LoadedCase; readonly piece: OpenAction }[], at: Instant): Shown[] {
  const place = ({ piece }: { piece: OpenAction }): string => `${piece.dueOn ?? '9999'} ${piece.id}`;
  return found
    .toSorted((one, other) => (place(one) < place(other) ? -1 : 1))
    .map(({ loaded, piece }) => {
      const values = { case: presentCase(loaded), action: () => action(loaded, piece), overdue: isOverdue(piece, at) };
      return loaded.show('MyAction', { values, discloses: [piece.entry] });
    });
}

function planned(
  cases: readonly LoadedCase[],
  isWanted: (piece: OpenPiece<(typeof MEETING)['fields']>) => boolean,
): Shown[] {
  return cases
    .flatMap((loaded) =>
      loaded
        .open(MEETING)
        .filter((piece) => piece.status === 'PLANNED' && isWanted(piece))
        .map((piece) => ({ loaded, piece })),
    )
    .toSorted((one, other) => one.piece.startsAt - other.piece.startsAt || (one.piece.id < other.piece.id ? -1 : 1))
    .map(({ loaded, piece }) => {
      const values = { case: presentCase(loaded), meeting: () => meeting(loaded, piece) };
      return loaded.show('MyMeeting', { values, discloses: [piece.entry] });
    });
}
