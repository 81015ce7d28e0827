import type { Persona, Session } from '../session';
import { cellKey } from './sharing';
import type { Cell, Sharing } from './sharing';

const WITHDRAW = `mutation Withdraw($requestId: ID!, $caseId: ID!, $signerId: ID, $scope: [ConsentGrantInput!]) {
  withdrawConsent(requestId: $requestId, caseId: $caseId, signerId: $signerId, scope: $scope) { id }
}`;
const RECORD = 'mutation Record($input: RecordConsentInput!) { recordConsent(input: $input) { id } }';

interface Grant {
  readonly fromId: string;
  readonly toId: string;
  readonly categories: readonly string[];
}

/** @returns why it was refused; null when it was done. */
async function done(answer: Promise<{ errors?: readonly { message: string }[] }>): Promise<string | null> {
  const { errors } = await answer;
  return errors?.[0]?.message ?? null;
}

/**
 * In the signer's own sign-in, or by the coordinator on the signer's word where the demo data has no such sign-in.
 *
 * @param kind of the agency to and from which it is taken back; null for everything.
 */
export function withdraw(
  sessions: { readonly coordinator: Session; readonly signer: Session | null },
  caseId: string,
  signerId: string,
  sharing: Sharing,
  kind: string | null,
): Promise<string | null> {
  const about = sharing.cells.filter(({ from, to }) => from.kind === kind || to.kind === kind);
  const scope = kind === null ? null : grants(about);
  const own = sessions.signer !== null;
  const variables = { requestId: crypto.randomUUID(), caseId, scope, ...(!own && { signerId }) };
  return done((sessions.signer ?? sessions.coordinator).ask(WITHDRAW, variables));
}

/** A yes to all that the form is about, entered by the coordinator as from a paper form. */
export function sayYes(
  coordinator: Session & { persona: Persona },
  caseId: string,
  personId: string,
  sharing: Sharing,
  form: ReadonlySet<string>,
): Promise<string | null> {
  const input = {
    requestId: crypto.randomUUID(),
    caseId,
    signers: [{ personId, decision: 'GRANTED' }],
    grants: grants(sharing.cells.filter((cell) => form.has(cellKey(cell)))),
    purpose: 'Tavlan',
    evidence: { method: 'WRITTEN', formVersion: 'tavlan', informedById: coordinator.persona.id, language: 'sv' },
  };
  return done(coordinator.ask(RECORD, { input }));
}

function grants(cells: readonly Cell[]): Grant[] {
  const pairs = new Map<string, { fromId: string; toId: string; categories: string[] }>();
  for (const { from, to, category } of cells) {
    const key = `${from.id} ${to.id}`;
    const pair = pairs.get(key) ?? { fromId: from.id, toId: to.id, categories: [] };
    pairs.set(key, pair);
    pair.categories.push(category);
  }
  return [...pairs.values()];
}
