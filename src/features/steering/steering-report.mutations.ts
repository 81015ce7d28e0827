import { MUNICIPALITY_REPORT } from '../../access/report-target.js';
import { requireRoleTerm } from '../../core/rules/role-term-acts.js';
import { requireReportable, requireUndertakings } from '../../core/steering-report/publishing.js';
import { steeringReport } from '../../core/steering-report/report.js';
import { officeMutation } from '../../graphql/office-mutation.js';
import { SteeringReport } from './steering-report.entity.js';
import { PublishSteeringReportInput } from './steering-report-input.type.js';
import { SteeringReportType } from './steering-report.type.js';
import { steeringReports } from './steering-report.queries.js';

/** Counted under the lock of the municipality, so that two never rest on the same reports before. */
export const PublishSteeringReport = officeMutation({
  name: 'publishSteeringReport',
  description:
    'Counts and publishes the report of a term that is over, once and for all; by an administrator, who is shown no case for it. Terms are reported in their order.',
  input: PublishSteeringReportInput,
  type: SteeringReportType,
  act: 'PUBLISH_REPORT',
  target: MUNICIPALITY_REPORT,
  async work(scope, { termFrom, withPublicPart, undertakings }) {
    const { em, municipalityId, at } = scope;
    const published = await em.find(SteeringReport, { municipalityId, part: 'WHOLE' });
    const earlier = published.map((one) => ({
      term: { from: one.termFrom, through: one.termThrough },
      tables: one.tables,
    }));
    const term = requireReportable(
      termFrom,
      earlier.map((one) => one.term),
      at,
    );
    const promised = requireUndertakings(undertakings);
    const facts = { term, undertakings: promised, ...(await scope.countedCases(term)) };
    const { tables } = steeringReport(facts, earlier);
    const reportId = scope.newId();
    const common = { municipalityId, termFrom: term.from, termThrough: term.through, recordedAt: at };
    const row = { ...common, publishedById: requireRoleTerm(scope.viewer) };
    em.persist(em.create(SteeringReport, { ...row, id: reportId, part: 'WHOLE', tables }));
    if (withPublicPart) {
      const open = tables.filter(({ isPublic }) => isPublic);
      em.persist(em.create(SteeringReport, { ...row, id: scope.newId(), part: 'PUBLIC', tables: open }));
    }
    return { reportId };
  },
  read: async (scope, { reportId }) => (await steeringReports(scope))?.find(({ id }) => id === reportId) ?? null,
});
