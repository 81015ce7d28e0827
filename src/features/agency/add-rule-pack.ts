import type { AdministrationScope } from '../../access/municipality-target.js';
import type { PackVersion } from '../../core/case-facts.js';
import { RulePackVersion } from './rule-pack.entity.js';

/**
 * A version of the rules, with which the openings of every case are brought in line.
 *
 * @returns its number
 */
export function addRulePack(scope: AdministrationScope, { pack, validFrom }: PackVersion): number {
  const { em, municipalityId, at: recordedAt } = scope;
  const { version, ...rules } = pack;
  em.persist(em.create(RulePackVersion, { id: scope.newId(), municipalityId, version, validFrom, recordedAt, rules }));
  scope.markRulesChanged();
  return version;
}
