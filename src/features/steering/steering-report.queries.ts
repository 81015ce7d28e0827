import type { ReadScope } from '../../access/read-scope.js';
import { isOpenTo } from '../../core/rules/named-rules.js';
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

function reportsOf(scope: ReadScope, part: 'WHOLE' | 'PUBLIC'): Promise<SteeringReportType[]> {
  return scope.query<SteeringReportType>(STEERING_REPORTS, [part]);
}
