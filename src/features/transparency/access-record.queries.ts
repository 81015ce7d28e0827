import type { LoadedCase } from '../../access/loaded-case.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { Basis } from '../../core/decision.js';
import type { AgencyId } from '../../core/ids.js';
import type { InformationCategory } from '../../core/information-category.js';
import { placesAbout } from '../../core/statement-place.js';
import type { Capacity } from '../../core/viewer.js';
import { checkPageSize } from '../../graphql/connection.js';
import type { PageArgs } from '../../graphql/connection.js';
import type { CursorCodec } from '../../crypto/cursor.js';
import type { ProfessionEnum } from '../../graphql/enums.js';
import { knownDisclosures } from '../disclosure/disclosure.queries.js';
import { ACCESS_RECORDS } from './access-record.repository.js';
import type { AccessRecordConnectionType, AccessRecordType } from './access-record.type.js';

interface Row {
  readonly id: string;
  readonly at: number;
  readonly agencyId: AgencyId;
  readonly profession: keyof typeof ProfessionEnum | null;
  readonly capacity: Capacity;
  readonly byFeed: boolean;
  readonly entries: readonly { holderId: AgencyId; category: InformationCategory; basis: Basis }[];
}

/** One page of the reads across agencies, newest first; `null` where they are not the viewer's to know. */
export async function accessRecords(
  scope: ReadScope,
  codec: CursorCodec,
  loaded: LoadedCase,
  { first, after }: PageArgs,
): Promise<AccessRecordConnectionType | null> {
  const { id, decision, registers } = loaded;
  const { ledger, youngPersonId } = loaded.facts;
  if (!decision.rule('accessRecords').open) return null;
  checkPageSize(first);
  const context = `${scope.viewer.id} accessRecords ${id}`;
  const [at = null, behind = null] = after != null ? codec.open(context, after).split(' ') : [];
  // What was read in the copy of a disclosure is told when the disclosure is.
  const told = knownDisclosures(loaded).map((one) => one.id);
  const rows = await scope.query<Row>(ACCESS_RECORDS, [id, at, behind, first + 1, told, scope.viewer.id]);
  const toType = ({ agencyId, entries, ...row }: Row): AccessRecordType => ({
    ...row,
    agency: registers.agency(agencyId),
    entries: entries.map(({ holderId, category, basis }) => ({
      holder: registers.agency(holderId),
      category,
      basis: basis.kind,
      statements: basis.kind === 'CONSENT' ? placesAbout(ledger, youngPersonId, basis.statements) : [],
    })),
  });
  const edges = rows
    .slice(0, first)
    .map((row) => ({ cursor: codec.seal(context, `${row.at} ${row.id}`), node: toType(row) }));
  const pageInfo = {
    hasNextPage: rows.length > first,
    hasPreviousPage: after != null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, pageInfo };
}
