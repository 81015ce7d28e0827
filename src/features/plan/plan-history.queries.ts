import type { AccessEntry } from '../../access/access-log.js';
import type { LoadedCase, OpenVersion } from '../../access/loaded-case.js';
import type { OpenPiece } from '../../access/open-piece.js';
import type { Shown } from '../../access/shown.js';
import type { FieldChangeType } from './plan-history.type.js';
import { seenVersion, seesHandover, seesPerson } from './handover.js';
import { ACTION, EVALUATION, GOAL } from './plan.piece.js';
import type { Responsible } from './responsible.js';
import type { PlanPart } from '../../core/closed-lists.js';

type OpenEvaluation = OpenPiece<(typeof EVALUATION)['fields']>;

/** What a version shows of what it gave, by the names of the API, in this order. */
const FIELDS = ['inOwnWords', 'inProfessionalWords', 'what', 'status', 'dueOn', 'responsible', 'supports'] as const;

/** The evaluations of a case that the viewer may see, under actions that the viewer may see, by date. */
export function evaluations(loaded: LoadedCase): readonly Shown[] {
  return ofActions(loaded).map((piece) => evaluation(loaded, piece));
}

export function evaluationsOf(loaded: LoadedCase, actionId: string): readonly Shown[] {
  const byAction = loaded.once('evaluations by action', () =>
    Map.groupBy(ofActions(loaded), ({ parentId }) => parentId),
  );
  return (byAction.get(actionId) ?? []).map((piece) => evaluation(loaded, piece));
}

/** How the whole went, written at the closing; `null` where there is nothing that the viewer may see. */
export function closingEvaluation(loaded: LoadedCase): Shown | null {
  const piece = loaded.open(EVALUATION).find(({ parentId }) => parentId === null);
  if (piece === undefined) return null;
  const values = { author: () => loaded.registers.professional(piece.authorId) };
  return loaded.show('ClosingEvaluation', { piece, values });
}

function ofActions(loaded: LoadedCase): readonly OpenEvaluation[] {
  const shown = new Set(loaded.open(ACTION).map(({ id }) => id));
  return loaded.open(EVALUATION).filter(({ parentId }) => parentId !== null && shown.has(parentId));
}

function evaluation(loaded: LoadedCase, piece: OpenEvaluation): Shown {
  return loaded.once(`evaluation ${piece.id}`, () => {
    const values = {
      holder: loaded.registers.agency(piece.holderId),
      author: () => loaded.registers.professional(piece.authorId),
    };
    return loaded.show('Evaluation', { piece, values });
  });
}

/** A version of a goal or an action that the viewer may see. */
export interface PlanPartVersion extends OpenVersion {
  readonly part: PlanPart;
}

/** The versions of the goals and actions that the viewer may see, in no particular order. */
export function history(loaded: LoadedCase): readonly PlanPartVersion[] {
  const goals = new Set(loaded.open(GOAL).map(({ id }) => id));
  const actions = new Map(loaded.open(ACTION).map((action) => [action.id, action]));
  return [
    ...loaded.versions(GOAL).flatMap((one) => (goals.has(one.pieceId) ? [{ ...one, part: 'GOAL' as const }] : [])),
    ...loaded.versions(ACTION).flatMap((one) => {
      const action = actions.get(one.pieceId);
      return action !== undefined && seesHandover(loaded, action, one.version)
        ? [{ ...one, part: 'ACTION' as const }]
        : [];
    }),
  ];
}

/** @param all the versions that the viewer may see */
export function planVersion(loaded: LoadedCase, version: PlanPartVersion, all: readonly PlanPartVersion[]): Shown {
  const { id, part, pieceId, recordedAt, recordedById, entry } = version;
  const piece = [...loaded.open(GOAL), ...loaded.open(ACTION)].find((each) => each.id === pieceId);
  const values = {
    ...{ id, part, partId: pieceId, version: numberOf(loaded, version), at: recordedAt },
    author: () => loaded.registers.professional(recordedById),
    changes: () => changesOf(loaded, version, all),
  };
  const fieldDiscloses: Record<string, readonly AccessEntry[]> = piece === undefined ? {} : { partId: [piece.entry] };
  return loaded.show('PlanVersion', { values, discloses: [entry], fieldDiscloses });
}

/** What a field was is what the newest earlier version says that the viewer may see. */
function changesOf(loaded: LoadedCase, version: PlanPartVersion, all: readonly PlanPartVersion[]): FieldChangeType[] {
  const earlier = all
    .filter((other) => other.pieceId === version.pieceId && other.version < version.version)
    .toSorted((a, b) => b.version - a.version)
    .map(told);
  const now = told(version);
  return FIELDS.flatMap((field) => {
    if (!(field in now)) return [];
    const before = earlier.find((given) => field in given);
    const change = { field, from: before?.[field] ?? null, to: now[field] ?? null };
    const isHidden = field === 'responsible' && change.from === null && !isGivenToSomebodySeen(loaded, version);
    return isHidden ? [] : [change];
  });
}

/** By the count of the versions that the viewer sees. */
function numberOf(loaded: LoadedCase, { pieceId, version }: PlanPartVersion): number {
  const action = loaded.open(ACTION).find(({ id }) => id === pieceId);
  return action === undefined ? version : seenVersion(loaded, action, version);
}

function isGivenToSomebodySeen(loaded: LoadedCase, version: PlanPartVersion): boolean {
  const { responsibleKind: kind, responsibleId: id } = version.given() as Responsible;
  return seesPerson(loaded, { kind, id });
}

/** A member of the family is not told in the history: who may see them is judged where they are shown. */
function told(version: PlanPartVersion): Partial<Record<(typeof FIELDS)[number], string | null>> {
  const { responsibleKind, responsibleId, ...given } = version.given() as Record<string, string | null>;
  if (responsibleKind === undefined) return given;
  const isRegistered = responsibleKind === 'PROFESSIONAL' || responsibleKind === 'AGENCY';
  return { ...given, responsible: isRegistered ? (responsibleId ?? null) : null };
}
