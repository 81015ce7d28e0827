/**
 * Whatever two people can change rests on the version that was read, and an explicit null clears or is refused: for every
 * mutation and every input of the schema, by enumeration. What a passed version answers is asked of every mutation in
 * who-may-change.test.ts.
 */
import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isInputObjectType, isNonNullType } from 'graphql';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { ALL_ROWS } from '../support/mutations/all-rows.js';
import { MUTATION_FIELDS, mutationWorld, versionedFields } from '../support/mutations/mutation-world.js';
import type { MutationWorld } from '../support/mutations/mutation-world.js';
import { refusalOf } from '../support/refusals.js';

const SCHEMA = buildSchema(readFileSync('schema.graphql', 'utf8'), { assumeValidSDL: true });

const ADDS = 'adds a row of its own and overwrites none';
const ENDS = 'ends what runs, once: the second is refused, or finds it ended';
const DECIDES = 'decides what waits, once: the second is refused';
const OWN = 'is about what belongs to the sender alone';
const DATED = 'adds a dated row; the earlier ones stay, and the history shows both';
const TOGGLES = 'says who may see a piece, nothing of what it says, and leaves a version with who and when';

/** Mutations that rest on no version, each with its reason. */
const WITHOUT_VERSION: Readonly<Record<string, string>> = {
  ...over(ADDS, 'addAction addGoal addGroupMember addGuardian addImportantPerson addSubject assign createPlan'),
  ...over(ADDS, 'discloseWithoutConsent evaluateAction invite object propose recordMapping requestConsent'),
  ...over(ADDS, 'scheduleMeeting scheduleMeetingSeries scheduleSteeringMeeting writeNote recordConsent askForConsent'),
  ...over('is one value that its writer states whole, the coordinator alone, of whom a case has one', 'recordArea'),
  ...over('is published once for a term and never changed; the second is refused', 'publishSteeringReport'),
  ...over('adds a note in the place of one that has none yet; the second is refused', 'correctNote'),
  ...over(ENDS, 'closeCase endAssignment endDisclosure endGroupMember endImportantPerson withdrawInvitation'),
  ...over(ENDS, 'unblock withdrawConsent'),
  ...over(DECIDES, 'acceptProposal confirmAssignment confirmConsent declineAssignment declineProposal rejectConsent'),
  ...over(DECIDES, 'stateBasis confirmRulePack rejectRulePack'),
  ...over(
    OWN,
    'answerConsentRequest answerInvitation confirmNotificationEmail createCalendarFeed markNotificationsRead',
  ),
  ...over(OWN, 'revokeCalendarFeed setNotificationEmail'),
  ...over(DATED, 'block endCustody protectPerson recordCustody recordPrevention'),
  ...over(
    'ends what it takes the place of, and keeps it: who could sign in, and when',
    'setPersonSignIn setProfessionalSignIn',
  ),
  ...over(TOGGLES, 'holdBack keepFromGuardian release showToGuardian'),
};

function over(reason: string, names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, reason]));
}

it('every mutation demands the version that it rests on, or stands here with its reason', () => {
  expect([...versionedFields, ...Object.keys(WITHOUT_VERSION)].toSorted()).toEqual(MUTATION_FIELDS.toSorted());
});

it('the version is demanded, not only taken', () => {
  const versions = Object.values(SCHEMA.getTypeMap())
    .filter(isInputObjectType)
    .flatMap((input) => input.getFields()['expectedVersion'] ?? []);
  const optional = versions.filter(({ type }) => !isNonNullType(type));
  expect(optional).toEqual([]);
});

/** Fields that say what becomes of something that is there: by null it is taken away, or null is refused. */
const CHANGES: Readonly<Record<string, Readonly<Record<string, 'CLEARS' | 'REFUSED'>>>> = {
  updateGoal: { inOwnWords: 'CLEARS', inProfessionalWords: 'CLEARS' },
  updateAction: { status: 'REFUSED', what: 'REFUSED', responsible: 'REFUSED', dueOn: 'CLEARS' },
  rescheduleMeeting: { place: 'CLEARS' },
  recordOutcome: { before: 'REFUSED', after: 'CLEARS', atFollowUp: 'CLEARS' },
};

it('every input of a change that leaves out what stays says what null means', () => {
  const fields = SCHEMA.getMutationType()!.getFields();
  const partial = versionedFields.flatMap((mutation) => {
    const input = getNamedType(fields[mutation]!.args[0]!.type);
    if (!isInputObjectType(input)) return [];
    const optional = Object.values(input.getFields()).filter(({ type }) => !isNonNullType(type));
    return optional.map(({ name }) => `${mutation}.${name}`);
  });
  const said = Object.entries(CHANGES).flatMap(([mutation, nulls]) =>
    Object.keys(nulls).map((name) => `${mutation}.${name}`),
  );
  // These state something whole: what is left out is none, and null is the same.
  const WHOLE = [
    ...['activities', 'attendancePercent', 'concern', 'lastSharedIncidentOn', 'measures', 'openInquiry'],
    ...['passingGrades', 'placement', 'studentHealthContact', 'substanceUse', 'works'],
  ].map((name) => `recordSituation.${name}`);
  const others = ['recordMeeting.minutes', 'recordSteeringMeeting.minutes', 'publishRulePack.validFrom'];
  expect(partial.toSorted()).toEqual([...said, ...WHOLE, ...others].toSorted());
});

describe('an explicit null', () => {
  let app: TestApp;
  let world: MutationWorld;
  beforeAll(async () => {
    app = await startTestApp();
    world = await mutationWorld(app);
  });
  afterAll(() => app.stop());

  const cases = Object.entries(CHANGES).flatMap(([mutation, nulls]) =>
    Object.entries(nulls).map(([name, means]) => [mutation, name, means] as const),
  );
  it.each(cases)('%s: %s %s', async (mutation, name, means) => {
    const row = ALL_ROWS.find(({ field }) => field === mutation)!;
    const { input } = (await row.change(world)) as { input: Record<string, unknown> };
    // Held by leisure, whose goal has professional words: the young person's own go first.
    const by = mutation === 'updateGoal' ? { profession: 'LEISURE_LEADER' } : row.by;
    const given = name === 'inProfessionalWords' ? { inOwnWords: 'Jag vill simma' } : {};
    const { inOwnWords: _own, ...rest } = input;
    const answer = await world.send(world.persona(by).token, mutation, { input: { ...rest, ...given, [name]: null } });
    const [error] = answer.errors ?? [];
    const became = error === undefined ? (answer.data[mutation] as Record<string, unknown>)[name] : undefined;
    const { argument } = (error?.extensions ?? {}) as { argument?: string };
    expect([refusalOf(answer), argument, became]).toEqual(
      means === 'CLEARS' ? ['', undefined, null] : ['BAD_USER_INPUT mayNotBeNull', `input.${name}`, undefined],
    );
  });

  it('leaves a goal its last words', async () => {
    const row = ALL_ROWS.find(({ field }) => field === 'updateGoal')!;
    const { input } = (await row.change(world)) as { input: { goalId: string } };
    const { token } = world.persona({ profession: 'LEISURE_LEADER' });
    const nothing = { goalId: input.goalId, expectedVersion: 1, inProfessionalWords: null };
    expect(refusalOf(await world.send(token, 'updateGoal', { input: nothing }))).toBe('BAD_USER_INPUT goalWithoutText');
  });
});
