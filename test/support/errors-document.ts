import { ERROR_CODES } from '../../src/core/errors.js';
import { CODES, REASONS } from '../../src/texts/messages.js';
import { REASON_LABELS } from '../../src/texts/labels/reason-labels.js';
import type { Label } from '../../src/texts/labels/label.js';
import { sourceFiles } from '../architecture/source-files.js';

export const ERRORS_DOCUMENT = new URL('../../docs/errors.md', import.meta.url);

const ERROR = /new DomainError\(\s*'([A-Z_]+)',\s*'(\w+)'/g;

/** Every reason that the code names, with its code; some are thrown under several. */
export function thrownReasons(): ReadonlyMap<string, ReadonlySet<string>> {
  const codes = new Map<string, Set<string>>();
  for (const { text } of sourceFiles('src/**/*.ts')) {
    for (const [, code = '', reason = ''] of text.matchAll(ERROR)) {
      codes.set(reason, (codes.get(reason) ?? new Set()).add(code));
    }
  }
  return codes;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const explained = (labels: Readonly<Record<string, Label>>): string[][] =>
  Object.entries(labels).map(([reason, { name, explanation = name }]) => [
    `\`${reason}\``,
    explanation.sv,
    explanation.en,
  ]);

/** docs/errors.md, made from the code and the texts. */
export function errorsDocument(): string {
  const codes = thrownReasons();
  const reasons = Object.entries(REASONS).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `# Errors and reasons

Made from the code and the texts by \`npm run errors\`. A refusal is a GraphQL error: \`extensions.code\` is one of the closed list, \`extensions.reason\` says which rule refused,
\`extensions.argument\` the value that is wrong, and \`message\` what to do, in Swedish or English by \`Accept-Language\`. New reasons may come; codes do not.

## Codes

${table(
  ['code', 'sv', 'en'],
  ERROR_CODES.map((code) => [`\`${code}\``, CODES[code].sv, CODES[code].en]),
)}

## Why something is withheld

A field that is withheld is null, and \`extensions.withheld\` says where and why. Whose no it is stands nowhere; the same is said whether or not anything is stored.

${table(['reason', 'sv', 'en'], explained(REASON_LABELS.WithheldReason))}

## Why a stream ended

\`AccessEnded.reason\`: forget what you have kept of the case.

${table(['reason', 'sv', 'en'], explained(REASON_LABELS.StreamEndReason))}

## Reasons

${table(
  ['reason', 'code', 'sv', 'en'],
  reasons.map(([reason, { sv, en }]) => [
    `\`${reason}\``,
    [...(codes.get(reason) ?? [])]
      .toSorted()
      .map((code) => `\`${code}\``)
      .join(' '),
    ...[sv, en],
  ]),
)}
`;
}
