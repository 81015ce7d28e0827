import { localDate, midnightOf } from '../../src/core/calendar.js';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { consentStory } from '../support/consent-story.js';
import type { ConsentStory, NamedCell } from '../support/consent-story.js';

/**
 * The page of Uddevalla: the young person signs always, the guardians too until 18. Melvin turns 18 at the coming midnight;
 * fifteen, which turns much elsewhere, turns nothing here.
 */
let app: TestApp;
let melvin: ConsentStory;
let [mother, father]: string[] = [];
let himself: string;
let midnight: number;

const TO_POLICE: NamedCell = ['LEISURE', 'POLICE', 'HEALTH'];
const LEISURE_TO_POLICE: NamedCell = ['LEISURE', 'POLICE', 'LEISURE'];
const LEISURE_TO_SOCIAL: NamedCell = ['LEISURE', 'SOCIAL_SERVICES', 'LEISURE'];
const REFUSED: NamedCell = ['SOCIAL_SERVICES', 'LEISURE', 'HEALTH'];

beforeAll(async () => {
  app = await startTestApp();
  melvin = await consentStory(app, 'Uddevalla', 'Melvin');
  [mother, father] = melvin.young.guardianIds as [string, string];
  himself = melvin.young.youngPersonId;
  midnight = midnightOf(localDate(Date.now() + 86_400_000));
  await melvin.at(midnight - 3_600_000);
});
afterAll(() => app.stop());

describe('the story of Melvin, told in order', () => {
  const notes: Record<string, string> = {};
  const policeRead = async (): Promise<string[]> => {
    const read = await Promise.all(
      Object.entries(notes).map(async ([when, id]) => [when, await melvin.reads('POLICE_OFFICER', id)]),
    );
    return read.filter(([, yes]) => yes === true).map(([when]) => String(when));
  };

  it('needs all three names on the form: neither the guardians’ nor his own is enough', async () => {
    await melvin.form({ [mother!]: 'GRANTED', [father!]: 'GRANTED' }, [TO_POLICE]);
    expect(await melvin.isOpen(TO_POLICE)).toBe(false);
    await melvin.form({ [himself]: 'GRANTED' }, [TO_POLICE]);
    expect(await melvin.isOpen(TO_POLICE)).toBe(true);
    await melvin.form({ [himself]: 'GRANTED', [mother!]: 'GRANTED', [father!]: 'GRANTED' }, [
      LEISURE_TO_POLICE,
      LEISURE_TO_SOCIAL,
    ]);
    notes['first'] = await melvin.note();
    expect(await policeRead()).toEqual(['first']);
  });

  it('he takes one category back from the police, himself and at once, and social services still read', async () => {
    expect((await melvin.takesBack({ name: 'Melvin' }, [LEISURE_TO_POLICE])).errors).toBeUndefined();
    notes['in the gap'] = await melvin.note();
    expect(await policeRead()).toEqual([]);
    expect(await melvin.reads('SOCIAL_WORKER', notes['in the gap'])).toBe(true);
    expect(await melvin.isOpen(TO_POLICE)).toBe(true);
  });

  it('a later yes does not open what was written in the gap', async () => {
    await melvin.form({ [himself]: 'GRANTED' }, [LEISURE_TO_POLICE]);
    notes['after'] = await melvin.note();
    expect(await policeRead()).toEqual(['first', 'after']);
  });

  it('his father refuses one thing, which his own yes and his mother’s do not open', async () => {
    await melvin.form({ [himself]: 'GRANTED', [mother!]: 'GRANTED', [father!]: 'REFUSED' }, [REFUSED]);
    expect(await melvin.isOpen(REFUSED)).toBe(false);
  });

  it('at eighteen what all had opened goes on, and what was refused waits for a new word of his', async () => {
    await melvin.at(midnight - 20_000);
    const before = [await policeRead(), await melvin.isOpen(TO_POLICE), await melvin.isOpen(REFUSED)];
    expect(before).toEqual([['first', 'after'], true, false]);
    await melvin.at(midnight);
    expect([await policeRead(), await melvin.isOpen(TO_POLICE), await melvin.isOpen(REFUSED)]).toEqual(before);
    await melvin.form({ [himself]: 'GRANTED' }, [REFUSED]);
    expect(await melvin.isOpen(REFUSED)).toBe(true);
  });
});

describe('the story of Alva, who turns fifteen', () => {
  const noted: string[] = [];
  let alva: ConsentStory;
  let signs: Record<'herself' | 'mother' | 'father', string>;
  const opened = async (): Promise<boolean[]> => [
    await alva.isOpen(LEISURE_TO_POLICE),
    await alva.isOpen(TO_POLICE),
    await alva.reads('POLICE_OFFICER', noted[0]!),
  ];

  beforeAll(async () => {
    await melvin.at(midnight + 3_600_000);
    alva = await consentStory(app, 'Uddevalla', 'Alva');
    const [one, two] = alva.young.guardianIds as [string, string];
    signs = { herself: alva.young.youngPersonId, mother: one, father: two };
    const birthday = localDate(midnight + 86_400_000 + 43_200_000);
    const born = `${Number(birthday.slice(0, 4)) - 15}${birthday.slice(4)}`;
    await asOwner(app.database.login, (client) =>
      client.query('update person set birth_date = $1 where id = $2', [born, signs.herself]),
    );
    // All three give one thing; about the other she says no, which her guardians' yes does not outweigh at any age.
    await alva.form({ [signs.herself]: 'GRANTED', [signs.mother]: 'GRANTED', [signs.father]: 'GRANTED' }, [
      LEISURE_TO_POLICE,
    ]);
    await alva.form({ [signs.herself]: 'REFUSED', [signs.mother]: 'GRANTED', [signs.father]: 'GRANTED' }, [TO_POLICE]);
    noted.push(await alva.note());
  });

  it('opens and closes nothing by it: she has signed all along, and her guardians go on signing', async () => {
    const fifteen = midnightOf(localDate(midnight + 86_400_000 + 43_200_000));
    await alva.at(fifteen - 20_000);
    expect(await opened()).toEqual([true, false, true]);
    await alva.at(fifteen);
    expect(await opened()).toEqual([true, false, true]);
    await alva.form({ [signs.herself]: 'GRANTED', [signs.mother]: 'GRANTED', [signs.father]: 'REFUSED' }, [TO_POLICE]);
    expect(await opened()).toEqual([true, false, true]);
    await alva.form({ [signs.father]: 'GRANTED' }, [TO_POLICE]);
    expect(await opened()).toEqual([true, true, true]);
  });
});
