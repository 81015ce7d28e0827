import { ArrayType, BigIntType, BlobType, DateType, JsonType } from '@mikro-orm/core';
import { InstantType, PeriodsType, PeriodType } from './column-types.js';

/** An array of whole numbers; the driver gives its members as text. */
class IntegersType extends ArrayType<number> {
  constructor() {
    super(
      (member) => Number(member),
      (member) => String(member),
    );
  }

  override getColumnType(): string {
    return 'int[]';
  }
}

/**
 * The closed list of column kinds, each made anew, since the decorators write into what they are given. None has a
 * default: an entity sets every value itself, because a RETURNING fails on a row that its writer may not read.
 */
export const columns = {
  uuid: () => ({ type: 'uuid' }),
  uuids: () => ({ type: ArrayType, columnType: 'uuid[]' }),
  texts: () => ({ type: ArrayType, columnType: 'text[]' }),
  integers: () => ({ type: IntegersType, columnType: 'int[]' }),
  text: () => ({ type: 'text' }),
  integer: () => ({ type: 'integer' }),
  smallint: () => ({ type: 'smallint' }),
  bigint: () => ({ type: new BigIntType('number') }),
  boolean: () => ({ type: 'boolean' }),
  json: () => ({ type: JsonType }),
  /** Bytes; for sealed text see `encryption.ts`. */
  bytes: () => ({ type: BlobType }),
  /** A calendar date in Europe/Stockholm, as text. */
  date: () => ({ type: DateType }),
  instant: () => ({ type: InstantType }),
  period: () => ({ type: PeriodType }),
  periods: () => ({ type: PeriodsType }),
} as const;

/** The same column, able to be null. */
export function optional<Column extends object>(column: Column): Column & { readonly nullable: true } {
  return { ...column, nullable: true };
}
