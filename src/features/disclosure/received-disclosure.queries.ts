import type { RegisteredAgency } from '../../access/registers.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { Shown } from '../../access/shown.js';
import type { ProtectionFact } from '../../core/case-facts.js';
import type { CaseId } from '../../core/ids.js';
import { isProtected } from '../../core/rules/disclosable-piece.js';
import { citationOf } from '../../core/rules/disclosure-grounds.js';
import { isReceivedBy } from '../../core/rules/disclosure-known-to.js';
import { page } from '../../graphql/connection.js';
import type { PageArgs } from '../../graphql/connection.js';
import type { CursorCodec } from '../../crypto/cursor.js';
import { factOf, opener } from './disclosure-row.js';
import type { CopyRow, DisclosureRow } from './disclosure-row.js';
import { DISCLOSED_COPIES, RECEIVED_DISCLOSURES, RECEIVED_PROTECTIONS } from './disclosure.repository.js';

/** One page of the copies that the viewer was given and may still read, newest first. */
export async function receivedDisclosures(scope: ReadScope, codec: CursorCodec, args: PageArgs): Promise<Shown> {
  const { connection } = page(
    {
      typename: 'ReceivedDisclosureConnection',
      items: await received(scope),
      key: (one) => `${String(one.value('decidedAt')).padStart(15, '0')} ${String(one.value('id'))}`,
      descending: true,
      show: (one) => one,
    },
    args,
    { codec, context: `${scope.viewer.id} receivedDisclosures` },
  );
  return connection;
}

async function received(scope: ReadScope): Promise<readonly Shown[]> {
  const { viewer, at, kinds, registers } = scope;
  if (!('agencyId' in viewer)) return [];
  const rows = await scope.query<DisclosureRow>(RECEIVED_DISCLOSURES, [viewer.roleTermId]);
  const mine = rows.filter((row) => isReceivedBy(factOf(row), viewer, at));
  const [copies, protections] = await Promise.all([
    scope.query<CopyRow>(DISCLOSED_COPIES, [mine.map(({ id }) => id)]),
    scope.query<{ caseId: CaseId; protection: ProtectionFact }>(RECEIVED_PROTECTIONS, []),
  ]);
  return mine.flatMap((row) => {
    const inForce = protections.filter(({ caseId }) => caseId === row.caseId).map(({ protection }) => protection);
    const known = { protections: inForce, kinds: kinds.rules };
    const open = copies.filter((copy) => copy.disclosureId === row.id && !isProtected(copy, known, at));
    // Nothing left to read: then it is not told either that there was something.
    return open.length === 0 ? [] : [shown(scope, row, open, registers.agency(row.holderId))];
  });
}

function shown(
  scope: ReadScope,
  row: DisclosureRow,
  copies: readonly CopyRow[],
  holder: RegisteredAgency | null,
): Shown {
  const { id, caseId, holderId, ground, about, decidedAt, until, keptFromIds } = row;
  const open = opener(scope.sealer, row);
  const basis = { kind: 'DISCLOSURE', disclosureId: id } as const;
  const pieceOf = ({ id: copyId, kind, category, recordedAt, content }: CopyRow): object => ({
    ...{ id: copyId, kind, category, recordedAt },
    content: JSON.parse(open(content, 'disclosed_copy', 'content_sealed', copyId)) as object,
  });
  return scope.show('ReceivedDisclosure', {
    values: {
      ...{ id, ground, ...citationOf(ground, decidedAt), holder, decidedAt, until },
      pieces: () => copies.map(pieceOf),
      about: () => open(about, 'statutory_disclosure', 'about_sealed'),
    },
    // Marked in the record itself: whoever reads that later need not know the disclosure to keep it.
    discloses: copies.map(({ category }) => ({ caseId, holderId, category, basis, hiddenFromIds: keptFromIds })),
  });
}
