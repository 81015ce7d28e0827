import type { AccessEntry } from '../../access/access-log.js';
import { NOTHING_NEEDED } from '../../access/load.js';
import type { Needs } from '../../access/load.js';
import type { LoadedCase } from '../../access/loaded-case.js';
import type { OwnCase } from '../../access/own-cases.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { Shown } from '../../access/shown.js';
import type { CaseStatus } from '../../core/case-status.js';
import { DomainError } from '../../core/errors.js';
import { isSameNumber } from '../../core/identity-number.js';
import type { CaseId } from '../../core/ids.js';
import { holdsInOrder, isFoundBy, wordsOf } from '../../core/name-search.js';
import { isFoundByName } from '../../core/rules/found-by-name.js';
import { page } from '../../graphql/connection.js';
import type { CursorCodec } from '../../crypto/cursor.js';
import { identity, IDENTITY_NEEDS } from '../person/person.queries.js';
import type { CasesArgs } from './case.type.js';
import { presentCase } from './case.queries.js';

const LONGEST_SEARCH = 100;

/** A case that the list is to show, and what being found tells. */
interface FoundCase extends OwnCase {
  readonly told: readonly AccessEntry[];
}

/** What is searched for, as it was typed and by its words; without any, nothing is searched. */
interface Wanted {
  readonly text: string;
  readonly words: readonly string[];
}

/** Every case that the viewer knows, by id. */
export async function ownCases(scope: ReadScope, needs: Needs): Promise<LoadedCase[]> {
  const ids = (await scope.ownCases()).map(({ id }) => id);
  return (await scope.loadAll(ids, needs)).filter((loaded) => loaded !== null);
}

/**
 * The viewer's own cases, filtered and searched by what the viewer may see of them. Which are on the page is known
 * before anything else of them is loaded.
 *
 * @throws DomainError BAD_USER_INPUT when the search is longer than any name.
 */
export async function listCases(
  scope: ReadScope,
  needs: Needs,
  args: CasesArgs,
  codec: CursorCodec,
): Promise<{ readonly connection: Shown; readonly onPage: readonly LoadedCase[] }> {
  const { status } = args;
  const text = args.search ?? '';
  const wanted = { text, words: wordsOf(text) };
  if (text.length > LONGEST_SEARCH) throw new DomainError('BAD_USER_INPUT', 'searchTooLong', { max: LONGEST_SEARCH });
  const cursors = { codec, context: `${scope.viewer.id} cases ${JSON.stringify([status ?? null, wanted.words])}` };
  const pageOf: PageOf = (items, show) =>
    page({ typename: 'CaseConnection', items, key: ({ number, id }) => `${number} ${id}`, show }, args, cursors);
  const found = await loadPage(scope, needs, await findCases(scope, status ?? null, wanted), pageOf);
  const { connection, onPage } = pageOf(found, ({ id }) => presentCase(known(scope, id)));
  for (const { id, told } of onPage) {
    scope.log.recordCase(id);
    scope.log.addAll(told);
  }
  return { connection, onPage: onPage.map(({ id }) => known(scope, id)) };
}

type PageOf = (
  items: readonly FoundCase[],
  show: (item: FoundCase) => object,
) => { readonly connection: Shown; readonly onPage: readonly FoundCase[] };

/**
 * Loads what is on the page.
 *
 * @returns the list; should the decision close a case that the database lets through, without it
 */
async function loadPage(
  scope: ReadScope,
  needs: Needs,
  found: readonly FoundCase[],
  pageOf: PageOf,
): Promise<readonly FoundCase[]> {
  const { onPage } = pageOf(found, (item) => item);
  const ids = onPage.map(({ id }) => id);
  const loaded = await scope.loadAll(ids, needs);
  const closed = new Set(ids.filter((_id, at) => loaded[at] === null));
  if (closed.size === 0) return found;
  const open = found.filter(({ id }) => !closed.has(id));
  return loadPage(scope, needs, open, pageOf);
}

function known(scope: ReadScope, id: CaseId): LoadedCase {
  const loaded = scope.loaded(id);
  if (loaded === null) throw new Error('A case is on a page that the viewer does not know');
  return loaded;
}

/** Facts are needed for a status alone, and who it is about for a name alone. */
async function findCases(
  scope: ReadScope,
  status: readonly CaseStatus[] | null,
  wanted: Wanted,
): Promise<readonly FoundCase[]> {
  // Signs alone, such as a wildcard, are no word of any name.
  if (wanted.words.length === 0 && wanted.text.trim() !== '') return [];
  const own = await scope.ownCases();
  const isSearch = wanted.words.length > 0;
  if (status === null && !isSearch) return own.map((one) => ({ ...one, told: [] }));
  const ids = own.map(({ id }) => id);
  const loaded = await scope.loadAll(ids, isSearch ? IDENTITY_NEEDS : NOTHING_NEEDED);
  return loaded.flatMap((one) => {
    if (one === null || status?.includes(one.status) === false) return [];
    const told = whatFindsIt(one, wanted);
    return told === null ? [] : [{ id: one.id, number: one.shell.number, told }];
  });
}

/**
 * `null` when the search does not find the case; else what being found tells. To be found by a name tells the name, so
 * only who may read the name finds the case by it, and it is recorded as a reading.
 */
function whatFindsIt(loaded: LoadedCase, { text, words }: Wanted): readonly AccessEntry[] | null {
  if (holdsInOrder(loaded.shell.number, words)) return [];
  if (!isFoundByName(loaded.facts, loaded.viewer, loaded.at)) return null;
  const piece = identity(loaded);
  if (piece === undefined) return null;
  const { givenName, familyName, personalIdentityNumber } = piece;
  const isTheName = isFoundBy(`${givenName} ${familyName}`, words);
  const isTheNumber = personalIdentityNumber !== null && isSameNumber(personalIdentityNumber, text);
  return isTheName || isTheNumber ? [piece.entry] : null;
}
