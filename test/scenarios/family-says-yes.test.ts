import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';

/** Noel's consent runs; Hugo's has expired and his father refused the renewal. Here Hugo's family is asked anew, each for themselves. */
let app: TestApp;
let caseId: string;
let coordinator: Persona;
let hugo: Persona;
let mother: Persona;
let father: Persona;
let school: { id: string };
let police: { id: string };

beforeAll(async () => {
  app = await startTestApp();
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
  hugo = app.persona({ name: 'Hugo Silfverby' });
  mother = app.persona({ name: 'Malin Silfverby' });
  father = app.persona({ name: 'Robert Åhlander' });
  school = app.persona({ municipality: 'Uddevalla', name: 'Anders' }).agency!;
  police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' }).agency!;
  const { data } = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(
    coordinator.token,
    '{ cases(search: "Hugo") { edges { node { id } } } }',
  );
  caseId = data.cases.edges[0]!.node.id;
});
afterAll(() => app.stop());

const REQUEST = `id purpose until formVersion disputed scope { from { id } to { id } categories } information { language text }
  askedBy { id } answers { answer signer { personId role } at }`;
const ASK = `mutation Ask($input: AskForConsentInput!) { askForConsent(input: $input) { ${REQUEST} } }`;
const ANSWER = `mutation Answer($input: AnswerConsentRequestInput!) { answerConsentRequest(input: $input) { ${REQUEST} } }`;
const SEE = `query See($id: ID!) { case(id: $id) {
  consentRequests { ${REQUEST} }
  consents { decision purpose evidence { method formVersion language documentHash recordedBy { id } } signer { personId } }
  sharing { from { id } to { id } category open openEarlier } } }`;

interface Request {
  readonly id: string;
  readonly disputed: boolean;
  readonly information: { readonly language: string; readonly text: string }[];
  readonly answers: { readonly answer: string; readonly signer: { readonly personId: string } }[];
}
interface Seen {
  readonly consentRequests: Request[] | null;
  readonly consents:
    | {
        decision: string;
        evidence: { method: string; language: string; documentHash: string | null; recordedBy: object | null };
        signer: { personId: string };
      }[]
    | null;
  readonly sharing: { from: { id: string }; to: { id: string }; category: string; open: boolean }[] | null;
}

const INFORMATION = [
  { language: 'sv', text: 'Skolan får berätta för polisen om fritiden.' },
  { language: 'so', text: 'Dugsigu wuxuu booliska u sheegi karaa waqtiga firaaqada.' },
];

