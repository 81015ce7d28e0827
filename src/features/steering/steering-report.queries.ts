import type { ReadScope } from '../../access/read-scope.js';
import { isOpenTo } from '../../core/rules/named-rules.js';
import type { PrintedReport } from './printed-report.js';
import { STEERING_REPORTS } from './steering-report.repository.js';
import type { SteeringReportType } from './steering-report.type.js';

/** The reports of the own municipality; `null` for whoever they are not open to. */
export function steeringReports(scope: ReadScope): Promise<SteeringReportType[]> | null {
  return isOpenTo('steeringReports', scope.viewer.capacity) ? reportsOf(scope, 'WHOLE') : null;
}

/** What everybody may read of them. */
export function publicReports(scope: ReadScope): Promise<SteeringReportType[]> {
  return reportsOf(scope, 'PUBLIC');
}

/**
 * The report of a term as the viewer may read it, if the municipality with that code is their own; `null` where there is
 * none, or it is not theirs to read.
 */
export async function printedReport(scope: ReadScope, code: string, termFrom: string): Promise<PrintedReport | null> {
  const home = scope.registers.municipality(scope.at);
  if (home.code !== code) return null;
  const reports = await (steeringReports(scope) ?? publicReports(scope));
  const found = reports.find(({ from }) => from === termFrom);
  return found === undefined ? null : { municipality: home.name, ...found };
}

function reportsOf(scope: ReadScope, part: 'WHOLE' | 'PUBLIC'): Promise<SteeringReportType[]> {
  return scope.query<SteeringReportType>(STEERING_REPORTS, [part]);
}
