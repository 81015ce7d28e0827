import Personnummer from 'personnummer';
import { ageAt, localDate, midnightOf, turnsAt } from '../../src/core/calendar.js';
import { requireText } from '../../src/core/free-text.js';
import { requireName } from '../../src/core/names.js';
import { demoTime } from '../../src/demo/demo-time.js';
import { STORIES } from '../../src/demo/stories.js';
import { testIdentityNumber } from '../../src/demo/test-identity-number.js';
import { demoRows, municipality, NOW } from './demo-world.js';

// The package is CommonJS and exports the class itself; its types say otherwise.
const { valid } = Personnummer as unknown as { readonly valid: (number: string) => boolean };
const rows = demoRows();
const cases = rows.municipalities.flatMap((each) => each.cases.map((one) => ({ ...one, rulePack: each.rulePack })));
/** The first six of each municipality; the others show one situation each, shortly. */
const FULLY_TOLD = rows.municipalities.flatMap((each) => each.cases.slice(0, 6));
const numberOf = ({ identities }: (typeof cases)[number]) =>
  identities.flatMap(({ personalIdentityNumber: number }) => (number === null ? [] : [number]));

describe('personal identity numbers', () => {
  test('match the published example of the series', () => {
    expect(testIdentityNumber('2000-01-05', 'FEMALE')).toBe('20000105-2380');
  });

  test.each(cases.map((each) => [each.story.youngPerson.givenName, each] as const))(
    '%s has a valid one of the test series, with the own birth date in it',
    (_name, each) => {
      const [number = '', ...others] = numberOf(each);
      expect(others).toEqual([]);
      expect(valid(number)).toBe(true);
      expect(number).toMatch(/^\d{8}-23[89]\d$/);
      expect(number.slice(0, 8)).toBe(each.story.youngPerson.birthDate.replaceAll('-', ''));
    },
  );

  test('are held by nobody twice', () => {
    expect(new Set(cases.flatMap(numberOf)).size).toBe(32);
  });
});

it('texts and names are in the form in which the API stores them', () => {
  const strange: string[] = [];
  const look = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      const isName = ['givenName', 'familyName', 'name', 'relation'].includes(key);
      if ((isName ? requireName(value) : requireText(value)) !== value) strange.push(value);
    } else if (typeof value === 'object' && value !== null) {
      for (const [inner, each] of Object.entries(value)) look(each, Array.isArray(value) ? key : inner);
    }
  };
  look(STORIES, '');
  expect(strange).toEqual([]);
});

