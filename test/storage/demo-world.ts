import { randomUUID } from 'node:crypto';
import type { AgencyFact } from '../../src/core/case-facts.js';
import type { AgencyId } from '../../src/core/ids.js';
import type { Instant } from '../../src/core/period.js';
import type { StaffViewer } from '../../src/core/viewer.js';
import { buildDemo, type CaseRows, type DemoRows } from '../../src/demo/build-demo.js';
import { wholeKey, type Sealer } from '../../src/crypto/encryption.js';
import { STORIES } from '../../src/demo/stories.js';
import type { AgencyKey, ProfessionalKey } from '../../src/demo/story.js';

/** A Sunday afternoon in November, so that the weekend rule is at work. */
export const NOW: Instant = Date.parse('2026-11-22T14:30:00Z');

/** Leaves everything as it is. */
const UNSEALED: Sealer = {
  newCaseKey: () => ({ key: wholeKey(Buffer.alloc(32)), wrapped: Buffer.alloc(0) }),
  unwrap: () => wholeKey(Buffer.alloc(32)),
  seal: (_key, plain) => Buffer.from(plain),
  open: (_key, sealed) => sealed.toString(),
};

/** The demo data with nothing sealed. */
export function demoRows(now: Instant = NOW): DemoRows {
  return buildDemo(STORIES, {
    now,
    newId: () => randomUUID(),
    sealMinutes: (_meetingId, text) => Buffer.from(text),
    sealer: UNSEALED,
    identityHash: (number) => number,
  });
}

export type DemoMunicipality = DemoRows['municipalities'][number];

export function municipality(rows: DemoRows, name: string): DemoMunicipality {
  const found = rows.municipalities.find((each) => each.municipality.name === name);
  if (found === undefined) throw new Error(`No municipality ${name}`);
  return found;
}

/** The case of the young person with this given name. */
export function caseOf(rows: DemoMunicipality, givenName: string): CaseRows {
  const found = rows.cases.find(({ story }) => story.youngPerson.givenName === givenName);
  if (found === undefined) throw new Error(`No case of ${givenName}`);
  return found;
}

/** Somebody of the municipality's staff, as the core knows who asks. */
export function staff(rows: DemoMunicipality, key: ProfessionalKey): StaffViewer {
  const { id, professionalId, agencyId, municipalityId, capacity } = rows.roleTerm(key);
  if (capacity !== 'PROFESSIONAL' && capacity !== 'COORDINATOR') throw new Error(`${key} sees no case`);
  return { capacity, roleTermId: id, professionalId, agencyId: agencyId as AgencyId, municipalityId };
}

/** How a story names an agency. */
export function agencyKey(rows: DemoMunicipality, id: AgencyFact['id']): AgencyKey {
  const keys = ['socialServices', 'school', 'studentHealth', 'upperSecondary', 'leisure', 'police'] as const;
  const key = keys.find((each) => rows.agencyId(each) === id);
  if (key === undefined) throw new Error(`No agency ${id}`);
  return key;
}
