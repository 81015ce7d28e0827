import type { AgencyKind } from '../../core/case-facts.js';
import type { ReportPart, ReportTableName } from '../../core/steering-report/names.js';
import type { ReportTable, ReportUnit } from '../../core/steering-report/report-table.js';
import { labelsOf } from '../../texts/labels/labels.js';
import type { SpokenLabel } from '../../texts/labels/labels.js';
import type { Language } from '../../texts/message-text.js';

/** A table, of which it does not matter any more who may read it. */
export type PrintedTable = Omit<ReportTable, 'isPublic'>;

/** A report of a term as it leaves the server on a page or in a file. */
export interface PrintedReport {
  readonly municipality: string;
  readonly from: string;
  readonly through: string;
  readonly tables: readonly PrintedTable[];
}

/** The names of everything in a report, in one language. */
export interface ReportWords {
  table(name: ReportTableName): SpokenLabel;
  part(name: ReportPart): string;
  unit(name: ReportUnit): string;
  party(name: AgencyKind): string;
}

/** Both languages, made once. */
const WORDS: Readonly<Record<Language, ReportWords>> = { sv: wordsIn('sv'), en: wordsIn('en') };

export function reportWords(language: Language): ReportWords {
  return WORDS[language];
}

function wordsIn(language: Language): ReportWords {
  const of = (enumName: string): ((value: string) => SpokenLabel) => {
    const labels = new Map(labelsOf(enumName, language).map((label) => [label.value, label]));
    return (value) => labels.get(value) ?? { value, label: value, explanation: null };
  };
  const [part, unit, party] = [of('SteeringReportPart'), of('SteeringReportUnit'), of('AgencyKind')];
  return {
    table: of('SteeringReportTableName'),
    part: (name) => part(name).label,
    unit: (name) => unit(name).label,
    party: (name) => party(name).label,
  };
}
