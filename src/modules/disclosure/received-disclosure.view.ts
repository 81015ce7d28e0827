import { disclosing } from '../../access/disclosure.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { ProtectionFact } from '../../core/case-facts.js';
import type { CaseId } from '../../core/ids.js';
import { isProtected } from '../../core/rules/disclosable-piece.js';
import { paragraphOf } from '../../core/rules/disclosure-grounds.js';
import { isReceivedBy } from '../../core/rules/disclosure-known-to.js';
import { page } from '../../graphql/connection.js';
import type { PageArgs } from '../../graphql/connection.js';
import type { CursorCodec } from '../../graphql/cursor.js';
import { agenciesById } from '../agency/agency.view.js';
import { factOf, opener } from './disclosure-row.js';
import type { CopyRow, DisclosureRow } from './disclosure-row.js';
import { DISCLOSED_COPIES, RECEIVED_DISCLOSURES, RECEIVED_PROTECTIONS } from './disclosure.repository.js';
import type {
  DisclosedFieldType,
  ReceivedDisclosureConnectionType,
  ReceivedDisclosureType,
} from './received-disclosure.type.js';

/** One page of the copies that the viewer was given and may still read, newest first. */
export async function receivedDisclosures(
  scope: ReadScope,
  codec: CursorCodec,
  args: PageArgs,
): Promise<ReceivedDisclosureConnectionType> {
  return page(
    await received(scope),
    args,
    { key: ({ decidedAt, id }) => `${String(decidedAt).padStart(15, '0')} ${id}`, descending: true },
    { codec, context: `${scope.viewer.id} receivedDisclosures` },
  );
}

async function received(scope: ReadScope): Promise<ReceivedDisclosureType[]> {
  const { viewer, at } = scope;
  if (!('agencyId' in viewer)) return [];
  const rows = await scope.query<DisclosureRow>(RECEIVED_DISCLOSURES, [viewer.roleTermId]);
  const mine = rows.filter((row) => isReceivedBy(factOf(row), viewer, at));
  const [copies, protections, agencies] = await Promise.all([
    scope.query<CopyRow>(DISCLOSED_COPIES, [mine.map(({ id }) => id)]),
    scope.query<{ caseId: CaseId; protection: ProtectionFact }>(RECEIVED_PROTECTIONS, []),
    agenciesById(scope),
  ]);
  return mine.flatMap((row) => {
    const inForce = protections.filter(({ caseId }) => caseId === row.caseId).map(({ protection }) => protection);
    const open = copies.filter((copy) => copy.disclosureId === row.id && !isProtected(copy, inForce, at));
    // Nothing left to read: then it is not told either that there was something.
    return open.length === 0 ? [] : [shown(scope, row, open, agencies.get(row.holderId) ?? null)];
  });
}

function shown(
  scope: ReadScope,
  row: DisclosureRow,
  copies: readonly CopyRow[],
  holder: ReceivedDisclosureType['holder'],
): ReceivedDisclosureType {
  const { id, caseId, holderId, ground, about, decidedAt, until, keptFromIds } = row;
  const open = opener(scope.sealer, row);
  const basis = { kind: 'DISCLOSURE', disclosureId: id } as const;
  const pieces = copies.map(({ id: copyId, kind, category, recordedAt, content }) => ({
    ...{ id: copyId, kind, category, recordedAt },
    content: JSON.parse(open(content, 'disclosed_copy', 'content_sealed', copyId)) as DisclosedFieldType[],
  }));
  return disclosing(
    {
      ...{ id, ground, paragraph: paragraphOf(ground), holder, decidedAt, until, pieces },
      about: open(about, 'statutory_disclosure', 'about_sealed'),
    },
    // Marked in the record itself: whoever reads that later need not know the disclosure to keep it.
    copies.map(({ category }) => ({ caseId, holderId, category, basis, hiddenFromIds: keptFromIds })),
  );
}
