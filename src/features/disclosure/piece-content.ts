import type { AnyKind } from '../../access/piece-kind.js';
import type { PieceRow } from '../../access/piece-row.js';

/** One field of a piece, named as the API names it. */
export interface ContentField {
  readonly name: string;
  readonly text: string;
}

/** Everything that a piece says, as its kind declares it and in that order; what is not known is left out. */
export function contentOf(kind: AnyKind, piece: PieceRow): readonly ContentField[] {
  const said = piece as unknown as Readonly<Record<string, string | number | object | null>>;
  return (kind.copied ?? []).flatMap((name) => {
    const value = said[name] ?? null;
    if (value === null) return [];
    const type = kind.fields[name]?.type.name;
    if (typeof value === 'object') return partsOf(value);
    return [{ name, text: type === 'instant' ? instantText(value as number) : String(value) }];
  });
}

/** The owner's own fields, of which each says something by itself. */
function partsOf(json: object): readonly ContentField[] {
  return Object.entries(json)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({ name, text: [value as unknown].flat().join('; ') }));
}

/** ISO 8601 in UTC without what is nought at its end: the form that copies have always had. */
function instantText(instant: number): string {
  return new Date(instant).toISOString().replace(/\.?0*Z$/, '+00:00');
}
