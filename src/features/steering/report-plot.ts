import { escapeMarkup } from './report-markup.js';

/** One bar; `null`: not told. */
export interface Bar {
  readonly label: string;
  readonly count: number | null;
}

const WIDTH = 640;
const LABELS = 260;
const LINE = 26;
const MOST = WIDTH - LABELS - 60;

/** Bars beside one another, as wide as paper; what is not told has an outline of no length that means anything. */
export function plot(
  bars: readonly Bar[],
  { title, notTold }: { readonly title: string; readonly notTold: string },
): string {
  const highest = Math.max(1, ...bars.map(({ count }) => count ?? 0));
  const lines = bars.map(({ label, count }, index) => {
    const top = index * LINE;
    const width = count === null ? 18 : Math.round((count / highest) * MOST);
    const told = count === null ? notTold : String(count);
    return `<text x="${LABELS - 8}" y="${top + 17}" text-anchor="end">${escapeMarkup(label)}</text>
<rect class="${count === null ? 'hidden' : 'bar'}" x="${LABELS}" y="${top + 4}" width="${width}" height="${LINE - 8}"/>
<text x="${LABELS + width + 6}" y="${top + 17}">${escapeMarkup(told)}</text>`;
  });
  const spoken = bars.map(({ label, count }) => `${label}: ${count === null ? notTold : String(count)}`).join('; ');
  const height = bars.length * LINE;
  return `<svg role="img" aria-label="${escapeMarkup(`${title}. ${spoken}`)}" viewBox="0 0 ${WIDTH} ${height}">${lines.join('\n')}</svg>`;
}
