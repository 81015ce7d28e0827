import type { Language } from './message-text.js';

/** What the page of a report says beside the names of what it counts. */
interface ReportPageTexts {
  readonly title: string;
  readonly term: string;
  readonly meaning: string;
  readonly notTold: string;
  readonly untold: string;
  readonly whyUntold: string;
}

export const REPORT_PAGE_TEXTS: Readonly<Record<Language, ReportPageTexts>> = {
  sv: {
    title: 'Sociala insatsgrupper i siffror',
    term: 'Terminen',
    meaning:
      'Streckad ruta: visas inte. Det kan vara noll, få, eller så många att det skulle säga något om andra. Rapporten ändras inte sedan den publicerats.',
    notTold: 'visas inte',
    untold: 'Visas inte för terminen',
    whyUntold: 'Det finns inget att visa, eller så är det för få ungdomar för att någon del ska kunna visas.',
  },
  en: {
    title: 'Social intervention groups in numbers',
    term: 'The term',
    meaning:
      'A dashed box is not told: it may be none, few, or as many as would tell something of others. The report has not changed since it was published.',
    notTold: 'not told',
    untold: 'Not told of the term',
    whyUntold: 'There is nothing to tell, or too few young persons for any part to be told.',
  },
};
