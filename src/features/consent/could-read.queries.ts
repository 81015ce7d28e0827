import type { LoadedCase } from '../../access/loaded-case.js';
import type { ReadScope } from '../../access/read-scope.js';
import { couldRead as couldReadThen, couldReadEarlier } from '../../core/could-read.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import { placesAbout } from '../../core/statement-place.js';
import type { RecordedFacts } from '../../core/recorded-facts.js';
import { RECORDED_FACTS } from './could-read.repository.js';
import type { AccessProofType, CouldReadArgs } from './could-read.type.js';

/**
 * `null` where it is not the viewer's to know.
 *
 * @throws DomainError BAD_USER_INPUT for an agency or a professional that the municipality does not know, or a
 * `knownAt` that lies ahead.
 */
export async function couldRead(
  scope: ReadScope,
  { id: caseId, decision, facts, registers }: LoadedCase,
  args: CouldReadArgs,
): Promise<AccessProofType | null> {
  if (!decision.rule('consentDetails').open) return null;
  const { category, at } = args;
  const knownAt = args.knownAt ?? scope.at;
  if (knownAt > scope.at) throw new DomainError('BAD_USER_INPUT', 'knownAtAhead');
  const recorded = await recordedFacts(scope, caseId);
  const holder = registers.agency(requireId(args.holderId));
  if (holder === null) throw new DomainError('BAD_USER_INPUT', 'agencyUnknown');
  const roleTermId = requireId<'RoleTerm'>(args.professionalId);
  if (!recorded.roleTerms.some(({ fact }) => fact.roleTermId === roleTermId)) {
    throw new DomainError('BAD_USER_INPUT', 'professionalUnknown');
  }
  const asked = { roleTermId, holderId: holder.id as never, category, at, knownAt };
  const verdict = couldReadThen(facts, recorded, asked);
  const readableEarlier = couldReadEarlier(facts, recorded, asked);
  const answer = verdict.open
    ? { reason: null, basis: verdict.basis.kind, until: verdict.until }
    : { reason: verdict.reason, basis: null, until: null };
  const carriers = verdict.open && verdict.basis.kind === 'CONSENT' ? verdict.basis.statements : [];
  const statements = placesAbout(facts.ledger, facts.youngPersonId, carriers);
  return { holder, category, at, knownAt, readable: verdict.open, readableEarlier, ...answer, statements };
}

/** Read once for all questions of an operation about a case. */
function recordedFacts(scope: ReadScope, caseId: string): Promise<RecordedFacts> {
  const loader = scope.loader<RecordedFacts>('recorded_facts', (ids) =>
    Promise.all(
      ids.map(async (id) => {
        const [row] = await scope.query<{ recorded: RecordedFacts | null }>(RECORDED_FACTS, [id]);
        if (row?.recorded == null) throw new Error('The history of a case is not there for somebody who may know it');
        return row.recorded;
      }),
    ),
  );
  return loader.load(caseId);
}
