import { rewrite } from '../../access/command-piece.js';
import { MUNICIPALITY } from '../../access/municipality-target.js';
import type { AdministrationScope } from '../../access/municipality-target.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import { requireWaiting } from '../../core/rules/loosened-rules.js';
import { requireRoleTerm } from '../../core/rules/role-term-acts.js';
import { requireSecondPerson } from '../../core/rules/second-person.js';
import { officeMutation } from '../../graphql/office-mutation.js';
import { MunicipalityType, RulePackType } from './agency.type.js';
import { addRulePack } from './add-rule-pack.js';
import { RoleTerm } from './role-term.entity.js';
import { RulePackDraft } from './rule-pack-draft.entity.js';
import { AnswerRulePackDraftInput } from './rule-pack-input.type.js';
import { rulePacks } from './rule-pack.queries.js';

/** Only now is it a version, which every case that it changes announces. */
export const ConfirmRulePack = officeMutation({
  name: 'confirmRulePack',
  description: 'Publishes rules that wait, by another administrator than who entered them.',
  input: AnswerRulePackDraftInput,
  type: RulePackType,
  act: 'PUBLISH_RULES',
  target: MUNICIPALITY,
  async work(scope, input) {
    const { em, at, newestVersion } = scope;
    const waiting = await draftOf(scope, input);
    const { version, validFrom, rules } = waiting;
    const enteredBy = await em.findOne(RoleTerm, { id: waiting.enteredById });
    if (enteredBy === null) throw new Error('A draft was entered in a role that is not there');
    requireSecondPerson(scope.viewer, enteredBy.professionalId);
    requireWaiting(waiting, newestVersion, at);
    settle(scope, waiting, 'CONFIRMED');
    return { version: String(addRulePack(scope, { validFrom, pack: { version, ...rules } })) };
  },
  read: (scope, published) => rulePacks(scope).find(({ version }) => String(version) === published.version) ?? null,
});

export const RejectRulePack = officeMutation({
  name: 'rejectRulePack',
  description: 'Takes rules back that wait, or rejects them; by an administrator, also who entered them.',
  input: AnswerRulePackDraftInput,
  type: MunicipalityType,
  act: 'PUBLISH_RULES',
  target: MUNICIPALITY,
  async work(scope, input) {
    const waiting = await draftOf(scope, input);
    if (waiting.state !== 'WAITING') throw new DomainError('INVALID_STATE', 'rulesDraftAnswered');
    settle(scope, waiting, 'REJECTED');
    return { draftId: waiting.id };
  },
  read: ({ registers, at }) => registers.municipality(at) as unknown as MunicipalityType,
});

/** @throws DomainError NOT_FOUND for an unknown one and one of another municipality. */
async function draftOf(
  { em, municipalityId }: AdministrationScope,
  { draftId }: AnswerRulePackDraftInput,
): Promise<RulePackDraft> {
  const found = await em.findOne(RulePackDraft, { municipalityId, id: requireId<string>(draftId) });
  if (found === null) throw new DomainError('NOT_FOUND', 'nodeNotFound');
  return found;
}

function settle({ viewer, at }: AdministrationScope, waiting: RulePackDraft, state: 'CONFIRMED' | 'REJECTED'): void {
  rewrite(waiting, { state, answeredById: requireRoleTerm(viewer), answeredAt: at });
}
