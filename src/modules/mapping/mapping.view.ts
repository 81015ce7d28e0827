import { present } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import { agenciesById, professional } from '../agency/agency.view.js';
import { knownCase } from '../case/case.view.js';
import { MAPPINGS } from './mapping.repository.js';
import type { MappingsArgs, NeedsMappingType } from './mapping.type.js';

/** The mappings of a case that the viewer may see, in no particular order. */
export async function mappings(scope: ReadScope, caseId: string): Promise<NeedsMappingType[]> {
  const [{ presenter, id }, agencies] = await Promise.all([knownCase(scope, caseId), agenciesById(scope)]);
  const rows = await scope.pieces(MAPPINGS, id);
  const presented = await Promise.all(
    rows.map(async (piece) => {
      const mapping = present(presenter, 'NeedsMapping', { piece, plain: { holder: agencies.get(piece.holderId) } });
      if (mapping !== null) mapping['author'] = await professional(scope, piece['authorId'] as string);
      return mapping as unknown as NeedsMappingType | null;
    }),
  );
  return presented.filter((mapping) => mapping !== null);
}

/** Sorts as time does, and is unique. */
export function mappingKey({ mappedOn, id }: NeedsMappingType): string {
  return `${mappedOn} ${id}`;
}

/** What was asked for. Which is newest is told among what the viewer may see: a hidden newer one changes nothing. */
export function askedMappings(
  all: readonly NeedsMappingType[],
  { category, newestOnly }: Pick<MappingsArgs, 'category' | 'newestOnly'>,
): NeedsMappingType[] {
  const asked = all.filter((mapping) => category === undefined || category === null || mapping.category === category);
  if (!newestOnly) return asked;
  const newest = new Map<string, NeedsMappingType>();
  for (const mapping of asked) {
    const area = `${mapping.holder.id} ${mapping.category}`;
    const known = newest.get(area);
    if (known === undefined || mappingKey(known) < mappingKey(mapping)) newest.set(area, mapping);
  }
  return [...newest.values()];
}
