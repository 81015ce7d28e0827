import { ageAt, turnsAt } from '../../src/core/calendar.js';
import { caseStatus } from '../../src/core/case-status.js';
import { midnightOf } from '../../src/core/calendar.js';
import type { CaseRows, DemoRows } from '../../src/demo/build-demo.js';

const MONTH = 31 * 24 * 60 * 60 * 1000;

/** A situation of the leaflets or the law, and how the data of a case show that it is there. */
const SITUATIONS: Readonly<Record<string, (rows: CaseRows, now: number) => boolean>> = {
  'blind proposal': ({ caseFile, identities, facts }) =>
    caseFile.status === 'PROPOSED' && identities.every(({ holderId }) => holderId !== facts.coordinatorAgencyId),
  declined: ({ caseFile }) => caseFile.status === 'DECLINED',
  paused: ({ facts }, now) => caseStatus(facts, now) === 'PAUSED',
  closed: ({ caseFile }) => caseFile.status === 'CLOSED',
  outcomes: ({ outcomes }) => outcomes.some(({ after }) => after !== null),
  refused: ({ statements }) => statements.some(({ decision }) => decision === 'REFUSED'),
  withdrawn: ({ statements }) => statements.some(({ decision }) => decision === 'WITHDRAWN'),
  expired: ({ statements }, now) =>
    statements.length > 0 && statements.every(({ until }) => until !== null && until <= now),
  renewed: ({ statements }, now) =>
    statements.some(({ decision, until }) => decision === 'GRANTED' && until !== null && until <= now) &&
    statements.some(({ decision, until }) => decision === 'GRANTED' && until !== null && until > now),
  'birthday at midnight': ({ story }, now) =>
    [15, 18].some((age) => {
      const turns = turnsAt(story.youngPerson.birthDate, age);
      return turns > now && turns - now < 3 * 86_400_000;
    }),
  'already 18': ({ story }, now) => ageAt(story.youngPerson.birthDate, now) >= 18,
  'confidentiality marking': ({ protections }) => protections.some(({ level }) => level === 'CONFIDENTIALITY_MARKING'),
  'protected registration': ({ protections }) => protections.some(({ level }) => level === 'PROTECTED_REGISTRATION'),
  'block by a signer': ({ blocks }) => blocks.some(({ bySignerId }) => bySignerId !== null),
  'block by a holder': ({ blocks }) => blocks.some(({ byHolderId }) => byHolderId !== null),
  'kept from a guardian': ({ notes, actions }) =>
    [...notes, ...actions].some(({ hiddenFromIds }) => hiddenFromIds.length > 0),
  'held back': ({ notes }) => notes.some(({ heldBack }) => heldBack),
  'custodian prevented': ({ custody }) => custody.some(({ preventedFrom }) => preventedFrom !== null),
  'custody ends soon': ({ custody }, now) =>
    custody.some(({ validUntil }) => validUntil !== null && midnightOf(validUntil) - now < MONTH),
  'several subjects': ({ notes }) => notes.some(({ subjectIds }) => subjectIds.length > 1),
  objection: ({ objections }) => objections.length > 0,
  'disclosed without consent': ({ disclosures }) => disclosures.length > 0,
  'other important person': ({ importantPersons }) => importantPersons.length > 0,
};

export const SITUATION_NAMES = Object.keys(SITUATIONS);

/** The situations that the data of one case show. */
export function situationsOf(rows: CaseRows, now: number): string[] {
  return SITUATION_NAMES.filter((name) => SITUATIONS[name]?.(rows, now));
}

/**
 * The table of the documentation: which case shows what. The year of a number is that of the first start, and the reference
 * of a case that is not taken on is random.
 */
export function demoTable({ municipalities }: DemoRows, now: number): string {
  const head = ['Municipality', 'Number', 'Young person', 'Shows', 'Situations in its data'];
  const lines = municipalities.flatMap(({ municipality, cases }) =>
    cases.map((rows) => [
      municipality.name,
      rows.caseFile.number.replace(/-\d{4}-|(?<=^F-).*/, (part) => (part.startsWith('-') ? '-…-' : '…')),
      `${rows.story.youngPerson.givenName} ${rows.story.youngPerson.familyName}`,
      rows.story.shows,
      situationsOf(rows, now).join(', '),
    ]),
  );
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
