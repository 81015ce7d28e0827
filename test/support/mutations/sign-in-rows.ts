import type { MutationRow } from './mutation-row.js';

let made = 0;

/** By which sign-in somebody comes in. */
export const SIGN_IN_ROWS: readonly MutationRow[] = [
  {
    field: 'setProfessionalSignIn',
    by: { capacity: 'ADMINISTRATOR' },
    forbiddenTo: 'COORDINATOR',
    refusedIn: [],
    of: null,
    writes: 'identity where professional_id is not null and valid_until is null',
    again: 'SAME',
    change: async ({ owner, persona }) => {
      await owner('delete from identity where professional_id is not null');
      made += 1;
      const signIn = { kind: 'HSA_ID', value: `SE2120001397-${made}` };
      return { input: { professionalId: persona({ profession: 'LEISURE_LEADER' }).id, signIn } };
    },
  },
  {
    field: 'setPersonSignIn',
    by: { capacity: 'COORDINATOR' },
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: ['PROPOSED', 'DECLINED'],
    change: async ({ alva, owner }) => {
      await owner('delete from identity where case_id = $1', [alva.id]);
      return { input: { caseId: alva.id, personId: alva.guardianIds[0], personalIdentityNumber: '19800101-2387' } };
    },
  },
];
