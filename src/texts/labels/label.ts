import type { Text } from '../message-text.js';

/** How one value of an enum is called, and, for reasons, what it means to the reader and what to do. */
export interface Label {
  readonly name: Text;
  readonly explanation?: Text;
}

/** A label for every value of a closed list; one that is missing does not compile. */
export type LabelsOf<List extends readonly string[]> = Readonly<Record<List[number], Label>>;

/** A value that says enough by its name. */
export function named(sv: string, en: string): Label {
  return { name: { sv, en } };
}

export function explained(sv: string, en: string, explanation: Text): Label {
  return { name: { sv, en }, explanation };
}
