import type { AgencyKind, LocalDate } from '../core/case-facts.js';
import type { AgencyId, CaseId } from '../core/ids.js';
import type { InformationCategory } from '../core/information-category.js';
import type { OutcomeLevel } from '../core/outcome.js';
import type { EffectReached, TermFacts } from '../core/steering-report/term-facts.js';
import type { Term } from '../core/steering-term.js';
import type { AdministrationScope } from './municipality-target.js';
import { MUNICIPALITY } from './municipality-target.js';
import { partOf } from './piece-keys.js';
import type { PreparedQuery } from './prepared-query.js';
import type { CommandSession, Target } from './run-command.js';
import { openSealed } from './stored-row.js';

/** What a report is counted from, but for what the parties undertook. */
export type CountedCases = Pick<TermFacts, 'packs' | 'areas' | 'cases' | 'meetings' | 'places' | 'actions'>;

/** The administrator's municipality, locked, with what its report is counted from. */
export interface ReportScope extends AdministrationScope {
  countedCases(term: Term): Promise<CountedCases>;
}

interface SealedRow {
  readonly id: string;
  readonly holderId: AgencyId;
  readonly sealed: string;
  /** The wrapped key of the holder's part of the case. */
  readonly key: string;
}

interface TermRows {
  readonly packs: TermFacts['packs'];
  readonly areas: TermFacts['areas'];
  readonly contacts: readonly (SealedRow & { readonly caseId: CaseId })[];
  readonly courses: readonly (Omit<TermFacts['cases'][number], 'effects' | 'areaId'> & { readonly caseId: CaseId })[];
  readonly effects: readonly (SealedRow & { readonly caseId: CaseId; readonly category: InformationCategory })[];
  readonly meetings: TermFacts['meetings'];
  readonly places: readonly (SealedRow & {
    readonly caseKey: CaseId;
    readonly startsAt: number;
    readonly party: AgencyKind;
    readonly professionalKey: string;
  })[];
  readonly actions: readonly {
    readonly party: AgencyKind;
    readonly dueOn: LocalDate;
    readonly doneOn: LocalDate | null;
  }[];
}

const TERM_FACTS: PreparedQuery = { name: 'term_facts', text: 'select sig.term_facts($1, $2) as rows' };

type Locked = Parameters<typeof MUNICIPALITY.open>[1];

export const MUNICIPALITY_REPORT: Target<Locked, ReportScope> = {
  ...MUNICIPALITY,
  async open(session, locked) {
    const scope = await MUNICIPALITY.open(session, locked);
    return { ...scope, countedCases: (term) => countedCases(session, term) };
  },
};

/** One statement for all cases; what is sealed is opened here and counted, and shown to nobody. */
async function countedCases(session: CommandSession, { from, through }: Term): Promise<CountedCases> {
  const [found] = await session.query<{ rows: TermRows | null }>(TERM_FACTS, [from, through]);
  if (found?.rows == null) throw new Error('A report is counted without the lock of its municipality');
  const { packs, areas, contacts, courses, effects, meetings, places, actions } = found.rows;
  const effectsOf = Map.groupBy(effects, ({ caseId }) => caseId);
  const areaOf = new Map(contacts.map((row) => [row.caseId, opened(session, 'CONTACT', row.caseId, row)['areaId']]));
  return {
    ...{ packs, areas },
    cases: courses.map(({ caseId, ...course }) => ({
      ...course,
      areaId: (areaOf.get(caseId) ?? null) as string | null,
      effects: (effectsOf.get(caseId) ?? []).map((row): EffectReached => {
        const { before, after } = opened(session, 'OUTCOME', caseId, row);
        return { category: row.category, before: before as OutcomeLevel, after: after as OutcomeLevel | null };
      }),
    })),
    meetings,
    places: places.flatMap(({ caseKey, startsAt, party, professionalKey, ...row }) => {
      const { attendance } = opened(session, 'INVITATION', caseKey, row);
      if (attendance === 'UNKNOWN') return [];
      return [{ caseKey, startsAt, party, professionalKey, attended: attendance === 'ATTENDED' }];
    }),
    actions,
  };
}

function opened({ deps }: CommandSession, kind: string, caseId: CaseId, row: SealedRow): Record<string, unknown> {
  const key = deps.sealer.unwrap(Buffer.from(row.key, 'base64'), partOf(caseId, row.holderId));
  return openSealed(deps.sealer, key, deps.kinds.byName(kind), {
    id: row.id,
    sealed: Buffer.from(row.sealed, 'base64'),
  });
}
