import { REPORT_PAGE_TEXTS } from '../../texts/report-page-texts.js';
import type { Language } from '../../texts/message-text.js';
import { reportWords } from './printed-report.js';
import type { PrintedReport, PrintedTable } from './printed-report.js';
import { escapeMarkup } from './report-markup.js';
import { plot } from './report-plot.js';

/** The one style of the page; the route names its fingerprint, so that nothing else applies. */
export const REPORT_STYLE = `
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.1rem; margin: 0; }
section { margin: 2rem 0; break-inside: avoid; }
p { margin: .25rem 0 .75rem; }
.note { color: #4a4a4a; font-size: .9rem; }
svg { width: 100%; height: auto; font-size: 14px; }
.bar { fill: #1f5a8a; }
.hidden { fill: none; stroke: #4a4a4a; stroke-dasharray: 3 3; }
li { margin: .25rem 0; }
@page { size: A4; margin: 18mm; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } .bar { print-color-adjust: exact; } }
`;

/** A report on paper: each table with its bars and why its numbers may be told. Nothing in it runs, and nothing is fetched. */
export function reportPage({ municipality, from, through, tables }: PrintedReport, language: Language): string {
  const texts = REPORT_PAGE_TEXTS[language];
  const title = `${texts.title}, ${municipality}`;
  const told = tables.filter((table) => !isUntold(table));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeMarkup(title)}</h1>
<p>${escapeMarkup(`${texts.term} ${from} – ${through}`)}</p>
<p class="note">${escapeMarkup(texts.meaning)}</p>
${told.map((table) => section(table, language)).join('\n')}
${untold(tables.filter(isUntold), language)}
</main>
</body>
</html>
`;
}

/** Whether there is nothing to draw: then its name is enough. */
function isUntold({ rows }: PrintedTable): boolean {
  return rows.every(({ cells }) => cells.every(({ count }) => count === null));
}

function untold(tables: readonly PrintedTable[], language: Language): string {
  if (tables.length === 0) return '';
  const [words, texts] = [reportWords(language), REPORT_PAGE_TEXTS[language]];
  const names = tables.map(({ name }) => `<li>${escapeMarkup(words.table(name).label)}</li>`);
  return `<section><h2>${escapeMarkup(texts.untold)}</h2>
<p class="note">${escapeMarkup(texts.whyUntold)}</p>
<ul>${names.join('\n')}</ul></section>`;
}

function section({ name, unit, rows }: PrintedTable, language: Language): string {
  const [words, texts] = [reportWords(language), REPORT_PAGE_TEXTS[language]];
  const { label, explanation } = words.table(name);
  const head = `<h2>${escapeMarkup(label)}</h2>
<p class="note">${escapeMarkup(`${words.unit(unit)}. ${explanation ?? ''}`.trim())}</p>`;
  if (unit === 'UNDERTAKINGS') {
    const items = rows.map(({ party, text, cells }) => {
      const kept = cells.find(({ count }) => count === 1);
      const whose = party === null ? '' : `${words.party(party)}: `;
      return `<li>${escapeMarkup(`${whose}${text ?? ''} (${kept === undefined ? texts.notTold : words.part(kept.of).toLowerCase()})`)}</li>`;
    });
    return `<section>${head}\n<ul>${items.join('\n')}</ul></section>`;
  }
  const bars = rows.flatMap(({ party, text, cells }) =>
    cells.map(({ of, count }) => ({
      label: text ?? (party === null ? words.part(of) : `${words.party(party)}: ${words.part(of).toLowerCase()}`),
      count,
    })),
  );
  return `<section>${head}\n${plot(bars, { title: label, notTold: texts.notTold })}</section>`;
}
