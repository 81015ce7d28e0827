import { demoRows, NOW } from '../storage/demo-world.js';
import { demoTable } from './demo-table.js';

export const DEMO_DOCUMENT = new URL('../../src/demo/CASES.md', import.meta.url);

/** The documentation of the demo data, with the table that the data make themselves. */
export function demoDocument(): string {
  return `# Demo data

Two municipalities, as their leaflets describe them; everybody in them is invented, personal identity numbers are of
Skatteverket's test series, telephone numbers of PTS's series that belong to nobody. Dates are relative to the first start;
\`npm run demo -- --reset\` tells everything anew as of now. Somebody turns 18 in Uddevalla, and 15 in Vellinge, at the
midnight after it.

This table is made from the data by \`npm run demo:cases\`, and a test sees that it still is.

${demoTable(demoRows(NOW), NOW)}
`;
}