describe('stories', () => {
  test('there are sixteen in each of the two municipalities', () => {
    expect(rows.municipalities.map((each) => [each.municipality.code, each.cases.length])).toEqual([
      ['1485', 16],
      ['1233', 16],
    ]);
  });

  test.each(cases.map((each) => [each.caseFile.number, each.story.youngPerson.givenName, each] as const))(
    '%s of %s is consistent',
    (_number, _name, { story, caseFile, statements, assignments, notes, actions, rulePack, ...each }) => {
      const birthDate = story.youngPerson.birthDate;
      const { targetAgeFrom, targetAgeThrough } = rulePack.rules;
      expect(ageAt(birthDate, NOW)).toBeGreaterThanOrEqual(targetAgeFrom);
      expect(ageAt(birthDate, NOW)).toBeLessThanOrEqual(targetAgeThrough);

      const told = statements.map(({ recordedAt }) => recordedAt);
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect(Math.max(0, ...told)).toBeLessThan(NOW);
      expect(caseFile.factsAt).toBeLessThan(NOW);
      for (const { until, appliesFrom } of statements) expect(until ?? Infinity).toBeGreaterThan(appliesFrom);

      const assigned = new Set(assignments.map(({ roleTermId }) => roleTermId));
      expect(notes.map(({ authorId }) => assigned.has(authorId))).not.toContain(false);
      expect(
        actions.map(
          (action) => action.responsibleKind !== 'PROFESSIONAL' || assigned.has(action.responsibleId as never),
        ),
      ).not.toContain(false);
      const pieces = each.pieces;
      for (const { recordedAt } of pieces) {
        expect(recordedAt).toBeGreaterThanOrEqual(caseFile.recordedAt);
        expect(recordedAt).toBeLessThan(NOW);
      }
    },
  );

  test.each(FULLY_TOLD.map((each) => [each.story.youngPerson.givenName, each] as const))(
    '%s is told fully: by every agency, with a plan, meetings behind and ahead',
    (_name, { notes, goals, actions, meetings, ...each }) => {
      const agencies = new Set(notes.map(({ holderId }) => holderId));
      expect(agencies.size).toBeGreaterThanOrEqual(4);
      expect(notes.length).toBeGreaterThanOrEqual(2 * agencies.size - 1);
      expect(goals.length).toBeGreaterThanOrEqual(2);
      expect(actions.length).toBeGreaterThanOrEqual(4);
      expect(actions.length).toBeLessThanOrEqual(6);
      expect(meetings.length).toBeGreaterThanOrEqual(2);
      expect(meetings.some(({ startsAt }) => startsAt < NOW)).toBe(true);
      expect(meetings.some(({ startsAt }) => startsAt > NOW)).toBe(true);
      expect(new Set(each.situations.map(({ category }) => category)).size).toBeGreaterThanOrEqual(7);
    },
  );

  test('telephone numbers are of the series that belongs to nobody, each once', () => {
    const phones = cases.map(({ story }) => story.youngPerson.phone);
    expect(new Set(phones).size).toBe(phones.length);
    const lastFour = phones.map((phone) => /^070-174 0(\d) (\d\d)$/.exec(phone)?.slice(1).join('') ?? 'other');
    for (const digits of lastFour) expect(Number(digits)).toBeGreaterThanOrEqual(605);
    for (const digits of lastFour) expect(Number(digits)).toBeLessThanOrEqual(699);
  });

  test('are ready on every day of the year, leap days and changes of the clock included', () => {
    const days = [
      '2028-02-28T22:30:00Z',
      '2028-02-29T11:00:00Z',
      '2027-02-28T11:00:00Z',
      '2026-03-28T23:30:00Z',
      '2026-10-24T22:30:00Z',
      '2026-12-31T22:59:59Z',
    ];
    for (const day of days) {
      const now = Date.parse(day);
      for (const { cases } of demoRows(now).municipalities) {
        for (const { story, statements } of cases) {
          expect(Math.max(0, ...statements.map(({ recordedAt }) => recordedAt))).toBeLessThan(now);
          expect(valid(testIdentityNumber(story.youngPerson.birthDate, story.youngPerson.sex))).toBe(true);
        }
      }
    }
  });
});

describe('the calendar of the stories', () => {
  test('somebody turns 18 at the coming local midnight, not before', () => {
    const { turnsTomorrow, midnight } = demoTime(NOW);
    expect(midnight).toBe(Date.parse('2026-11-22T23:00:00Z'));
    expect(turnsAt(turnsTomorrow(18), 18)).toBe(midnight);
    expect(ageAt(turnsTomorrow(18), midnight - 1)).toBe(17);
  });

  test('on the eve of a leap day the birthday is the day after it, since nobody turns 15 on 29 February', () => {
    const { turnsTomorrow, midnight } = demoTime(Date.parse('2028-02-28T12:00:00Z'));
    expect(localDate(midnight)).toBe('2028-03-01');
    expect(turnsAt(turnsTomorrow(15), 15)).toBe(midnightOf('2028-03-01'));
  });

  test('what is told in working days falls on none of a weekend', () => {
    const { daysAgo, inDays } = demoTime(NOW);
    for (let day = 1; day <= 14; day += 1) {
      for (const at of [daysAgo(day), inDays(day)]) expect([0, 6]).not.toContain(new Date(at).getUTCDay());
      expect(daysAgo(day)).toBeLessThan(NOW);
      expect(inDays(day)).toBeGreaterThan(NOW);
    }
  });
});

