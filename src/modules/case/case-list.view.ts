import type { ReadScope } from '../../access/read-scope.js';
import { page } from '../../graphql/connection.js';
import type { CursorCodec } from '../../graphql/cursor.js';
import { youngPerson } from '../person/person.view.js';
import { MY_CASE_IDS } from './case.repository.js';
import type { CaseConnectionType, CasesArgs, CaseType } from './case.type.js';
import { caseView, presentCase } from './case.view.js';
import type { CaseView } from './case.view.js';

/** The viewer's own cases, filtered and searched by what the viewer may see of them. */
export async function listCases(
  scope: ReadScope,
  codec: CursorCodec,
  args: CasesArgs,
): Promise<{ connection: CaseConnectionType; views: CaseView[] }> {
  const ids = await scope.query<{ id: string }>(MY_CASE_IDS, []);
  const views = (await Promise.all(ids.map(({ id }) => caseView(scope, id)))).filter((view) => view !== null);
  const hits = await Promise.all(
    views.map(async (view) => ((await matches(scope, view, args)) ? presentCase(view) : null)),
  );
  const found = hits.filter((hit) => hit !== null);
  const context = `${scope.viewer.id} cases ${JSON.stringify([args.status ?? null, args.search ?? null])}`;
  const connection = page<CaseType>(found, args, { key: ({ number, id }) => `${number} ${id}` }, { codec, context });
  const shown = new Set(connection.edges.map(({ node }) => node.id));
  for (const id of shown) scope.recorder.touch(id as never);
  return { connection: connection, views: views.filter(({ id }) => shown.has(id)) };
}

async function matches(scope: ReadScope, view: CaseView, { status, search }: CasesArgs): Promise<boolean> {
  if (status !== undefined && status !== null && !status.includes(view.status)) return false;
  const wanted = search?.trim().toLowerCase() ?? '';
  if (wanted === '') return true;
  if (view.shell.number.toLowerCase().includes(wanted)) return true;
  const { givenName, familyName, personalIdentityNumber } = await youngPerson(scope, view);
  const name = `${givenName ?? ''} ${familyName ?? ''}`.toLowerCase();
  return (
    name.includes(wanted) || (personalIdentityNumber !== null && digits(personalIdentityNumber) === digits(wanted))
  );
}

/** A personal identity number is compared by its digits; the century may be left out. */
function digits(text: string): string {
  return text.replace(/\D/g, '').slice(-10);
}
