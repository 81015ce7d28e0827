import type { LoadedCase } from '../../access/loaded-case.js';
import type { OpenPiece } from '../../access/open-piece.js';
import type { Shown } from '../../access/shown.js';
import { MAPPING } from './mapping.piece.js';
import type { MappingsArgs } from './mapping.type.js';

export type OpenMapping = OpenPiece<(typeof MAPPING)['fields']>;

/** The mappings of a case that the viewer may see, in no particular order. */
export function mappings(loaded: LoadedCase): readonly Shown[] {
  return loaded.open(MAPPING).map((piece) => mapping(loaded, piece));
}

export function mapping(loaded: LoadedCase, piece: OpenMapping): Shown {
  return loaded.once(`mapping ${piece.id}`, () => {
    const values = {
      holder: loaded.registers.agency(piece.holderId),
      author: () => loaded.registers.professional(piece.authorId),
    };
    return loaded.show('NeedsMapping', { piece, values });
  });
}

/** One mapping, or `null` where there is none that the viewer may see. */
export function mappingById(loaded: LoadedCase, id: string): Shown | null {
  const piece = loaded.open(MAPPING).find((each) => each.id === id);
  return piece === undefined ? null : mapping(loaded, piece);
}

/** Sorts as time does, and is unique. */
export function mappingKey({ mappedOn, id }: OpenMapping): string {
  return `${mappedOn} ${id}`;
}

/** What was asked for. Which is newest is told among what the viewer may see: a hidden newer one changes nothing. */
export function askedMappings(
  loaded: LoadedCase,
  { category, newestOnly }: Pick<MappingsArgs, 'category' | 'newestOnly'>,
): readonly OpenMapping[] {
  const all = loaded.open(MAPPING);
  const asked = category === undefined || category === null ? all : all.filter((piece) => piece.category === category);
  if (!newestOnly) return asked;
  const newest = new Map<string, OpenMapping>();
  for (const piece of asked) {
    const area = `${piece.holderId} ${piece.category}`;
    const known = newest.get(area);
    if (known === undefined || mappingKey(known) < mappingKey(piece)) newest.set(area, piece);
  }
  return [...newest.values()];
}
