import type { LoadedCase } from '../../access/loaded-case.js';
import type { Needs } from '../../access/load.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { Shown } from '../../access/shown.js';
import { toldOf } from '../../core/rules/blind-proposal.js';
import { proposalToldTo } from '../../core/rules/proposal-visibility.js';
import type { ProposalTold } from '../../core/rules/proposal-visibility.js';
import { page } from '../../graphql/connection.js';
import type { PageArgs } from '../../graphql/connection.js';
import type { CursorCodec } from '../../crypto/cursor.js';
import { presentCase } from '../case/case.queries.js';
import { PROPOSAL_WORDS } from './proposal-words.piece.js';
import { GROUNDS, PROPOSALS, PROPOSED_AGAIN } from './proposal.repository.js';
import type { ProposalRow } from './proposal.repository.js';

/** What {@link grounds} needs beside the words. */
export const GROUNDS_NEED = [GROUNDS, PROPOSED_AGAIN] as const;

/** A proposal as the viewer is told of it, with the case that it began where the viewer knows that. */
interface ToldProposal extends ProposalRow {
  readonly told: ProposalTold;
  readonly loaded: LoadedCase | null;
}

/** The proposals that the viewer is told of, newest first, and the cases on the page that are told too. */
export async function listProposals(
  scope: ReadScope,
  needs: Needs,
  args: PageArgs,
  codec: CursorCodec,
): Promise<{ readonly connection: Shown; readonly cases: readonly LoadedCase[] }> {
  const list = {
    typename: 'ProposalConnection',
    items: await toldProposals(scope),
    key: ({ proposedAt, id }: ToldProposal) => `${String(proposedAt)} ${id}`,
    descending: true,
  };
  const cursors = { codec, context: `${scope.viewer.id} proposals` };
  // Which are on the page is known before the cases on it are loaded with all that is asked of them.
  const { onPage } = page({ ...list, show: (item) => item }, args, cursors);
  const known = onPage.flatMap(({ loaded }) => loaded ?? []);
  await scope.loadAll(
    known.map(({ id }) => id),
    needs,
  );
  const { connection } = page({ ...list, show: (item) => present(scope, item) }, args, cursors);
  const cases = onPage.flatMap(({ told, loaded }) => (told === 'CASE' && loaded !== null ? [loaded] : []));
  for (const { id } of cases) scope.log.recordCase(id);
  return { connection, cases };
}

/** One proposal, or `null` where there is none that the viewer is told of. */
export async function proposalById(scope: ReadScope, needs: Needs, id: string): Promise<Shown | null> {
  const proposal = (await toldProposals(scope)).find((each) => each.id === id);
  if (proposal === undefined) return null;
  const { told, loaded } = proposal;
  if (loaded !== null) await scope.load(loaded.id, needs);
  if (told === 'CASE' && loaded !== null) scope.log.recordCase(loaded.id);
  return present(scope, proposal);
}

async function toldProposals(scope: ReadScope): Promise<ToldProposal[]> {
  const { viewer } = scope;
  const rows = await scope.query<ProposalRow>(PROPOSALS, []);
  // Nobody else is told of the case.
  const cases = viewer.capacity === 'COORDINATOR' ? await scope.loadAll(rows.map(({ caseId }) => caseId)) : [];
  return rows.flatMap((row, at) => {
    const loaded = cases[at] ?? null;
    const fact = { proposerId: row.proposerId, isDestroyed: row.destroyedOn !== null, knowsCase: loaded !== null };
    const told = proposalToldTo(viewer, fact);
    return told === null ? [] : [{ ...row, told, loaded }];
  });
}

function present(scope: ReadScope, { told, loaded, ...row }: ToldProposal): Shown {
  const { id, state, proposedAt, decidedAt, destroyedOn } = row;
  const number = told === 'CASE' ? (loaded?.shell.number ?? null) : told === 'NUMBER' ? row.number : null;
  const values = {
    ...{ id, state, proposedAt, decidedAt, number },
    destroyedOn: told === 'NUMBER' ? destroyedOn : null,
    case: () => (number === null || loaded === null ? null : presentCase(loaded)),
  };
  return scope.show('Proposal', { values });
}

/** `null` for whom the rule closes it, and for a case that no proposal began. */
export function grounds(loaded: LoadedCase): Shown | null {
  if (!loaded.decision.rule('proposal').open) return null;
  const [stored] = loaded.rows(GROUNDS);
  if (stored === undefined) return null;
  const row = toldOf(stored);
  const values = {
    ...row,
    alreadyInCase: loaded.rows(PROPOSED_AGAIN).length > 0,
    proposedBy: () => loaded.registers.professional(row.proposerId),
  };
  return loaded.show('ProposalGrounds', { values, pieces: loaded.open(PROPOSAL_WORDS) });
}
