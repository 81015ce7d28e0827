import type { LocalDate } from '../core/case-facts.js';
import type { Instant } from '../core/period.js';

/** What a field of a piece holds, as JSON holds it. */
export interface FieldType<Value> {
  readonly name: string;
  /** Whether a stored value is one; checked whenever a piece is read or written. */
  readonly accepts: (value: unknown) => boolean;
  /** Never there; carries the type of the value. */
  readonly value?: Value;
}

function type<Value>(name: string, accepts: (value: unknown) => boolean): FieldType<Value> {
  return { name, accepts };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

export const TEXT = type<string>('text', isText);
export const INTEGER = type<number>('integer', Number.isInteger);
export const FLAG = type<boolean>('flag', (value) => typeof value === 'boolean');
/** Milliseconds since the epoch. */
export const INSTANT = type<Instant>('instant', Number.isInteger);
/** A calendar date in Europe/Stockholm. */
export const DATE = type<LocalDate>('date', (value) => isText(value) && DAY.test(value));

export function id<Id extends string>(): FieldType<Id> {
  return type<Id>('id', (value) => isText(value) && UUID.test(value));
}

export function oneOf<const Values extends readonly string[]>(values: Values): FieldType<Values[number]> {
  return type<Values[number]>(`one of ${values.join(', ')}`, (value) => isText(value) && values.includes(value));
}

/** A JSON object whose fields are the owner's matter. */
export function json<Shape extends object>(): FieldType<Shape> {
  return type<Shape>('json', (value) => typeof value === 'object' && value !== null && !Array.isArray(value));
}

/** One field of a kind of piece. */
export interface Field<Value> {
  readonly type: FieldType<unknown>;
  readonly isSealed: boolean;
  readonly isNullable: boolean;
  /** Never there; carries the type of the value. */
  readonly value?: Value;
}

/** Encrypted under the key of its case and holder: the default. */
export function sealed<Value>(of: FieldType<Value>): Field<Value> {
  return { type: of, isSealed: true, isNullable: false };
}

/** In the open. @param _reason what the database, or a list, does with it that could not be done with a sealed field */
export function plain<Value>(of: FieldType<Value>, _reason: string): Field<Value> {
  return { type: of, isSealed: false, isNullable: false };
}

/** The same field, able to be null. */
export function orNull<Value>(field: Field<Value>): Field<Value | null> {
  return { ...field, isNullable: true };
}
