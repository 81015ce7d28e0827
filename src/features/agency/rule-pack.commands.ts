import type { Administer } from '../../access/municipality-target.js';
import type { LocalRules } from '../../core/rules/local-rules.js';
import { nextVersion } from '../../core/rules/local-rules.js';
import type { PublishRulePackInput, RulesInput } from './rule-pack-input.type.js';
import { RulePackVersion } from './rule-pack.entity.js';

export type RulePackResult = { readonly version: string };

/** A version of its own: what applied before stays in the history, and decides what was open then. */
export function publishRulePack(administer: Administer, input: PublishRulePackInput): Promise<RulePackResult> {
  const { requestId } = input;
  return administer({ operation: 'publishRulePack', act: 'PUBLISH_RULES', requestId, input }, (scope) => {
    const { em, municipalityId, at: recordedAt, newestVersion } = scope;
    const next = nextVersion(newestVersion, rulesOfInput(input.rules), input.validFrom ?? null, recordedAt);
    const { version, ...rules } = next.pack;
    const { validFrom } = next;
    em.persist(
      em.create(RulePackVersion, { id: scope.newId(), municipalityId, version, validFrom, recordedAt, rules }),
    );
    scope.markRulesChanged();
    return { version: String(version) };
  });
}

export function rulesOfInput({ interventionMonths, steeringMeetingsPerTerm, ...rules }: RulesInput): LocalRules {
  const optional = {
    interventionMonths: interventionMonths ?? null,
    steeringMeetingsPerTerm: steeringMeetingsPerTerm ?? null,
  };
  return { ...rules, ...optional };
}
