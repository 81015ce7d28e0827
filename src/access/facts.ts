import type { CaseFacts } from '../core/case-facts.js';
import type { KindRegister } from '../core/piece.js';
import { requireWholeRules } from '../core/rules/local-rules.js';
import type { PreparedQuery } from './prepared-query.js';

/** The facts of the case that a command has locked; in a statement of its own, behind the lock. */
export const COMMAND_FACTS: PreparedQuery = { name: 'command_facts', text: 'select sig.command_facts() as facts' };

const LISTS = ['packs', 'agencies', 'persons', 'custody', 'ledger', 'blocks', 'assignments', 'protections'] as const;

/** @throws Error when a list is missing: absent facts are an error, never an empty answer (P2). */
export function parseFacts(stored: unknown, kinds: KindRegister): CaseFacts {
  const facts = stored as CaseFacts;
  for (const list of LISTS) if (!Array.isArray(facts[list])) throw new Error(`The facts of a case lack ${list}`);
  requireWholeRules(facts.packs);
  return { ...facts, kinds };
}
