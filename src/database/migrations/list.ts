import { RegistersAndCases } from './01-registers-and-cases.js';
import { ConsentAndRecord } from './02-consent-and-record.js';
import { Pieces } from './03-pieces.js';

/** In the order in which they are applied. The names are kept in the database: never rename one. */
export const MIGRATIONS = [
  { name: '01-registers-and-cases', class: RegistersAndCases },
  { name: '02-consent-and-record', class: ConsentAndRecord },
  { name: '03-pieces', class: Pieces },
] as const;
