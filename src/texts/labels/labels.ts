import type { Language } from '../message-text.js';
import { CONSENT_LABELS } from './consent-labels.js';
import { DISCLOSURE_LABELS } from './disclosure-labels.js';
import type { Label } from './label.js';
import { PEOPLE_LABELS } from './people-labels.js';
import { PROPOSAL_LABELS } from './proposal-labels.js';
import { REASON_LABELS } from './reason-labels.js';
import { REPORT_LABELS } from './report-labels.js';
import { WORK_LABELS } from './work-labels.js';

/** By the enum's name in the schema, then by value. A test sees that no value of the schema is missing. */
export const LABELS: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  ...PEOPLE_LABELS,
  ...CONSENT_LABELS,
  ...DISCLOSURE_LABELS,
  ...PROPOSAL_LABELS,
  ...WORK_LABELS,
  ...REASON_LABELS,
  ...REPORT_LABELS,
};

/** One value in one language. */
export interface SpokenLabel {
  readonly value: string;
  readonly label: string;
  readonly explanation: string | null;
}

/** Every value of one enum; none for an enum that there is not. */
export function labelsOf(enumName: string, language: Language): readonly SpokenLabel[] {
  const labels = Object.hasOwn(LABELS, enumName) ? LABELS[enumName] : undefined;
  return Object.entries(labels ?? {}).map(([value, { name, explanation }]) => ({
    value,
    label: name[language],
    explanation: explanation?.[language] ?? null,
  }));
}
