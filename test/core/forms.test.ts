import { requireEvidence } from '../../src/core/consent-evidence.js';
import type { FormEvidence } from '../../src/core/consent-evidence.js';
import { requireId, requireRequestId } from '../../src/core/ids.js';
import { formAtConfirmation } from '../../src/core/pending-form.js';
import type { PendingForm } from '../../src/core/pending-form.js';
import { requireText, tidyText } from '../../src/core/free-text.js';
import {
  custody,
  ELSA,
  elsasCase,
  grant,
  JOHAN,
  MARIA,
  midnight,
  NILS,
  noon,
  POLICE,
  refuses,
  SCHOOL,
} from '../support/core-fixtures.js';
import { refused } from '../support/refused.js';

describe('what a form must bring to count as evidence', () => {
  const whole: FormEvidence = {
    ...{ purpose: 'SIG i Vellinge', method: 'WRITTEN', formVersion: '2026-1', language: 'sv' },
    ...{ hasWitness: false, documentHash: null },
  };
  const hash = 'aB3'.repeat(21) + '0';
  test.each<[string, Partial<FormEvidence>, string | null]>([
    ['all of it', {}, null],
    ['a purpose of 4,000 characters', { purpose: 'x'.repeat(4_000) }, null],
    ['one of 4,001', { purpose: 'x'.repeat(4_001) }, 'evidenceIncomplete'],
    ['no purpose but blanks', { purpose: '  ' }, 'evidenceIncomplete'],
    ['no version of the form', { formVersion: '' }, 'evidenceIncomplete'],
    ['a language of three letters', { language: 'rmy' }, null],
    ['one with script and country', { language: 'sr-Latn-RS' }, null],
    ['one letter', { language: 's' }, 'languageUnknown'],
    ['four letters', { language: 'sven' }, 'languageUnknown'],
    ['a name', { language: 'Svenska' }, 'languageUnknown'],
    ['capital letters', { language: 'SV' }, 'languageUnknown'],
    ['a part of one letter', { language: 'sv-S' }, 'languageUnknown'],
    ['a part of nine', { language: 'sv-abcdefghi' }, 'languageUnknown'],
    ['an underscore', { language: 'sv-S_' }, 'languageUnknown'],
    ['something before it', { language: ' sv' }, 'languageUnknown'],
    ['something behind it', { language: 'sv ' }, 'languageUnknown'],
    ['a word without a witness', { method: 'ORAL_WITNESSED' }, 'witnessMissing'],
    ['a word with one', { method: 'ORAL_WITNESSED', hasWitness: true }, null],
    ['a hash', { documentHash: hash }, null],
    ['one that is too short', { documentHash: hash.slice(1) }, 'hashMalformed'],
    ['one that is too long', { documentHash: `${hash}0` }, 'hashMalformed'],
    ['one with another letter', { documentHash: `${hash.slice(1)}g` }, 'hashMalformed'],
    ['something before it', { documentHash: ` ${hash}` }, 'hashMalformed'],
  ])('%s', (_, more, reason) => {
    expect(refused(() => requireEvidence({ ...whole, ...more }))).toBe(reason && `BAD_USER_INPUT ${reason}`);
  });
});

