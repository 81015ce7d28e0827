import type { MutationRow } from './mutation-row.js';
import type { MutationWorld } from './mutation-world.js';

const PRINCIPAL = { profession: 'PRINCIPAL' };

function decision({ alva, persona }: MutationWorld): { input: object } {
  const until = new Date(Date.now() + 14 * 86_400_000).toISOString();
  return {
    input: {
      ...{ caseId: alva.id, recipientId: persona({ profession: 'UNIT_MANAGER' }).id, ground: 'SOL_19_1' },
      ...{ reasons: 'Skolan ska anmäla.', about: 'Alva', situations: ['SCHOOL_ATTENDANCE'], until },
    },
  };
}

/** Disclosures without consent. */
export const DISCLOSURE_ROWS: readonly MutationRow[] = [
  { field: 'discloseWithoutConsent', by: PRINCIPAL, forbiddenTo: 'GUARDIAN', refusedIn: [], change: decision },
  {
    field: 'endDisclosure',
    by: PRINCIPAL,
    forbiddenTo: 'YOUNG_PERSON',
    refusedIn: [],
    change: async (world) => {
      const disclosureId = await world.made(PRINCIPAL, 'discloseWithoutConsent', decision(world));
      return { input: { caseId: world.alva.id, disclosureId } };
    },
  },
];
