import type { EntityManager } from '@mikro-orm/postgresql';

/** What the register keeps of a kind of piece, as its noun declares it. */
export interface RegisteredKind {
  readonly number: number;
  readonly name: string;
  readonly parents?: readonly string[];
  readonly parentIsOptional?: boolean;
  /** `ANY` where whoever writes one chooses its category. */
  readonly categories: readonly string[] | 'ANY';
  readonly fields: Readonly<Record<string, { readonly isNullable: boolean }>>;
  readonly plainFields: readonly string[];
  readonly familyReads: string;
  readonly tellsPlace: boolean;
  readonly namesGuardian: boolean;
  readonly coordinatorOnly: boolean;
}

/**
 * Writes what the nouns declare into the register that row-level security and the table of pieces judge by. A kind that
 * is declared no more keeps its number and its rules, as rows may bear it.
 *
 * @throws Error when a number was another kind's: rows of that one would be read as this one's.
 */
export async function writeKinds(owner: EntityManager, kinds: readonly RegisteredKind[]): Promise<void> {
  const stored = await owner.execute<Pick<RegisteredKind, 'number' | 'name'>[]>(
    'select number, name from sig.piece_kind',
  );
  for (const { number, name } of stored) {
    const declared = kinds.find((kind) => kind.number === number || kind.name === name);
    if (declared !== undefined && (declared.number !== number || declared.name !== name)) {
      throw new Error(
        `The kind of piece ${declared.name} has the number ${declared.number}, which is ${name}'s: ${number}`,
      );
    }
  }
  await owner.execute(
    `insert into sig.piece_kind select * from jsonb_populate_recordset(null::sig.piece_kind, ?::jsonb)
      on conflict (number) do update set
        (needs_parent, required_plain, categories, tells_place, by_category, names_guardian, coordinator_only)
        = (excluded.needs_parent, excluded.required_plain, excluded.categories, excluded.tells_place, excluded.by_category,
          excluded.names_guardian, excluded.coordinator_only)`,
    [JSON.stringify(kinds.map(rowOf))],
  );
  const numberOf = new Map(kinds.map(({ name, number }) => [name, number]));
  const pairs = kinds.flatMap(({ number: kind, parents = [] }) =>
    parents.map((name) => ({ kind, parent_kind: numberOf.get(name) })),
  );
  await owner.execute(
    `insert into sig.piece_kind_parent
      select * from jsonb_populate_recordset(null::sig.piece_kind_parent, ?::jsonb) on conflict do nothing`,
    [JSON.stringify(pairs)],
  );
}

/** By the columns of `sig.piece_kind`. */
function rowOf(kind: RegisteredKind): object {
  const { number, name, categories, plainFields, fields, parents = [], parentIsOptional = false } = kind;
  return {
    number,
    name,
    needs_parent: parents.length > 0 && !parentIsOptional,
    required_plain: plainFields.filter((field) => fields[field]?.isNullable === false),
    categories: categories === 'ANY' ? null : categories,
    tells_place: kind.tellsPlace,
    by_category: kind.familyReads === 'BY_CATEGORY',
    names_guardian: kind.namesGuardian,
    coordinator_only: kind.coordinatorOnly,
  };
}
