import { FULL_CASE } from '../test/support/documents.js';
import type { Lesson } from './limit/known-case.js';

/** What is asked of every side, of one case and of its reader's list. */
export const QUERIES: Readonly<Record<Lesson['name'], string>> = {
  full: FULL_CASE,
  list: `query List { cases(first: 20) { totalCount edges { cursor node {
    id number status plan { progress { total done overdue } } } } } }`,
  progress: 'query Progress($id: ID!) { case(id: $id) { plan { progress { total done overdue } } } }',
  status: 'query Status($id: ID!) { case(id: $id) { number status } }',
  viewer: '{ viewer { id name capacity agency { id name } municipality { id name } } }',
};

/** The body of a request: whoever does not ask of one case gives no variables. */
export function bodyOf(query: string, caseId: string): string {
  return JSON.stringify({ query, variables: query.includes('$id') ? { id: caseId } : {} });
}
