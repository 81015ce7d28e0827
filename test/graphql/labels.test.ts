import { isEnumType } from 'graphql';
import { ERROR_CODES } from '../../src/core/errors.js';
import { LABELS } from '../../src/texts/labels/labels.js';
import { createSchema } from '../../src/api/schema.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';

interface Labels {
  labels: { name: string; values: { value: string; label: string; explanation: string | null }[] }[];
}
const LABELS_QUERY = '{ labels { name values { value label explanation } } }';
const REASONS = ['WithheldReason', 'StreamEndReason', 'ResyncCause', 'Obstacle', 'ErrorCode'];

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('has a text in both languages for every value of every enum of the schema', async () => {
  const { schema } = await createSchema();
  const enums = Object.values(schema.getTypeMap()).filter((type) => isEnumType(type) && !type.name.startsWith('__'));
  const values = enums.flatMap((type) =>
    isEnumType(type) ? type.getValues().map(({ name }) => [type.name, name] as const) : [],
  );
  expect(values.length).toBeGreaterThan(100);
  expect(values.filter(([type, value]) => LABELS[type]?.[value] === undefined)).toEqual([]);
  const known = new Set(enums.map(({ name }) => name));
  expect(Object.keys(LABELS).filter((name) => !known.has(name))).toEqual(['ErrorCode']);
});

it('says in each language something else than the value, and explains every reason', () => {
  const all = Object.entries(LABELS).flatMap(([type, values]) =>
    Object.entries(values).map(([value, label]) => ({ type, value, ...label })),
  );
  const texts = all.flatMap(({ name, explanation }) => [name, ...(explanation === undefined ? [] : [explanation])]);
  expect(
    texts.filter(({ sv, en }) => ![sv, en].every((text) => /^\p{Lu}.+[^ ]$/u.test(text) && !/ {2}|[{}]/.test(text))),
  ).toEqual([]);
  expect(texts.filter(({ sv, en }) => sv === en)).toEqual([]);
  const unexplained = all.filter(({ type, explanation }) => REASONS.includes(type) && explanation === undefined);
  expect(unexplained).toEqual([]);
});

it.each(['STEERING_MEMBER', 'YOUNG_PERSON', 'POLICE_OFFICER'])(
  'tells a %s the same labels, in their language',
  async (who) => {
    const persona = app.personas.find(({ capacity, profession }) => capacity === who || profession === who)!;
    const [swedish, english] = await Promise.all(
      ['sv', 'en'].map((language) => app.ask<Labels>(persona.token, LABELS_QUERY, {}, { 'accept-language': language })),
    );
    const textOf = (data: Labels, type: string, value: string): string | undefined =>
      data.labels.find(({ name }) => name === type)?.values.find((each) => each.value === value)?.label;
    expect(textOf(swedish!.data, 'Profession', 'FIELD_SECRETARY')).toBe('Fältsekreterare');
    expect(textOf(english!.data, 'Profession', 'FIELD_SECRETARY')).toBe('Field secretary');
    const codes = swedish!.data.labels.find(({ name }) => name === 'ErrorCode')!.values.map(({ value }) => value);
    expect(codes).toEqual(ERROR_CODES);
  },
);

it('tells one label, and none where there is no such value', async () => {
  const { token } = app.persona({ municipality: 'Vellinge', capacity: 'GUARDIAN' });
  const { data, errors } = await app.ask(
    token,
    '{ one: label(enum: "CaseStatus", value: "PAUSED") { label explanation } none: label(enum: "constructor", value: "name") { label } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    one: { label: 'Vilande', explanation: expect.stringContaining('samtycke') as string },
    none: null,
  });
});
