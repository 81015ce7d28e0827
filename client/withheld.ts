/** One thing that was withheld, as the server says it in `extensions.withheld`. */
export interface Withheld {
  /** Response keys without list indexes. */
  readonly path: readonly string[];
  readonly reason: WithheldReason;
  readonly extent: 'ALL' | 'EARLIER' | 'NOW';
  /** Whose information, about what; none where a rule closed the field. */
  readonly cells: readonly { readonly holder: string; readonly category: string }[];
  /** In which cases. */
  readonly caseIds: readonly string[];
}

export type WithheldReason = 'NO_CONSENT' | 'NOT_ASSIGNED' | 'PROTECTED_IDENTITY' | 'CAPACITY';

interface Answer {
  readonly extensions?: { readonly withheld?: readonly Withheld[] } | Readonly<Record<string, unknown>>;
}

/**
 * Why there is nothing at a path: what a component shows in place of the value. Aliases count, list indexes do not. What
 * lies below a withheld parent is withheld with it.
 *
 * @param caseId in a list of cases: whose.
 * @returns null where nothing was withheld: the value is there, or there simply is none.
 */
export function withheld(answer: Answer, path: readonly string[], caseId?: string): Withheld | null {
  const all = (answer.extensions?.['withheld'] ?? []) as readonly Withheld[];
  return (
    all.find(
      (each) =>
        each.path.every((key, index) => key === path[index]) &&
        (caseId === undefined || each.caseIds.length === 0 || each.caseIds.includes(caseId)),
    ) ?? null
  );
}
