import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKeys } from '../../src/crypto/keys.js';
import type { SigningKeys } from '../../src/crypto/keys.js';
import { receiptText } from '../../src/receipt/receipt-text.js';
import { publishedKey, signReceipt } from '../../src/receipt/sign-receipt.js';
import type { ReceiptStatement } from '../../src/receipt/statement.js';
import { EXIT, verifyReceiptCommand } from '../../src/receipt/verify-receipt-command.js';
import { verifyReceipt } from '../../src/receipt/verify-receipt.js';

const STATEMENT: ReceiptStatement = {
  ...{ municipality: 'Uddevalla', caseNumber: 'SIG-2026-011', consentId: 'c', sequence: 3, decision: 'GRANTED' },
  signer: { personId: 'm', role: 'GUARDIAN', name: 'Maria Ek' },
  subject: { personId: 'e', role: 'YOUNG_PERSON' },
  grants: [{ from: 'Skolan', to: 'Polisen', categories: ['SCHOOL_ATTENDANCE'] }],
  purpose: 'En samlad bild.\nGäller till: 2099-01-01',
  ...{ appliesFrom: '2026-03-01T11:00:00.000Z', until: null },
  dataPeriods: [{ from: null, until: '2026-06-01T00:00:00.000Z' }],
  evidence: { method: 'WRITTEN', formVersion: '1', language: 'sv', informedBy: 'Sara Ask', documentHash: null },
  ...{ recordedAt: '2026-03-01T11:00:00.000Z', issuedAt: '2026-03-02T11:00:00.000Z' },
};

let folder: string;
let keys: SigningKeys;
let others: SigningKeys;
let document: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipt-'));
  keys = (await loadKeys(join(folder, 'ours'))).record;
  others = (await loadKeys(join(folder, 'others'))).record;
  document = await signReceipt(STATEMENT, keys);
});
afterAll(() => rm(folder, { recursive: true }));

const check = (text: string, by = keys): ReturnType<typeof verifyReceipt> => verifyReceipt(text, [by.publicKey]);
const lineOf = (text: string): number => document.split('\n').findIndex((line) => line.startsWith(text)) + 1;

it('says in Swedish and English who stated what, one fact a line', () => {
  expect(receiptText(STATEMENT).split('\n')).toEqual(
    expect.arrayContaining([
      'Den som har sagt det: Maria Ek, Vårdnadshavare',
      'Från Skolan till Polisen: Skolnärvaro',
      'Ändamål: En samlad bild. Gäller till: 2099-01-01',
      'Gäller till: tills det återkallas eller ändras',
      'Bara det som registrerats: – 2026-06-01 02:00:00',
      'From Skolan to Polisen: School attendance',
      'Recorded, and its place in the ledger of the case: 2026-03-01 12:00:00, 3',
    ]),
  );
  expect(receiptText({ ...STATEMENT, grants: null, decision: 'WITHDRAWN' })).toContain(
    'Allt, mellan alla verksamheter',
  );
});

it('says in one line what parties may talk openly about, and what one of them may tell several', () => {
  const parties = ['Skolan', 'Polisen', 'Fritid'];
  const openly = parties.flatMap((from) =>
    parties.filter((to) => to !== from).map((to) => ({ from, to, categories: ['LEISURE', 'PLAN'] })),
  );
  const told = ['Polisen', 'Fritid'].map((to) => ({ from: 'Skolan', to, categories: ['SCHOOL_RESULTS'] }));
  const swedish = receiptText({ ...STATEMENT, grants: [...openly, ...told] }).split('\n');
  expect(swedish.filter((line) => /Skolan/.test(line)).slice(0, 2)).toEqual([
    'Får tala öppet med varandra: Skolan, Polisen, Fritid. Om: Fritid, Åtgärdsplan',
    'Från Skolan till Polisen, Fritid: Skolresultat',
  ]);
  // One pair short of open: nobody is said to have agreed to more than was ticked.
  expect(receiptText({ ...STATEMENT, grants: openly.slice(1) })).not.toContain('öppet');
});

