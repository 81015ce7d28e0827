import type { LocalDate } from './case-facts.js';

/** What stands for an identity number: twelve characters, the first eight a day, however its halves are joined. */
const WHOLE = /^(\d{4})(\d{2})(\d{2})[\p{Pd}−+ ]?(\d{4}|[TR]\d{3}|TF\d{2})$/u;
/** The same, with or without its century. */
const TYPED = /^(?:\d{2})?\d{6}[\p{Pd}−+ ]?(?:\d{4}|[TR]\d{3}|TF\d{2})$/u;
const NATIONAL = /^\d{12}$/;

/** A number by its parts. */
export interface NumberParts {
  /** As `20000105-2380`, `20110506-TF10`: how it is stored and shown. */
  readonly written: string;
  /** The eight digits as a date; of a coordination number no date that there is, as its day has sixty added. */
  readonly day: LocalDate;
  /**
   * Whether Skatteverket gave it. Others (T-, TF- and R-numbers: `T123`, `TF10`, `R123`) are given by a school or an
   * agency to whoever has none, and two of them may give the same to two persons.
   */
  readonly isNational: boolean;
}

/**
 * The parts of a number of twelve characters, `null` for anything else. What a national number tells by its day and its
 * control digit is for others to check; any other number has a day that there is.
 *
 * Source: Skatteverket, SKV 704 and 707 (personal identity and coordination numbers); IVO, SCB (T- and TF-numbers).
 */
export function numberParts(text: string): NumberParts | null {
  const [, year, month, day, last] = WHOLE.exec(text.trim().toUpperCase()) ?? [];
  if (last === undefined) return null;
  const date = [year, month, day].join('-');
  const isNational = /^\d/.test(last);
  return isNational || isDate(date) ? { written: `${joined(date)}-${last}`, day: date, isNational } : null;
}

/** The number without what joins its halves: the same for everybody who writes it down. */
export function joined(number: string): string {
  return number.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** Whole numbers only: `20000105-2380`, `200001052380` and `000105-2380` are the same, a part of one is none. */
export function isSameNumber(number: string, typed: string): boolean {
  const wanted = typed.trim().toUpperCase();
  return TYPED.test(wanted) && joined(number).endsWith(joined(wanted));
}

/** Whether a stored number is one that nobody else in the country has. */
export function isNational(number: string): boolean {
  return NATIONAL.test(joined(number));
}

/** Not 30 February: the calendar would turn it into a day of March. */
function isDate(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
