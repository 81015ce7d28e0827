import { LABELS } from '../texts/labels/labels.js';
import type { Language } from '../texts/message-text.js';
import { grantsByParties } from './grants-by-parties.js';
import type { ReceiptStatement } from './statement.js';

const WORDS = {
  sv: {
    title: 'KVITTO PÅ ETT STÄLLNINGSTAGANDE OM SAMTYCKE',
    place: 'Kommun och ärende',
    signer: 'Den som har sagt det',
    subject: 'Uppgifterna handlar om',
    decision: 'Ställningstagande',
    everything: 'Allt, mellan alla verksamheter',
    grant: (from: string, to: string) => `Från ${from} till ${to}`,
    among: (parties: string) => `Får tala öppet med varandra: ${parties}. Om`,
    purpose: 'Ändamål',
    applies: 'Gäller från',
    until: 'Gäller till',
    noEnd: 'tills det återkallas eller ändras',
    data: 'Bara det som registrerats',
    evidence: 'Hur det lämnades',
    form: 'Blankettens version och språk',
    informedBy: 'Informerade',
    hash: 'Det inlästa dokumentet (SHA-256)',
    recorded: 'Registrerat, och plats i ärendets bok',
    issued: 'Kvittot utfärdat',
    end: 'Ett samtycke kan alltid återkallas. Återkallelsen registreras för sig och ger ett eget kvitto.',
  },
  en: {
    title: 'RECEIPT OF A STATEMENT ABOUT CONSENT',
    place: 'Municipality and case',
    signer: 'Who stated it',
    subject: 'The information is about',
    decision: 'Statement',
    everything: 'Everything, between all agencies',
    grant: (from: string, to: string) => `From ${from} to ${to}`,
    among: (parties: string) => `May talk openly with one another: ${parties}. About`,
    purpose: 'Purpose',
    applies: 'Applies from',
    until: 'Applies until',
    noEnd: 'it is withdrawn or changed',
    data: 'Only what was recorded',
    evidence: 'How it was given',
    form: 'Version and language of the form',
    informedBy: 'Informed by',
    hash: 'The scanned document (SHA-256)',
    recorded: 'Recorded, and its place in the ledger of the case',
    issued: 'Receipt issued',
    end: 'A consent can always be withdrawn. The withdrawal is recorded by itself and has a receipt of its own.',
  },
} as const;

/** The receipt as a person reads it, in Swedish and then in English; one fact a line. */
export function receiptText(statement: ReceiptStatement): string {
  return [...lines(statement, 'sv'), '', ...lines(statement, 'en')].join('\n');
}

function lines(statement: ReceiptStatement, language: Language): string[] {
  const words = WORDS[language];
  const label = (type: string, value: string): string => LABELS[type]?.[value]?.name[language] ?? value;
  const { signer, subject, grants, purpose, dataPeriods, evidence } = statement;
  const said = (name: string, value: string | null): string[] => (value === null ? [] : [`${name}: ${oneLine(value)}`]);
  return [
    words.title,
    ...said(words.place, `${statement.municipality}, ${statement.caseNumber}`),
    ...said(words.signer, [signer.name, label('SignerRole', signer.role)].filter((part) => part !== null).join(', ')),
    ...said(words.subject, label('SignerRole', subject.role)),
    ...said(words.decision, label('ConsentDecision', statement.decision)),
    ...(grants === null ? [words.everything] : []),
    ...grantsByParties(grants ?? []).map((grant) => {
      const about = grant.categories.map((category) => label('InformationCategory', category)).join(', ');
      const who = 'among' in grant ? words.among(grant.among.join(', ')) : words.grant(grant.from, grant.to.join(', '));
      return oneLine(`${who}: ${about}`);
    }),
    ...said(words.purpose, purpose),
    ...said(words.applies, swedishTime(statement.appliesFrom)),
    ...said(words.until, statement.until === null ? words.noEnd : swedishTime(statement.until)),
    ...(dataPeriods ?? []).flatMap(({ from, until }) => said(words.data, `${timeOrNone(from)} – ${timeOrNone(until)}`)),
    ...said(words.evidence, label('ConsentMethod', evidence.method)),
    ...said(words.form, evidence.formVersion === '' ? null : `${evidence.formVersion}, ${evidence.language}`),
    ...said(words.informedBy, evidence.informedBy),
    ...said(words.hash, evidence.documentHash),
    ...said(words.recorded, `${swedishTime(statement.recordedAt)}, ${statement.sequence}`),
    ...said(words.issued, swedishTime(statement.issuedAt)),
    words.end,
  ];
}

/** A text that somebody wrote must not look like further lines of the receipt. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
});

function swedishTime(instant: string): string {
  return TIME.format(new Date(instant));
}

function timeOrNone(instant: string | null): string {
  return instant === null ? '' : swedishTime(instant);
}
