import { Type } from '@mikro-orm/core';
import type { Instant, Period } from '../core/period.js';

/** PostgreSQL writes `2026-11-22 10:00:00.5+00`; JavaScript reads only the form of ISO 8601. */
function parseInstant(text: string): Instant {
  const instant = Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  if (Number.isNaN(instant)) throw new Error(`Not an instant: ${text}`);
  return instant;
}

/** `timestamptz(3)` as milliseconds since the epoch: the core's own measure, so that both layers compare one value. */
export class InstantType extends Type<Instant | null, string | null> {
  override convertToDatabaseValue(value: Instant | null): string | null {
    return value == null ? null : new Date(value).toISOString();
  }

  override convertToJSValue(value: string | null): Instant | null {
    return typeof value === 'string' ? parseInstant(value) : value;
  }

  override compareAsType(): string {
    return 'string';
  }

  override getColumnType(): string {
    return 'timestamptz(3)';
  }
}

function writePeriod({ from, until }: Period): string {
  const limit = (instant: Instant | null): string => (instant === null ? '' : new Date(instant).toISOString());
  return `[${limit(from)},${limit(until)})`;
}

function readPeriods(text: string): Period[] {
  const limit = (part: string | undefined): Instant | null =>
    part === undefined || part === '' ? null : parseInstant(part);
  return [...text.matchAll(/[[(]"?([^",]*)"?,"?([^")\]]*)"?[)\]]/g)].map(([, from, until]) => ({
    from: limit(from),
    until: limit(until),
  }));
}

/** `tstzrange`, always half-open. */
export class PeriodType extends Type<Period | null, string | null> {
  override convertToDatabaseValue(value: Period | null): string | null {
    return value == null ? null : writePeriod(value);
  }

  override convertToJSValue(value: string | null): Period | null {
    return typeof value === 'string' ? (readPeriods(value)[0] ?? null) : value;
  }

  override compareAsType(): string {
    return 'string';
  }

  override getColumnType(): string {
    return 'tstzrange';
  }
}

/** `tstzmultirange`: joined and put in order by the database itself. */
export class PeriodsType extends Type<readonly Period[] | null, string | null> {
  override convertToDatabaseValue(value: readonly Period[] | null): string | null {
    return value == null ? null : `{${value.map(writePeriod).join(',')}}`;
  }

  override convertToJSValue(value: string | null): readonly Period[] | null {
    return typeof value === 'string' ? readPeriods(value) : value;
  }

  override compareAsType(): string {
    return 'string';
  }

  override getColumnType(): string {
    return 'tstzmultirange';
  }
}