describe('personas', () => {
  const PROFESSIONS =
    STORIES[0] === undefined ? [] : [...new Set(Object.values(STORIES[0].staff).map(({ profession }) => profession))];

  test.each(['Uddevalla', 'Vellinge'])(
    '%s has one of every profession of the leaflets, each with two cases or more',
    (name) => {
      const {
        municipality: { id },
        cases,
      } = municipality(rows, name);
      const working = rows.personas.filter(
        ({ municipalityId, capacity }) => municipalityId === id && ['PROFESSIONAL', 'COORDINATOR'].includes(capacity),
      );
      expect(PROFESSIONS).toHaveLength(9);
      expect([...new Set(working.map(({ profession }) => profession))].sort()).toEqual([...PROFESSIONS].sort());
      for (const { id: termId, name } of working) {
        const mine = cases.filter(({ assignments }) =>
          assignments.some(({ roleTermId, validUntil }) => roleTermId === termId && validUntil === null),
        );
        expect(`${name}: ${mine.length >= 2 ? 'two or more' : mine.length}`).toBe(`${name}: two or more`);
      }
    },
  );

  test.each(['Uddevalla', 'Vellinge'])('%s has the family, a steering member and an administrator', (name) => {
    const {
      municipality: { id },
    } = municipality(rows, name);
    const capacities = rows.personas
      .filter(({ municipalityId }) => municipalityId === id)
      .map(({ capacity }) => capacity);
    expect(new Set(capacities)).toEqual(
      new Set(['COORDINATOR', 'PROFESSIONAL', 'STEERING_MEMBER', 'ADMINISTRATOR', 'YOUNG_PERSON', 'GUARDIAN']),
    );
  });

  test('each has an id and a position of its own', () => {
    expect(new Set(rows.personas.map(({ id }) => id)).size).toBe(rows.personas.length);
    expect(rows.personas.map(({ position }) => position)).toEqual(rows.personas.map((_persona, index) => index + 1));
  });
});

describe('what a story leads to', () => {
  test('the history tells what every action was when it was made', () => {
    const actions = new Map(cases.flatMap((each) => each.actions).map((action) => [action.id, action]));
    const made = cases
      .flatMap(({ pieceVersions }) => pieceVersions)
      .filter((each) => actions.has(each.pieceId) && each.cause === 'CREATED');
    expect(made).toHaveLength(actions.size);
    expect(made.length).toBeGreaterThan(20);
    for (const { plain, sealed, pieceId, version } of made) {
      const told = { ...plain, ...(JSON.parse(String(sealed)) as object) };
      const { what, dueOn, supports, position, responsibleKind, responsibleId } = actions.get(pieceId)!;
      const responsible = { responsibleKind, responsibleId };
      expect(told).toEqual({ what, status: 'PLANNED', dueOn, supports, position, ...responsible });
      expect(version).toBe(1);
    }
  });

  test('and how every action that has moved was changed since, and no more than that', () => {
    for (const { actions, pieceVersions } of cases) {
      for (const { id, status, version } of actions) {
        const later = pieceVersions.filter(({ pieceId, cause }) => pieceId === id && cause !== 'CREATED');
        const given = later.map(({ plain, sealed, cause }) => [cause, plain, sealed]);
        expect(given).toEqual(status === 'PLANNED' ? [] : [['CHANGED', { status }, null]]);
        expect(version).toBe(1 + later.length);
      }
    }
  });

  test('whoever was closed was closed on a day, for a reason, and evaluated', () => {
    const closed = cases.filter(({ caseFile }) => caseFile.status === 'CLOSED');
    expect(closed.length).toBeGreaterThan(0);
    for (const { caseFile, evaluations, meetings } of closed) {
      const [closing] = meetings.filter(({ meetingKind }) => meetingKind === 'CLOSING');
      expect(caseFile.closedOn).toBe(localDate(closing!.endsAt));
      expect(caseFile.closingReason).toBe('GOALS_REACHED');
      expect(evaluations.filter(({ parentId }) => parentId === null)).toHaveLength(1);
    }
  });
});
