import type { TestApp } from './app.js';

/** A subscription to changes of plans, with enough of the plan to tell one viewer's from another's. */
export const PLAN_STREAM = `subscription ($caseId: ID, $after: Cursor) { planChanged(caseId: $caseId, after: $after) {
  __typename
  ... on PlanChanged { cursor changedActionIds plan { id goals { id actions { id what } } } }
  ... on AccessEnded { cursor caseId reason }
  ... on ResyncRequired { cause } } }`;

const CASES = `{ cases(first: 50) { edges { node {
  id number status youngPerson { id } plan { id goals { id area actions { id category } } } } } } }`;

export interface SeenCase {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly youngPerson: { readonly id: string };
  readonly plan: {
    readonly id: string;
    readonly goals: {
      readonly id: string;
      readonly area: string;
      readonly actions: { readonly id: string; readonly category: string }[];
    }[];
  } | null;
}

export async function casesOf(app: TestApp, token: string): Promise<SeenCase[]> {
  const { data } = await app.ask<{ cases: { edges: { node: SeenCase }[] } }>(token, CASES);
  return data.cases.edges.map(({ node }) => node);
}

/** A case whose plan the viewer sees, with one of its actions. */
export async function planSeenBy(
  app: TestApp,
  token: string,
  fits: (seen: SeenCase) => boolean = () => true,
): Promise<{ caseId: string; planId: string; actionId: string; seen: SeenCase }> {
  for (const seen of (await casesOf(app, token)).filter(fits)) {
    const action = seen.plan?.goals.flatMap(({ actions }) => actions)[0];
    if (seen.plan && action) return { caseId: seen.id, planId: seen.plan.id, actionId: action.id, seen };
  }
  throw new Error('No plan is open to this viewer');
}