it('is found whole with the published key, and of another with any other key', async () => {
  expect(await check(document)).toMatchObject({ content: { statement: STATEMENT } });
  expect(await verifyReceipt(document, [others.publicKey, keys.publicKey])).toMatchObject({
    keyId: expect.any(String) as string,
  });
  expect(await check(document, others)).toMatchObject({ fault: { kind: 'OTHER_KEY' } });
  const forged = await signReceipt({ ...STATEMENT, decision: 'REFUSED' }, others);
  expect(await check(forged)).toMatchObject({ fault: { kind: 'OTHER_KEY' } });
});

it('finds every byte that is changed, added or taken away', async () => {
  const unfound: string[] = [];
  for (let at = 0; at < document.length; at++) {
    const before = document.slice(0, at);
    const after = document.slice(at + 1);
    const changed = String.fromCharCode(document.charCodeAt(at) === 65 ? 66 : 65);
    for (const tampered of [before + changed + after, before + after]) {
      if (!('fault' in (await check(tampered)))) unfound.push(`${at}: ${document[at] ?? ''}`);
    }
  }
  for (const tampered of [`${document}\n`, `${document} `, ` ${document}`, document.trimEnd(), '', '\n']) {
    if (!('fault' in (await check(tampered)))) unfound.push(JSON.stringify(tampered.slice(0, 20)));
  }
  expect(unfound).toEqual([]);
}, 60_000);

it('names the line that was changed', async () => {
  const purpose = lineOf('Ändamål');
  expect(await check(document.replace('En samlad bild', 'Något annat'))).toEqual({
    fault: { kind: 'LINE', line: purpose },
  });
  const jws = document.split('\n').length - 1;
  expect(await check(document.replace(/.(?=\n$)/, ''))).toEqual({ fault: { kind: 'SIGNATURE', line: jws } });
});

describe('npm run verify-receipt', () => {
  async function run(text: string, key: object | null): Promise<[number, string]> {
    const [receipt, keyFile] = [join(folder, 'receipt.txt'), join(folder, 'key.json')];
    await writeFile(receipt, text);
    if (key !== null) await writeFile(keyFile, JSON.stringify(key));
    const said: string[] = [];
    const code = await verifyReceiptCommand([receipt, ...(key === null ? [] : ['--key', keyFile])], (line) =>
      said.push(line),
    );
    return [code, said.join('\n')];
  }

  it('prints what a whole receipt says, and how far that is proven', async () => {
    const [code, said] = await run(document, { keys: [{ ...(await publishedKey(keys.publicKey)), use: 'sig' }] });
    expect([code, said]).toEqual([EXIT.proven, expect.stringContaining('Maria Ek') as string]);
    expect((await run(document, keys.publicKey))[0]).toBe(EXIT.proven);
    const [unproven, words] = await run(document, null);
    expect([unproven, words]).toEqual([EXIT.unproven, expect.stringContaining('Ange --key') as string]);
  });

  it('prints which line is wrong, and nothing of what it says', async () => {
    const [code, said] = await run(document.replace('Polisen', 'Fritiden'), keys.publicKey);
    expect([code, said]).toEqual([
      EXIT.wrong,
      `Rad ${lineOf('Från Skolan')} är ändrad. / Line ${lineOf('Från Skolan')} was changed.`,
    ]);
    expect((await run(document, others.publicKey))[0]).toBe(EXIT.wrong);
    expect((await run('Hej', keys.publicKey))[0]).toBe(EXIT.wrong);
  });

  it('refuses what it is not given', async () => {
    await expect(run(document, { keys: [] })).rejects.toThrow('is no published key');
    await expect(verifyReceiptCommand([], () => undefined)).rejects.toThrow('Give one receipt');
    await expect(verifyReceiptCommand([join(folder, 'none')], () => undefined)).rejects.toThrow('cannot be read');
  });
});
