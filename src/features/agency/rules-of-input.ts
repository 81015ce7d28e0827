import type { LocalRules } from '../../core/rules/local-rules.js';
import type { RulesInput } from './rule-pack-input.type.js';

/** The rules that a client names, to be published or only imagined. */
export function rulesOfInput({ interventionMonths, steeringMeetingsPerTerm, ...rules }: RulesInput): LocalRules {
  const optional = {
    interventionMonths: interventionMonths ?? null,
    steeringMeetingsPerTerm: steeringMeetingsPerTerm ?? null,
  };
  return { ...rules, ...optional };
}
