import { randomUUID } from 'node:crypto';
import { testIdentityNumber } from '../../src/demo/test-identity-number.js';
import type { Answer, TestApp } from './app.js';

export interface Told {
  proposal: { id: string; state: string; number: string | null; case: { id: string; number: string } | null } | null;
}

const PROPOSE = `mutation ($input: ProposeInput!) {
  proposal: propose(input: $input) { id state number case { id number } }
}`;

/** A birth date so many years ago, and half a year more. @param days further ahead, for another person of that age */
export function bornAgo(years: number, days = 0): string {
  return new Date(Date.now() - (years * 365.25 + 180 - days) * 86_400_000).toISOString().slice(0, 10);
}

/** Each is about somebody else: the same proposal again would be one. */
let proposals = 0;

/** A proposal of somebody aged 15 whom nobody has proposed before, unless told otherwise. */
export function proposing(app: TestApp, as: string, more: object = {}): Promise<Answer<Told>> {
  const input = {
    requestId: randomUUID(),
    givenName: 'Vera',
    familyName: 'Provberg',
    personalIdentityNumber: testIdentityNumber(bornAgo(15, proposals++ % 150), 'FEMALE'),
    reasons: ['RISK_OF_CRIME'],
    riskAreas: ['FRIENDS'],
    ...more,
  };
  return app.ask<Told>(as, PROPOSE, { input });
}
