import { MUNICIPALITY } from '../../access/municipality-target.js';
import type { AdministrationScope } from '../../access/municipality-target.js';
import type { PackVersion } from '../../core/case-facts.js';
import { nextVersion } from '../../core/expected-version.js';
import { nextRulePack } from '../../core/rules/local-rules.js';
import { loosened, requireAhead } from '../../core/rules/loosened-rules.js';
import { packInForce } from '../../core/rules/pack-in-force.js';
import { requireRoleTerm } from '../../core/rules/role-term-acts.js';
import { officeMutation } from '../../graphql/office-mutation.js';
import { RulePackType } from './agency.type.js';
import { RulePackDraft } from './rule-pack-draft.entity.js';
import { PublishRulePackInput } from './rule-pack-input.type.js';
import { addRulePack } from './add-rule-pack.js';
import { RulePackVersion } from './rule-pack.entity.js';
import { newestOf, rulePacks } from './rule-pack.queries.js';
import { rulesOfInput } from './rules-of-input.js';

/** A version of its own: what applied before stays in the history, and decides what was open then. */
export const PublishRulePack = officeMutation({
  name: 'publishRulePack',
  description:
    "Publishes a new version of the municipality's rules; by an administrator. What every case opens follows at once, or from `validFrom` on. Rules that ask for less than those before apply a week ahead at the earliest, and wait for another administrator in `Municipality.rulePackDrafts`; then the answer is none.",
  input: PublishRulePackInput,
  type: RulePackType,
  act: 'PUBLISH_RULES',
  target: MUNICIPALITY,
  async work(scope, input) {
    const { at, newestVersion } = scope;
    nextVersion(newestVersion, input.expectedVersion);
    const next = nextRulePack(newestVersion, rulesOfInput(input.rules), input.validFrom ?? null, at);
    const loosens = await loosenedBy(scope, next);
    if (loosens.length === 0) return { version: String(addRulePack(scope, next)) };
    requireAhead(next.validFrom, at);
    draft(scope, next, loosens);
    return { version: '' };
  },
  current: (scope) => Promise.resolve({ version: newestOf(scope) }),
  read: (scope, published) => rulePacks(scope).find(({ version }) => String(version) === published.version) ?? null,
});

/**
 * By what the version asks for less than the rules that would otherwise apply from its start on: published for an earlier
 * day, rules of two would be brought forward by one.
 */
async function loosenedBy({ em, municipalityId }: AdministrationScope, { pack, validFrom }: PackVersion) {
  const versions = await em.find(RulePackVersion, { municipalityId });
  const packs = versions.map(({ version, validFrom: from, rules }) => ({
    validFrom: from,
    pack: { version, ...rules },
  }));
  const otherwise = packInForce(packs, validFrom);
  return otherwise === null ? [] : loosened(otherwise, pack);
}

function draft(scope: AdministrationScope, { pack, validFrom }: PackVersion, loosens: readonly string[]): void {
  const { em, municipalityId, at: recordedAt } = scope;
  const { version, ...rules } = pack;
  const entered = { enteredById: requireRoleTerm(scope.viewer), recordedAt, state: 'WAITING' as const };
  const unanswered = { answeredById: null, answeredAt: null };
  const waiting = { id: scope.newId(), municipalityId, version, validFrom, rules, loosens };
  em.persist(em.create(RulePackDraft, { ...waiting, ...entered, ...unanswered }));
}
