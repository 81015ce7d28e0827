import type { WantedRow } from './setup-rows.js';

/** What a run of a setup file would do to one row. */
export type SetupStep =
  | { readonly does: 'ADD'; readonly wanted: WantedRow }
  | { readonly does: 'CHANGE'; readonly wanted: WantedRow; readonly fields: readonly string[] }
  | { readonly does: 'REFUSE'; readonly wanted: WantedRow; readonly fields: readonly string[] };

/** When it was recorded says nothing of what it is; rules are changed by publishing others, and never by a file. */
const NOT_COMPARED = new Set(['validFrom', 'validUntil', 'recordedAt', 'recordedById', 'rules']);

/**
 * Nothing that is stored is ever destroyed: what the file no longer names stays, and a field that is for good is refused.
 *
 * @param stored the row by its id, undefined where there is none
 */
export function setupPlan(
  rows: readonly WantedRow[],
  stored: (wanted: WantedRow) => Readonly<Record<string, unknown>> | undefined,
): readonly SetupStep[] {
  return rows.flatMap((wanted): readonly SetupStep[] => {
    const found = stored(wanted);
    if (found === undefined) return [{ does: 'ADD', wanted }];
    const fields = Object.keys(wanted.row).filter(
      (field) => !NOT_COMPARED.has(field) && (wanted.row[field] ?? null) !== (found[field] ?? null),
    );
    if (fields.length === 0) return [];
    const fixed = fields.filter((field) => !wanted.mutable.includes(field));
    return [fixed.length > 0 ? { does: 'REFUSE', wanted, fields: fixed } : { does: 'CHANGE', wanted, fields }];
  });
}

/** One line for people. */
export function lineOf(step: SetupStep): string {
  const { label } = step.wanted;
  if (step.does === 'ADD') return `+ ${label}`;
  if (step.does === 'CHANGE') return `~ ${label}: ${step.fields.join(', ')}`;
  return `! ${label}: ${step.fields.join(', ')} cannot be changed; give the new one a key of its own`;
}