async function ask(more: object = {}): Promise<Request> {
  const { data, errors } = await app.ask<{ askForConsent: Request }>(coordinator.token, ASK, {
    input: {
      ...{
        requestId: crypto.randomUUID(),
        caseId,
        purpose: 'Fritiden efter skolan',
        formVersion: '2026-2',
        information: INFORMATION,
      },
      grants: [{ fromId: school.id, toId: police.id, categories: ['LEISURE'] }],
      ...more,
    },
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.askForConsent;
}

function answer({ token }: Persona, consentRequestId: string, given: string, more: object = {}) {
  const input = { requestId: crypto.randomUUID(), caseId, consentRequestId, answer: given, language: 'sv', ...more };
  return app.ask<{ answerConsentRequest: Request }>(token, ANSWER, { input });
}

async function seenBy({ token }: Persona): Promise<Seen> {
  const { data } = await app.ask<{ case: Seen }>(token, SEE, { id: caseId });
  return data.case;
}

async function isOpen(): Promise<boolean> {
  const { sharing } = await seenBy(coordinator);
  return sharing!.find(
    ({ from, to, category }) => from.id === school.id && to.id === police.id && category === 'LEISURE',
  )!.open;
}

test('each signer answers in their own sign-in; nothing opens before the last yes, and a no closes again', async () => {
  const { id, answers } = await ask();
  expect(answers.map((one) => one.answer)).toEqual(['NONE', 'NONE', 'NONE']);
  expect(await isOpen()).toBe(false);

  expect((await answer(mother, id, 'TALK_FIRST')).data.answerConsentRequest.disputed).toBe(false);
  expect((await answer(hugo, id, 'YES', { language: 'so' })).errors).toBeUndefined();
  expect((await answer(mother, id, 'YES')).errors).toBeUndefined();
  expect(await isOpen()).toBe(false);
  const no = await answer(father, id, 'NO', { reason: 'Jag vill inte att polisen är med.' });
  expect(no.data.answerConsentRequest.disputed).toBe(true);
  expect(await isOpen()).toBe(false);
  expect((await answer(father, id, 'YES')).data.answerConsentRequest.disputed).toBe(false);
  expect(await isOpen()).toBe(true);

  const { consentRequests, consents } = await seenBy(coordinator);
  const asked = consentRequests!.find((one) => one.id === id)!;
  expect(asked.information).toEqual(INFORMATION);
  expect(Object.fromEntries(asked.answers.map((one) => [one.signer.personId, one.answer]))).toEqual({
    [hugo.id]: 'YES',
    [mother.id]: 'YES',
    [father.id]: 'YES',
  });
  const own = consents!.filter(({ evidence }) => evidence.method === 'ELECTRONIC' && evidence.documentHash !== null);
  expect(own.map(({ decision, signer }) => [decision, signer.personId])).toEqual([
    ['GRANTED', hugo.id],
    ['GRANTED', mother.id],
    ['REFUSED', father.id],
    ['GRANTED', father.id],
  ]);
  expect(own.every(({ evidence }) => evidence.recordedBy === null)).toBe(true);
  expect(own[0]!.evidence.language).toBe('so');
  expect(own[0]!.evidence.documentHash).not.toBe(own[1]!.evidence.documentHash);
});

test('a reason is the signer’s own: no other signer, and not the coordinator, is shown it', async () => {
  const { id } = await ask();
  await answer(father, id, 'NO', { reason: 'Hemligt skäl om polisen' });
  for (const who of [mother, hugo, coordinator]) {
    const { text } = await app.ask(who.token, SEE, { id: caseId });
    expect(text).not.toContain('Hemligt skäl');
  }
});

test('whoever is no signer, not of the family, or of another case is refused, and professionals see no request', async () => {
  const { id } = await ask();
  const alva = app.persona({ name: 'Alva Nordfeldt' });
  expect((await answer(coordinator, id, 'YES')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await answer(alva, id, 'YES')).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  const officer = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  expect((await seenBy(officer)).consentRequests).toBeNull();
  const worker = app.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_WORKER' });
  expect((await seenBy(worker)).consentRequests).toBeNull();
});

test.each([
  ['no information', { information: [] }, 'informationOnceEach'],
  ['a language twice', { information: [INFORMATION[0], INFORMATION[0]] }, 'informationOnceEach'],
  ['an empty text', { information: [{ language: 'sv', text: '  ' }] }, 'textEmpty'],
  ['nothing to open', { grants: [] }, 'formNamesNothing'],
  ['an end in the past', { until: '2020-01-01T00:00:00Z' }, 'periodEmpty'],
  ['longer than the rules let one last', { until: '2040-01-01T00:00:00Z' }, 'consentTooLong'],
  ['no purpose', { purpose: ' ' }, 'textEmpty'],
])('a request with %s is refused', async (_, more, reason) => {
  await expect(ask(more)).rejects.toThrow(reason);
});

test.each([
  ['NONE', 'sv', 'answerMissing'],
  ['YES', 'fi', 'languageNotShown'],
])('the answer %s in %s is refused, and changes nothing', async (given, language, reason) => {
  const { id } = await ask();
  expect((await answer(mother, id, given, { language })).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', reason } },
  ]);
  const { consentRequests } = await seenBy(mother);
  expect(consentRequests!.find((one) => one.id === id)!.answers.map((one) => one.answer)).toEqual([
    'NONE',
    'NONE',
    'NONE',
  ]);
});
