import { disclosuresOf } from '../../access/disclosure.js';
import type { Disclosure } from '../../access/disclosure.js';
import type { ReadScope } from '../../access/read-scope.js';
import { DomainError } from '../../core/errors.js';
import { isFoundByName } from '../../core/rules/found-by-name.js';
import { page } from '../../graphql/connection.js';
import type { CursorCodec } from '../../graphql/cursor.js';
import { youngPerson } from '../person/person.view.js';
import { MY_CASE_IDS } from './case.repository.js';
import type { CaseConnectionType, CasesArgs, CaseType } from './case.type.js';
import { caseView, presentCase } from './case.view.js';
import type { CaseView } from './case.view.js';

const LONGEST_SEARCH = 100;

/** Every case that the viewer knows, in no particular order. */
export async function ownCases(scope: ReadScope): Promise<CaseView[]> {
  const ids = await scope.query<{ id: string }>(MY_CASE_IDS, []);
  return (await Promise.all(ids.map(({ id }) => caseView(scope, id)))).filter((view) => view !== null);
}

/**
 * The viewer's own cases, filtered and searched by what the viewer may see of them.
 *
 * @throws DomainError BAD_USER_INPUT when the search is longer than any name.
 */
export async function listCases(
  scope: ReadScope,
  codec: CursorCodec,
  args: CasesArgs,
): Promise<{ connection: CaseConnectionType; views: CaseView[] }> {
  const { status, search } = args;
  const wanted = normal(search ?? '');
  if (wanted.length > LONGEST_SEARCH) throw new DomainError('BAD_USER_INPUT', 'searchTooLong', { max: LONGEST_SEARCH });
  const asked = (await ownCases(scope)).filter((view) => status?.includes(view.status) ?? true);
  const hits = await Promise.all(asked.map(async (view) => ({ view, told: await whatFindsIt(scope, view, wanted) })));
  const found = hits.flatMap(({ view, told }) => (told === null ? [] : [{ view, told, node: presentCase(view) }]));
  const context = `${scope.viewer.id} cases ${JSON.stringify([status ?? null, wanted])}`;
  const connection = page<CaseType>(
    found.map(({ node }) => node),
    args,
    { key: ({ number, id }) => `${number} ${id}` },
    { codec, context },
  );
  const ids = new Set(connection.edges.map(({ node }) => node.id));
  const shown = found.filter(({ view }) => ids.has(view.id));
  for (const { view, told } of shown) {
    scope.recorder.touch(view.id);
    for (const disclosure of told) scope.recorder.add(disclosure);
  }
  return { connection, views: shown.map(({ view }) => view) };
}

/**
 * `null` when the search does not find the case; else what being found tells. To be found by a name tells the name, so
 * only who may read the name finds the case by it, and it is recorded as a reading.
 */
async function whatFindsIt(scope: ReadScope, view: CaseView, wanted: string): Promise<readonly Disclosure[] | null> {
  if (wanted === '' || normal(view.shell.number).includes(wanted)) return [];
  if (!isFoundByName(view.facts, scope.viewer, scope.at)) return null;
  const young = await youngPerson(scope, view);
  const { givenName, familyName, personalIdentityNumber } = young;
  if (normal(`${givenName ?? ''} ${familyName ?? ''}`).includes(wanted)) return disclosuresOf(young, 'givenName');
  const isTheNumber = personalIdentityNumber !== null && isSameNumber(personalIdentityNumber, wanted);
  return isTheNumber ? disclosuresOf(young, 'personalIdentityNumber') : null;
}

/** Letters in one case and one form, so that é is found however it was typed; runs of spaces are one. */
function normal(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('sv').trim().replace(/\s+/g, ' ');
}

/** Whole numbers only: `20000105-2380`, `200001052380` and `000105-2380` are the same, a part of one is none. */
function isSameNumber(number: string, wanted: string): boolean {
  if (!/^(\d{2})?\d{6}[\p{Pd}−+ ]?\d{4}$/u.test(wanted)) return false;
  const digits = wanted.replace(/\D/g, '');
  return number.replace(/\D/g, '').endsWith(digits);
}
