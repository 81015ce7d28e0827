import type { FormattedExecutionResult } from 'graphql';
import { textOfWithheld } from '../graphql/withheld.js';
import type { Withheld } from '../graphql/withheld.js';

/** An answer as it leaves over HTTP: JSON and an end of the line, with the text that was kept of what is withheld. */
export function answerText(answer: FormattedExecutionResult): string {
  const { data, errors, extensions = {} } = answer;
  const { withheld, ...others } = extensions;
  const isPlain = data !== undefined && errors === undefined && Object.keys(others).length === 0;
  if (!isPlain || !Array.isArray(withheld)) return `${JSON.stringify(answer)}\n`;
  const told = textOfWithheld(withheld as readonly Withheld[]);
  return `{"data":${JSON.stringify(data)},"extensions":{"withheld":${told}}}\n`;
}
