import type { Basis } from '../core/decision.js';
import type { AgencyId, CaseId, PersonId } from '../core/ids.js';
import type { InformationCategory } from '../core/information-category.js';
import type { PieceFacts } from '../core/piece.js';

/** One thing shown: whose information about what, in which case, and on which basis. The unit of the access record. */
export interface Disclosure {
  readonly caseId: CaseId;
  readonly holderId: AgencyId;
  readonly category: InformationCategory;
  readonly basis: Basis;
  /** Members of the family from whom the piece that was shown is kept; absent where it is kept from nobody. */
  readonly hiddenFromIds?: readonly PersonId[];
}

/** What showing a piece discloses. */
export function disclosureOf(
  caseId: CaseId,
  { holderId, category, hiddenFromIds }: Pick<PieceFacts, 'holderId' | 'category' | 'hiddenFromIds'>,
  basis: Basis,
): Disclosure {
  return { caseId, holderId, category, basis, hiddenFromIds };
}

const SHOWS = Symbol('what resolving a field of this object discloses');

interface Shows {
  /** Disclosed by whichever field is resolved. */
  readonly any: readonly Disclosure[];
  /** Disclosed by that field. */
  readonly field: Record<string, readonly Disclosure[]>;
}

/** Marks a presented object with what its fields disclose; the executor's default resolver reports it when it happens. */
export function disclosing<T extends object>(
  object: T,
  any: readonly Disclosure[],
  field: Record<string, readonly Disclosure[]> = {},
): T {
  Object.defineProperty(object, SHOWS, { value: { any, field: { ...field } } satisfies Shows });
  return object;
}

export function disclosuresOf(object: object, field: string): readonly Disclosure[] {
  const shows = (object as { [SHOWS]?: Shows })[SHOWS];
  if (shows === undefined) return [];
  return [...shows.any, ...(shows.field[field] ?? [])];
}

/** Everything that the mere presence of these objects discloses. */
export function presenceOf(objects: readonly object[]): readonly Disclosure[] {
  return objects.flatMap((object) => (object as { [SHOWS]?: Shows })[SHOWS]?.any ?? []);
}

/** Puts presented pieces under their parent, so that reaching them through it is disclosed as well. */
export function attach(parent: object, field: string, children: readonly object[] | object | null): void {
  (parent as Record<string, unknown>)[field] = children;
  const shows = (parent as { [SHOWS]?: Shows })[SHOWS];
  if (shows !== undefined) shows.field[field] = presenceOf([children ?? []].flat());
}

/** A field whose value comes from a piece of its own, beside the object's: reading it discloses that piece too. */
export function discloseWith(object: object, field: string, disclosure: Disclosure): void {
  const shows = (object as { [SHOWS]?: Shows })[SHOWS];
  if (shows !== undefined) shows.field[field] = [...(shows.field[field] ?? []), disclosure];
}
