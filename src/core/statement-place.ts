import type { Statement } from './case-facts.js';

/**
 * The place of each statement among those about its subject, by its sequence in the ledger. A number that runs through
 * all subjects would count what was stated about those of whom the reader is told nothing.
 */
export function placesOf(ledger: readonly Statement[]): ReadonlyMap<number, number> {
  const ofSubject = new Map<string, number>();
  const inOrder = ledger.toSorted((a, b) => a.sequence - b.sequence);
  return new Map(
    inOrder.map(({ sequence, subjectId }) => {
      const place = (ofSubject.get(subjectId) ?? 0) + 1;
      ofSubject.set(subjectId, place);
      return [sequence, place];
    }),
  );
}

/** The places of those of these statements that are about the subject. */
export function placesAbout(
  ledger: readonly Statement[],
  subjectId: string,
  sequences: readonly number[],
): readonly number[] {
  const places = placesOf(ledger.filter((statement) => statement.subjectId === subjectId));
  return sequences.flatMap((sequence) => places.get(sequence) ?? []);
}
