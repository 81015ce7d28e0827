import { localDate, midnightOf } from '../../src/core/calendar.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { consentStory } from '../support/consent-story.js';
import type { ConsentStory, NamedCell } from '../support/consent-story.js';

/** The folder of Vellinge: guardians sign until 18, the young person from 15. Ella turns 15 at the coming midnight. */
let app: TestApp;
let ella: ConsentStory;
let [mother, father]: string[] = [];
let midnight: number;
let eighteen: number;

const TO_POLICE: NamedCell = ['LEISURE', 'POLICE', 'LEISURE'];
const TO_SCHOOL: NamedCell = ['LEISURE', 'SCHOOL', 'LEISURE'];
const REFUSED: NamedCell = ['SCHOOL', 'LEISURE', 'SCHOOL_RESULTS'];
const POLICE = 'POLICE_OFFICER';

beforeAll(async () => {
  app = await startTestApp();
  ella = await consentStory(app, 'Vellinge', 'Ella');
  [mother, father] = ella.young.guardianIds as [string, string];
  midnight = midnightOf(localDate(Date.now() + 86_400_000));
  eighteen = midnightOf(localDate(midnight).replace(/^\d+/, (year) => String(Number(year) + 3)));
  await ella.at(midnight - 3_600_000);
});
afterAll(() => app.stop());

describe('the story of Ella, told in order', () => {
  const notes: Record<string, string> = {};
  const policeRead = async (): Promise<string[]> => {
    const read = await Promise.all(
      Object.entries(notes).map(async ([when, id]) => [when, await ella.reads(POLICE, id)]),
    );
    return read.filter(([, yes]) => yes === true).map(([when]) => String(when));
  };

  it('both guardians sign one form at the kitchen table, and what leisure knows is open to the police and the school', async () => {
    await ella.form({ [mother!]: 'GRANTED' }, [TO_POLICE, TO_SCHOOL]);
    await ella.form({ [mother!]: 'GRANTED', [father!]: 'GRANTED' }, [TO_POLICE, TO_SCHOOL]);
    notes['first'] = await ella.note();
    expect(await policeRead()).toEqual(['first']);
    expect(await ella.reads('PRINCIPAL', notes['first'])).toBe(true);
  });

  it('the mother takes one category back from one agency, from her own view, and the rest goes on', async () => {
    expect((await ella.takesBack({ name: 'Ann-Sofie' }, [TO_POLICE])).errors).toBeUndefined();
    notes['in the gap'] = await ella.note();
    expect(await policeRead()).toEqual([]);
    expect(await ella.reads('PRINCIPAL', notes['in the gap'])).toBe(true);
  });

  it('a later yes opens what was and what comes, and not what was written in the gap', async () => {
    await ella.form({ [mother!]: 'GRANTED' }, [TO_POLICE]);
    notes['after'] = await ella.note();
    expect(await policeRead()).toEqual(['first', 'after']);
  });

  it('a refusal closes what it names, and nobody else’s yes opens it', async () => {
    expect(await ella.isOpen(REFUSED)).toBe(true);
    await ella.form({ [father!]: 'REFUSED' }, [REFUSED]);
    expect(await ella.isOpen(REFUSED)).toBe(false);
    await ella.form({ [mother!]: 'GRANTED' }, [REFUSED]);
    expect(await ella.isOpen(REFUSED)).toBe(false);
  });

  it('her fifteenth birthday is announced ahead, closes at midnight, and her own yes opens again', async () => {
    interface Ahead {
      case: { upcoming: { at: string; causes: string[]; closes: { to: { id: string } }[] }[] };
    }
    const query = 'query ($id: ID!) { case(id: $id) { upcoming { at causes closes { to { id } } } } }';
    const { data } = await ella.ask<Ahead>({ name: 'Ella' }, query);
    const birthday = data.case.upcoming.find(({ at }) => Date.parse(at) === midnight);
    expect(birthday?.causes).toContain('YOUNG_PERSON_SIGNS');
    expect(birthday?.closes.map(({ to }) => to.id)).toContain(ella.young.agency('POLICE'));

    await ella.at(midnight - 20_000);
    expect(await policeRead()).toEqual(['first', 'after']);
    await ella.at(midnight);
    expect(await policeRead()).toEqual([]);
    notes['before her yes'] = await ella.note();
    await ella.form({ [ella.young.youngPersonId]: 'GRANTED' }, [TO_POLICE, TO_SCHOOL, REFUSED]);
    expect(await policeRead()).toEqual(['first', 'after']);
  });

  it('a form lasts six months: what was given at fifteen has ended long before eighteen, and is renewed by all three', async () => {
    await ella.at(eighteen - 30 * 86_400_000);
    expect(await policeRead()).toEqual([]);
    const all: Record<string, 'GRANTED'> = {
      [ella.young.youngPersonId]: 'GRANTED',
      [mother!]: 'GRANTED',
      [father!]: 'GRANTED',
    };
    await ella.form(all, [TO_POLICE, TO_SCHOOL]);
    expect(await policeRead()).toEqual(['first', 'after']);
  });

  it('at eighteen the guardians are none any more; what one had refused waits for her own word', async () => {
    await ella.at(eighteen - 20_000);
    const known = async (name: string): Promise<number> =>
      (await ella.ask<{ cases: { edges: object[] } }>({ name }, '{ cases { edges { node { id } } } }')).data.cases.edges
        .length;
    expect([await known('Ann-Sofie'), await known('Tobias')]).toEqual([1, 1]);
    expect([await policeRead(), await ella.isOpen(REFUSED)]).toEqual([['first', 'after'], false]);
    await ella.at(eighteen);
    expect([await known('Ann-Sofie'), await known('Tobias')]).toEqual([0, 0]);
    expect([await policeRead(), await ella.isOpen(REFUSED)]).toEqual([['first', 'after'], false]);
    await ella.form({ [ella.young.youngPersonId]: 'GRANTED' }, [REFUSED]);
    expect(await ella.isOpen(REFUSED)).toBe(true);
    expect((await ella.form({ [mother!]: 'GRANTED' }, [REFUSED])).errors?.[0]?.extensions.reason).toBe('notASigner');
  });
});
