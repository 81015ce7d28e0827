import type { Language, Texts } from './texts';

/** One change, as any of the board's streams tells it. */
export interface Frame {
  readonly __typename: string;
  readonly cursor?: string;
  readonly reason?: string;
  readonly changedActionIds?: readonly string[];
  readonly case?: unknown;
}

/** What the parts of the page share: words, the clock, the window that shows a query. */
export interface View {
  readonly language: Language;
  readonly texts: Texts;
  /** The server's clock, in milliseconds. */
  now(): number;
  /** A day and a time in Sweden. */
  when(instant: string): string;
  day(instant: string): string;
  /** What the server calls a value of an enum. */
  label(name: string, value: string): string;
  explanation(name: string, value: string): string;
  showQuery(part: string, whole: string): void;
}

interface Labels {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly label: string; readonly explanation: string | null }[];
}

export const LABELS = '{ labels { name values { value label explanation } } }';

export function createView(
  language: Language,
  texts: Texts,
  labels: readonly Labels[],
  now: () => number,
  showQuery: View['showQuery'],
): View {
  const place = language === 'sv' ? 'sv-SE' : 'en-GB';
  const zone = { timeZone: 'Europe/Stockholm' } as const;
  const moment = new Intl.DateTimeFormat(place, {
    ...zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const date = new Intl.DateTimeFormat(place, { ...zone, day: 'numeric', month: 'short' });
  const found = (name: string, value: string): Labels['values'][number] | undefined =>
    labels.find((each) => each.name === name)?.values.find((each) => each.value === value);
  return {
    language,
    texts,
    now,
    when: (instant) => moment.format(new Date(instant)),
    day: (instant) => date.format(new Date(instant)),
    label: (name, value) => found(name, value)?.label ?? value,
    explanation: (name, value) => found(name, value)?.explanation ?? found(name, value)?.label ?? value,
    showQuery,
  };
}
