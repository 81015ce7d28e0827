import { createHash } from 'node:crypto';
import type { ScopeFactory } from '../access/scope-factory.js';
import { DomainError } from '../core/errors.js';
import type { PrintedReport } from '../features/steering/printed-report.js';
import { reportCsv } from '../features/steering/report-csv.js';
import { REPORT_STYLE, reportPage } from '../features/steering/report-page.js';
import { printedReport } from '../features/steering/steering-report.queries.js';
import type { Reply } from './http-reply.js';
import type { Route, RouteRequest } from './http-server.js';
import type { SignIn } from './sign-in.js';

export interface ReportOptions {
  readonly scopes: Pick<ScopeFactory, 'openScope' | 'publicReport'>;
  readonly signIn: Pick<SignIn, 'admit'>;
  readonly newId: () => string;
}

const PATH = /^\/reports\/(\d{4})\/(\d{4}-0[17]-01)(\.csv)?$/;
const plain = (status: number, body: string, more: Readonly<Record<string, string>> = {}): Reply => ({
  ...{ status, body },
  headers: { 'content-type': 'text/plain; charset=utf-8', ...more },
});
const NOTHING = plain(404, 'Not found\n');
const STYLE = createHash('sha256').update(REPORT_STYLE).digest('base64');

/**
 * `GET /reports/<code of the municipality>/<first day of the term>`, a page to print, and with `.csv` a file. Who signs in,
 * as for the API, reads of their own municipality what is theirs to read; everybody else what the citizens may. What was
 * never published, what is not public, and what there is not, give the same answer.
 */
export function reportRoute({ scopes, signIn, newId }: ReportOptions): Route {
  const own = async (
    code: string,
    termFrom: string,
    headers: RouteRequest['headers'],
  ): Promise<PrintedReport | null> => {
    const picked = headers['sig-capacity'];
    const who = await signIn.admit(headers.authorization, typeof picked === 'string' ? picked : undefined);
    const scope = who === null ? null : await scopes.openScope(who);
    if (scope === null) return null;
    try {
      const found = await printedReport(scope, code, termFrom);
      await scope.finish(newId());
      return found;
    } catch (error) {
      await scope.abandon();
      throw error;
    }
  };
  return {
    path: '/reports/',
    prefix: true,
    async handle({ path, headers, language }) {
      const [, code, termFrom, csv] = PATH.exec(path) ?? [];
      if (code === undefined || termFrom === undefined) return NOTHING;
      try {
        const report = (await own(code, termFrom, headers)) ?? (await scopes.publicReport(code, termFrom));
        if (report === null) return NOTHING;
        return csv === undefined
          ? asPage(reportPage(report, language))
          : asFile(reportCsv(report, language), code, termFrom);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        return error.code === 'UNAUTHENTICATED'
          ? plain(401, 'Sign in again\n', { 'www-authenticate': 'Bearer' })
          : plain(403, 'Pick one capacity that you hold, in the header Sig-Capacity\n');
      }
    },
  };
}

function asPage(body: string): Reply {
  const policy = `default-src 'none'; style-src 'sha256-${STYLE}'; frame-ancestors 'none'`;
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    body,
  };
}

function asFile(body: string, code: string, termFrom: string): Reply {
  const name = `attachment; filename="report-${code}-${termFrom}.csv"`;
  return { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': name }, body };
}