describe('a form that waited for a second person', () => {
  const ENTERED = noon('2026-02-01');
  const AT = noon('2026-02-03');
  const form: PendingForm = {
    ...{ subjectId: ELSA, signerIds: [MARIA, JOHAN], grants: [grant(['PLAN', 'LEISURE'])] },
    ...{ appliesFrom: null, until: null, dataPeriods: null },
  };
  const waiting = { enteredAt: ENTERED, lapsesAt: noon('2026-02-15') };
  const confirmed = (more: Partial<PendingForm> = {}, facts = elsasCase(), at = AT) =>
    formAtConfirmation(facts, { ...form, ...more }, waiting, at);

  test('applies from the confirmation at the earliest, and from the day that was asked for at the latest', () => {
    const from = (appliesFrom: number | null): number => confirmed({ appliesFrom }).appliesFrom;
    expect([null, ENTERED, AT, AT + 1].map(from)).toEqual([AT, AT, AT, AT + 1]);
  });

  test('names its cells in the order of the list', () => {
    expect(confirmed().grants).toEqual([grant(['LEISURE', 'PLAN'])]);
    expect(refused(() => confirmed({ grants: [grant(['PLAN'], SCHOOL, 'gone' as typeof POLICE)] }))).toBe(
      'BAD_USER_INPUT agencyUnknown',
    );
  });

  const prevented = [custody(MARIA), custody(JOHAN, { preventedFrom: '2026-02-02' })];
  test.each<[string, () => unknown, string | null]>([
    ['a moment before it lapses', () => confirmed({}, elsasCase(), waiting.lapsesAt - 1), null],
    ['when it lapses', () => confirmed({}, elsasCase(), waiting.lapsesAt), 'formLapsed'],
    ['after a no', () => confirmed({}, elsasCase({ said: [refuses(JOHAN, AT)] })), 'formOvertaken'],
    ['when a signer is prevented', () => confirmed({}, elsasCase({ custody: prevented })), 'signersChanged'],
    ['by those who still sign', () => confirmed({ signerIds: [MARIA] }, elsasCase({ custody: prevented })), null],
    ['about a guardian, whose consent is no matter here', () => confirmed({ subjectId: JOHAN }), 'signersChanged'],
    ['about a brother, by his custodian', () => confirmed({ subjectId: NILS, signerIds: [MARIA] }), null],
    ['a moment before its end', () => confirmed({ until: AT + 1 }), null],
    ['at its end', () => confirmed({ until: AT }), 'formOver'],
    ['with an end before its start', () => confirmed({ appliesFrom: AT + 5, until: AT + 5 }), 'formOver'],
  ])('%s', (_, act, reason) => {
    expect(refused(act)).toBe(reason && `INVALID_STATE ${reason}`);
  });

  test('at 18 only she herself', () => {
    const facts = elsasCase({ born: '2008-02-02' });
    expect(refused(() => confirmed({}, facts, midnight('2026-02-02')))).toBe('INVALID_STATE signersChanged');
  });
});

describe('what a client sends', () => {
  const uuid = 'A1B2C3D4-0000-4000-8000-0123456789ab';
  test('an id is a UUID, in small letters', () => {
    expect(requireId(uuid)).toBe('a1b2c3d4-0000-4000-8000-0123456789ab');
    for (const wrong of [`${uuid}0`, ` ${uuid}`, uuid.slice(1), uuid.replaceAll('-', ''), uuid.replace('A', 'g'), '']) {
      expect(refused(() => requireId(wrong))).toBe('BAD_USER_INPUT idMalformed');
    }
  });

  test('a request id is up to 200 visible characters', () => {
    for (const right of ['!', '~', 'x'.repeat(200)]) expect(refused(() => requireRequestId(right))).toBeNull();
    for (const wrong of ['', ' a', 'a ', 'a b', 'å', 'x'.repeat(201), 'a\n']) {
      expect(refused(() => requireRequestId(wrong))).toBe('BAD_USER_INPUT requestIdMalformed');
    }
  });

  test('a text is kept without the blanks round it, and is neither empty nor endless', () => {
    expect(requireText('  Läxhjälp\n')).toBe('Läxhjälp');
    expect(refused(() => requireText(' \n\t'))).toBe('BAD_USER_INPUT textEmpty');
    expect(refused(() => requireText(' 1234567890 ', 10))).toBeNull();
    expect(refused(() => requireText('x'.repeat(11), 10))).toBe('BAD_USER_INPUT textTooLong 10');
    expect([10_000, 10_001].map((length) => refused(() => requireText('x'.repeat(length))))).toEqual([
      null,
      'BAD_USER_INPUT textTooLong 10000',
    ]);
  });

  test('a text is what a keyboard writes', () => {
    for (const right of ['två\nrader\noch\ten tabb', '👍🏽', '']) expect(tidyText(right)).toBe(right);
    for (const wrong of ['\u0000', 'a\u0007', '\u007f', '\ud83d', 'x\udc4d']) {
      expect(refused(() => tidyText(wrong))).toMatch(/^BAD_USER_INPUT textUnreadable /);
    }
  });
});
