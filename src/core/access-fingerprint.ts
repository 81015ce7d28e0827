import { cellsToldTo } from './access-cells.js';
import type { CaseFacts } from './case-facts.js';
import type { Decision } from './decision.js';
import { RULE_NAMES } from './rules/named-rules.js';
import type { Viewer } from './viewer.js';

/**
 * Everything about a case that is open to the viewer, as one text: another text, another extent. Rests on nothing
 * stored.
 */
export function accessFingerprint(viewer: Viewer, facts: CaseFacts, decision: Decision): string {
  const cells = cellsToldTo(viewer, facts).flatMap(({ holderId, category }) => {
    const [now, earlier] = [decision.cell(holderId, category).open, decision.earlier(holderId, category)];
    if (!now && earlier === 'NONE') return [];
    const part = now && earlier === 'ALL' ? [] : [now ? 'now' : 'not now', earlier];
    return [[holderId, category, ...part].join(' ')];
  });
  const rules = RULE_NAMES.filter((name) => decision.rule(name).open);
  return [...cells, ...rules].join('\n');
}
