import type { TestApp } from './app.js';

const RULES = `{ targetAgeFrom targetAgeThrough youngPersonSignsFromAge guardiansSignUntilAge agreesToTakePartFromAge timeMayOpen
  followUpEveryDaysFrom followUpEveryDaysThrough interventionMonths steeringMeetingsPerTerm concernReportGate consentNeedsSecondPerson heldBackCategories
  consentMonthsAtMost declinedProposalKeptDays meetingParties { kind required optional } }`;

/** The rules in force of somebody's municipality, as `publishRulePack` takes them. */
export async function rulesInForce(app: TestApp, token: string): Promise<Record<string, unknown>> {
  const { data } = await app.ask<{ viewer: { municipality: { rulePack: Record<string, unknown> } } }>(
    token,
    `{ viewer { municipality { rulePack ${RULES} } } }`,
  );
  return data.viewer.municipality.rulePack;
}
