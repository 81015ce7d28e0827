import type { Language } from './message-text.js';

/** What the page of a report says beside the names of what it counts. */
interface ReportPageTexts {
  readonly title: string;
  readonly term: string;
  readonly meaning: string;
  readonly notTold: string;
  readonly nothing: string;
}

export const REPORT_PAGE_TEXTS: Readonly<Record<Language, ReportPageTexts>> = {
  sv: {
    title: 'Sociala insatsgrupper i siffror',
    term: 'Terminen',
    meaning:
      'Streckad ruta: visas inte. Det kan vara noll, få, eller så många att det skulle säga något om andra. Rapporten ändras inte sedan den publicerats.',
    notTold: 'visas inte',
    nothing: 'Inget att redovisa.',
  },
  en: {
    title: 'Social intervention groups in numbers',
    term: 'The term',
    meaning:
      'A dashed box is not told: it may be none, few, or as many as would tell something of others. The report has not changed since it was published.',
    notTold: 'not told',
    nothing: 'Nothing to report.',
  },
};
