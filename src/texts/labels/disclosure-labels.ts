import type { DISCLOSURE_GROUNDS } from '../../core/disclosure.js';
import { named } from './label.js';
import type { LabelsOf } from './label.js';

/** The grounds on which a holder may disclose without consent. */
export const DISCLOSURE_LABELS = {
  DisclosureGround: {
    OSL_10_2: named('Nödvändigt för den egna verksamheten', 'Necessary for the own work'),
    OSL_10_15_A: named('Förebygga eller utreda brott', 'To prevent or investigate crime'),
    OSL_10_18_A: named('Risk att en ung begår brott, till polisen', 'Risk that a young person offends, to the police'),
    OSL_10_27: named('Generalklausulen', 'The general clause'),
    LAG_2025_170_4: named('Kontaktuppgifter på begäran av polisen', 'Contact data at the request of the police'),
    LAG_2025_170_6: named('Kommunens uppgifter för brottsbekämpning', "A municipality's data for fighting crime"),
    LAG_2025_170_7: named('Rektorns uppgifter för brottsbekämpning', "A principal's data for fighting crime"),
    SOL_19_1: named('Orosanmälan till socialnämnden', 'Report of concern to social services'),
    SOL_20_6: named('Uppgifter till en inledd utredning', 'Data for an inquiry that is open'),
  } satisfies LabelsOf<typeof DISCLOSURE_GROUNDS>,
};
