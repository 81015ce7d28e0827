import { MUNICIPALITY } from '../../access/municipality-target.js';
import { nextVersion } from '../../core/expected-version.js';
import { nextRulePack } from '../../core/rules/local-rules.js';
import { officeMutation } from '../../graphql/office-mutation.js';
import { RulePackType } from './agency.type.js';
import { PublishRulePackInput } from './rule-pack-input.type.js';
import { RulePackVersion } from './rule-pack.entity.js';
import { newestOf, rulePacks } from './rule-pack.queries.js';
import { rulesOfInput } from './rules-of-input.js';

/** A version of its own: what applied before stays in the history, and decides what was open then. */
export const PublishRulePack = officeMutation({
  name: 'publishRulePack',
  description:
    "Publishes a new version of the municipality's rules; by an administrator. What every case opens follows at once, or from `validFrom` on.",
  input: PublishRulePackInput,
  type: RulePackType,
  act: 'PUBLISH_RULES',
  target: MUNICIPALITY,
  work(scope, input) {
    const { em, municipalityId, at: recordedAt, newestVersion } = scope;
    nextVersion(newestVersion, input.expectedVersion);
    const next = nextRulePack(newestVersion, rulesOfInput(input.rules), input.validFrom ?? null, recordedAt);
    const { version, ...rules } = next.pack;
    const { validFrom } = next;
    em.persist(
      em.create(RulePackVersion, { id: scope.newId(), municipalityId, version, validFrom, recordedAt, rules }),
    );
    scope.markRulesChanged();
    return { version: String(version) };
  },
  current: (scope) => Promise.resolve({ version: newestOf(scope) }),
  read: (scope, published) => rulePacks(scope).find(({ version }) => String(version) === published.version) ?? null,
});
