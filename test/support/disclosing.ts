import { randomUUID } from 'node:crypto';
import type { Answer, Persona, TestApp } from './app.js';

export interface Disclosed {
  discloseWithoutConsent: {
    id: string;
    ground: string;
    paragraph: string;
    categories: string[];
    until: string;
    endedAt: string | null;
    reasons: string | null;
  } | null;
}
export interface Received {
  receivedDisclosures: {
    totalCount: number;
    edges: {
      cursor: string;
      node: {
        id: string;
        about: string;
        paragraph: string;
        holder: { kind: string };
        pieces: { kind: string; category: string; content: { name: string; text: string }[] }[];
      };
    }[];
  };
}
export interface Known {
  case: {
    disclosures: { id: string; categories: string[]; reasons: string | null; recipient: object | null }[];
  } | null;
}

const DISCLOSE = `mutation ($input: StatutoryDisclosureInput!) { discloseWithoutConsent(input: $input) {
  id ground paragraph sfs categories until endedAt reasons holder { kind } recipientAgency { kind } decidedBy { name } } }`;
const RECEIVED = `query ($first: Int! = 20, $after: Cursor) { receivedDisclosures(first: $first, after: $after) { totalCount
  pageInfo { hasNextPage } edges { cursor node { id about paragraph sfs holder { kind } until
    pieces { kind category content { name text } } } } } }`;
const KNOWN = `query ($id: ID!) { case(id: $id) { disclosures {
  id ground paragraph categories toldFrom reasons delayReason recipient { id } decidedBy { id } recipientAgency { kind } } } }`;

const DAY = 86_400_000;
export const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** What the principal writes when a concern about a pupil is reported to social services. */
export function report(caseId: string, recipient: Persona, more: object = {}): object {
  return {
    ...{ requestId: randomUUID(), caseId, recipientId: recipient.id, ground: 'SOL_19_1' },
    ...{ reasons: 'Skolan är skyldig att anmäla.', about: 'Alva Lindqvist, 9 C' },
    ...{ until: inDays(14), situations: ['SCHOOL_ATTENDANCE'], ...more },
  };
}

export const disclose = (app: TestApp, { token }: Persona, input: object): Promise<Answer<Disclosed>> =>
  app.ask<Disclosed>(token, DISCLOSE, { input });
export const received = (app: TestApp, { token }: Persona, variables: object = {}): Promise<Answer<Received>> =>
  app.ask<Received>(token, RECEIVED, variables);
export const known = (app: TestApp, { token }: Persona, id: string): Promise<Answer<Known>> =>
  app.ask<Known>(token, KNOWN, { id });

/** What the school holds goes to social services without consent. @returns whether it did */
export async function reportConcern(app: TestApp, caseId: string, until: number): Promise<boolean> {
  const principal = app.persona({ municipality: 'Uddevalla', profession: 'PRINCIPAL' });
  const unitManager = app.persona({ municipality: 'Uddevalla', profession: 'UNIT_MANAGER' });
  const input = report(caseId, unitManager, { until: new Date(until).toISOString() });
  return (await disclose(app, principal, input)).data.discloseWithoutConsent != null;
}
