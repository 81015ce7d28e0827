import { parseFacts } from '../../access/facts.js';
import type { ReadScope } from '../../access/read-scope.js';
import { requireCapacity } from '../../core/permissions.js';
import { rulesPreview, toldPreview } from '../../core/rules-preview.js';
import type { CellCount } from '../../core/rules-preview.js';
import { nextRulePack } from '../../core/rules/local-rules.js';
import type { AgencyType, RulePackType } from './agency.type.js';
import { FACTS_UNDER_RULES, RULE_PACK_DRAFTS } from './registry.repository.js';
import type { RulePackDraftType } from './rule-pack-draft.type.js';
import type { PreviewRulePackInput } from './rule-pack-input.type.js';
import type { CellCountType, RulePackPreviewType } from './rule-pack.type.js';
import { rulesOfInput } from './rules-of-input.js';

/** Rules are public: everybody of the municipality reads all their versions, the one published last first. */
export function rulePacks({ registers }: Pick<ReadScope, 'registers'>): RulePackType[] {
  return registers.packs.toSorted((a, b) => b.version - a.version) as unknown as RulePackType[];
}

/** The number of the version that was published last; 0 before the first. */
export function newestOf(scope: Pick<ReadScope, 'registers'>): number {
  return rulePacks(scope)[0]?.version ?? 0;
}

interface DraftRow {
  readonly id: string;
  readonly version: number;
  readonly validFrom: number;
  readonly rules: object;
  readonly loosens: string[];
  readonly enteredById: string;
  readonly enteredAt: number;
}

/** Rules are public before they apply as well. */
export async function rulePackDrafts(scope: ReadScope): Promise<RulePackDraftType[]> {
  const rows = await scope.query<DraftRow>(RULE_PACK_DRAFTS, []);
  return rows.map(({ id, version, validFrom, rules, loosens, enteredById, enteredAt }) => ({
    ...{ id, loosens, enteredAt, enteredBy: scope.registers.professional(enteredById) },
    rules: { ...rules, version, validFrom, publishedAt: enteredAt } as unknown as RulePackType,
  }));
}

/** @throws DomainError FORBIDDEN for whoever may not publish, BAD_USER_INPUT for what could not be published either. */
export async function preview(scope: ReadScope, input: PreviewRulePackInput): Promise<RulePackPreviewType> {
  requireCapacity('PUBLISH_RULES', scope.viewer.capacity);
  const next = nextRulePack(newestOf(scope), rulesOfInput(input.rules), input.validFrom ?? null, scope.at);
  const rows = await scope.query<{ facts: unknown }>(FACTS_UNDER_RULES, []);
  const cases = rows.map(({ facts }) => parseFacts(facts, scope.kinds.rules));
  const { opens, closes, ...counts } = toldPreview(rulesPreview(cases, next));
  const { registers } = scope;
  const shown = ({ fromId, toId, category, cases: many }: CellCount): CellCountType => ({
    from: registers.agency(fromId) as AgencyType,
    to: registers.agency(toId) as AgencyType,
    category,
    cases: many,
  });
  return { ...counts, opens: opens.map(shown), closes: closes.map(shown) };
}
