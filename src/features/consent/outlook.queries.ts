import type { LoadedCase } from '../../access/loaded-case.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { Shown } from '../../access/shown.js';
import type { StatementDecision } from '../../core/case-facts.js';
import type { Cell } from '../../core/cell.js';
import { expandForm, normalGrants } from '../../core/consent-form.js';
import { DomainError } from '../../core/errors.js';
import { explainCell } from '../../core/explain-cell.js';
import { requireId } from '../../core/ids.js';
import type { CaseId } from '../../core/ids.js';
import type { InformationCategory } from '../../core/information-category.js';
import { isTakenOn } from '../../core/rules/blind-proposal.js';
import { requireSigner } from '../../core/rules/who-may-state.js';
import { subjectOf } from '../../core/subject.js';
import { upcoming as upcomingNow } from '../../core/upcoming.js';
import { whatIf as whatIfNow } from '../../core/what-if.js';
import type { Imagined } from '../../core/what-if.js';
import { closureReasons } from '../../core/closure-reasons.js';
import { shownGrants, signers } from './consent.queries.js';
import { grantsOfInput } from './grants-of-input.js';
import type { AccessDetailType, UpcomingChangeType, WhatIfInput, WhatIfType } from './outlook.type.js';

/** Without the texts, which depend on who reads. */
export interface AccessDetail extends Omit<AccessDetailType, 'explanations' | 'signers'> {
  readonly signers: readonly { readonly signer: Shown; readonly answer: string }[];
}

function tellsOutlook({ decision, facts }: LoadedCase): boolean {
  return decision.rule('consentDetails').open && isTakenOn(facts);
}

/** `null` where it is not the viewer's to know, and for what is open by right and not by consent. */
export function accessDetail(
  scope: ReadScope,
  caseId: string,
  cell: { readonly holderId: string; readonly recipientId: string; readonly category: InformationCategory },
): AccessDetail | null {
  const loaded = scope.loaded(caseId as CaseId);
  if (loaded == null || !tellsOutlook(loaded) || cell.holderId === cell.recipientId) return null;
  return loaded.once(`detail ${cell.holderId} ${cell.recipientId} ${cell.category}`, () => {
    const explained = explainCell(loaded.facts, loaded.facts.youngPersonId, cell as Cell, loaded.at);
    const signerOf = signers(loaded);
    return {
      signers: explained.signers.map(({ signerId, answer }) => ({ signer: signerOf(signerId), answer })),
      obstacles: [...closureReasons(explained)],
      blockIds: [...explained.blockIds],
      waitsSince: explained.waitsSince,
    };
  });
}

export function upcoming(loaded: LoadedCase): readonly UpcomingChangeType[] | null {
  const { facts, shell, status, registers, at: now } = loaded;
  if (!tellsOutlook(loaded)) return null;
  const plannedEndOn = status === 'CLOSED' ? null : shell.plannedEndOn;
  return loaded.once('upcoming', () =>
    upcomingNow(facts, now, plannedEndOn).map(({ at, causes, closes, opens }) => ({
      at,
      causes: [...causes],
      closes: shownGrants(closes, registers),
      opens: shownGrants(opens, registers),
    })),
  );
}

/** @throws DomainError BAD_USER_INPUT for what could not be recorded either. */
export function whatIf(loaded: LoadedCase, input: WhatIfInput): WhatIfType | null {
  const { facts, registers, at } = loaded;
  if (!tellsOutlook(loaded)) return null;
  if (input.at != null && input.at < at) throw new DomainError('BAD_USER_INPUT', 'whatIfPast');
  const { opens, closes, statusNow, statusThen } = whatIfNow(facts, imaginedIn(loaded, input), at, input.at ?? at);
  return { opens: shownGrants(opens, registers), closes: shownGrants(closes, registers), statusNow, statusThen };
}

function imaginedIn({ facts, at }: LoadedCase, input: WhatIfInput): Imagined[] {
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
    const signerId = requireSigner(subject, requireId(personId), at);
    return { kind: 'STATEMENT', signerId, decision: decision as StatementDecision, grants: cells };
  });
  const blocked = block == null ? null : normalGrants(grantsOfInput(block), facts.agencies);
  return [
    ...statements,
    ...(blocked === null ? [] : [{ kind: 'BLOCK', grants: blocked.length === 0 ? null : blocked } as const]),
    ...(unblockId == null ? [] : [{ kind: 'LIFT', blockId: requireId<'Block'>(unblockId) } as const]),
  ];
}
