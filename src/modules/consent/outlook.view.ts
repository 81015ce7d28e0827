import type { ReadScope } from '../../access/read-scope.js';
import type { StatementDecision } from '../../core/case-facts.js';
import type { Cell } from '../../core/cell.js';
import { expandForm, normalGrants } from '../../core/consent-form.js';
import { DomainError } from '../../core/errors.js';
import { explainCell } from '../../core/explain-cell.js';
import { requireId } from '../../core/ids.js';
import type { InformationCategory } from '../../core/information-category.js';
import { requireVoice } from '../../core/rules/who-may-state.js';
import { subjectOf } from '../../core/subject.js';
import { upcoming as upcomingNow } from '../../core/upcoming.js';
import { whatIf as whatIfNow } from '../../core/what-if.js';
import type { Imagined } from '../../core/what-if.js';
import { whyClosed } from '../../core/why-closed.js';
import { agenciesById } from '../agency/agency.view.js';
import { knownCase } from '../case/case.view.js';
import type { CaseView } from '../case/case.view.js';
import { shownGrants, signers } from './consent.view.js';
import { grantsOfInput } from './grants-of-input.js';
import type { AccessDetailType, UpcomingChangeType, WhatIfInput, WhatIfType } from './outlook.type.js';

/** Without the texts, which depend on who reads. */
export type AccessDetail = Omit<AccessDetailType, 'explanations'>;

/** `null` where it is not the viewer's to know, and for what is open by right and not by consent. */
export async function accessDetail(
  scope: ReadScope,
  caseId: string,
  cell: { readonly holderId: string; readonly recipientId: string; readonly category: InformationCategory },
): Promise<AccessDetail | null> {
  const view = await knownCase(scope, caseId);
  if (!view.decision.rule('consentDetails').open || cell.holderId === cell.recipientId) return null;
  const explained = explainCell(view.facts, view.facts.youngPersonId, cell as Cell, scope.at);
  const signerOf = await signers(scope, view);
  return {
    signers: explained.signers.map(({ signerId, answer }) => ({ signer: signerOf(signerId), answer })),
    obstacles: [...whyClosed(explained)],
    blockIds: [...explained.blockIds],
    waitsSince: explained.waitsSince,
  };
}

export async function upcoming(scope: ReadScope, caseId: string): Promise<UpcomingChangeType[] | null> {
  const { decision, facts, shell, status } = await knownCase(scope, caseId);
  if (!decision.rule('consentDetails').open) return null;
  const agencies = await agenciesById(scope);
  const plannedEndOn = status === 'CLOSED' ? null : shell.plannedEndOn;
  return upcomingNow(facts, scope.at, plannedEndOn).map(({ at, causes, closes, opens }) => ({
    at,
    causes: [...causes],
    closes: shownGrants(closes, agencies),
    opens: shownGrants(opens, agencies),
  }));
}

/** @throws DomainError BAD_USER_INPUT for what could not be recorded either. */
export async function whatIf(scope: ReadScope, view: CaseView, input: WhatIfInput): Promise<WhatIfType | null> {
  if (!view.decision.rule('consentDetails').open) return null;
  const agencies = await agenciesById(scope);
  if (input.at != null && input.at < scope.at) throw new DomainError('BAD_USER_INPUT', 'whatIfPast');
  const result = whatIfNow(view.facts, imaginedIn(scope, view, input), scope.at, input.at ?? scope.at);
  const { opens, closes, statusNow, statusThen } = result;
  return { opens: shownGrants(opens, agencies), closes: shownGrants(closes, agencies), statusNow, statusThen };
}

function imaginedIn({ at }: ReadScope, { facts }: CaseView, input: WhatIfInput): Imagined[] {
  const { signers: saying, talkOpenly, categories, grants, block, unblockId } = input;
  const cells = expandForm(
    {
      talkOpenly: talkOpenly?.map((id) => requireId(id)) ?? null,
      categories: categories ?? null,
      grants: grants == null ? null : grantsOfInput(grants),
    },
    facts.agencies,
  );
  const subject = subjectOf(facts, facts.youngPersonId);
  if (subject === null) throw new DomainError('BAD_USER_INPUT', 'subjectUnknown');
  const statements = (saying ?? []).map(({ personId, decision }): Imagined => {
    if (decision === 'GRANTED' && cells === null) throw new DomainError('BAD_USER_INPUT', 'formNamesNothing');
    const signerId = requireVoice(subject, requireId(personId), at);
    return { kind: 'STATEMENT', signerId, decision: decision as StatementDecision, grants: cells };
  });
  const blocked = block == null ? null : normalGrants(grantsOfInput(block), facts.agencies);
  return [
    ...statements,
    ...(blocked === null ? [] : [{ kind: 'BLOCK', grants: blocked.length === 0 ? null : blocked } as const]),
    ...(unblockId == null ? [] : [{ kind: 'LIFT', blockId: requireId<'Block'>(unblockId) } as const]),
  ];
}
