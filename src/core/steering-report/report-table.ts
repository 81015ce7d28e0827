import type { AgencyKind } from '../case-facts.js';
import type { ReportPart, ReportTableName } from './names.js';

/** What the cells of a table count. */
export const REPORT_UNITS = ['YOUNG_PERSONS', 'MEETINGS', 'PLACES', 'ACTIONS', 'UNDERTAKINGS'] as const;
export type ReportUnit = (typeof REPORT_UNITS)[number];

/** `null`: not told. It may be none, few, or enough to tell something of others. */
export interface ReportCell {
  readonly of: ReportPart;
  readonly count: number | null;
}

/** One row where a table is of the whole municipality, else one for each party or undertaking. */
export interface ReportRow {
  readonly party: AgencyKind | null;
  /** What was undertaken, or the name of the area. */
  readonly text: string | null;
  readonly cells: readonly ReportCell[];
}

/** One table as it was published. */
export interface ReportTable {
  readonly name: ReportTableName;
  readonly unit: ReportUnit;
  /** Whether the citizens may read it too. */
  readonly isPublic: boolean;
  readonly rows: readonly ReportRow[];
}
