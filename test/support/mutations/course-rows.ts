import { testIdentityNumber } from '../../../src/demo/test-identity-number.js';
import { rowsOf } from '../piece-rows.js';
import { bornAgo } from '../proposing.js';
import type { MutationRow } from './mutation-row.js';
import type { MutationWorld } from './mutation-world.js';

const COORDINATOR = { capacity: 'COORDINATOR' };
const POLICE = { profession: 'POLICE_OFFICER' };
const decided = ['ACCEPTED', 'CONSENT_PENDING', 'ACTIVE', 'CLOSED', 'DECLINED'] as const;

/** Each is about somebody else: the same proposal again would be one. */
let proposals = 0;
const young = (basis: string | null): object => ({
  givenName: 'Vera',
  familyName: 'Provberg',
  personalIdentityNumber: testIdentityNumber(bornAgo(15, proposals++ % 150), 'FEMALE'),
  reasons: ['RISK_OF_CRIME'],
  riskAreas: ['FRIENDS'],
  basis,
});
/** The case that a new proposal begins. */
async function proposed({ made, owner }: MutationWorld): Promise<string> {
  const id = await made(POLICE, 'propose', { input: young('FAMILY_AGREED') });
  return owner('select case_id from proposal where id = $1', [id]);
}

async function accepted(world: MutationWorld): Promise<string> {
  const caseId = await proposed(world);
  return world.made(COORDINATOR, 'acceptProposal', { input: { caseId } });
}

const PEDAGOGUE = { profession: 'SOCIAL_PEDAGOGUE' };
/** The arguments that ask the social pedagogue, who takes no part and is not asked. */
async function unasked({ alva, owner, persona }: MutationWorld): Promise<object> {
  const { id: professionalId } = persona(PEDAGOGUE);
  for (const table of ['assignment', 'assignment_request'])
    await owner(`delete from ${table} where case_id = $1 and role_term_id = $2`, [alva.id, professionalId]);
  return { caseId: alva.id, professionalId, duty: 'MEMBER' };
}
const asked = async (world: MutationWorld): Promise<object> => ({
  input: { assignmentRequestId: await world.made(COORDINATOR, 'assign', { input: await unasked(world) }) },
});

/** How a case begins, and who takes part. */
export const COURSE_ROWS: readonly MutationRow[] = [
  {
    field: 'propose',
    by: POLICE,
    forbiddenTo: 'GUARDIAN',
    refusedIn: [],
    of: null,
    elsewhere: null,
    again: 'SAME',
    change: () => ({ input: young(null) }),
  },
  {
    field: 'stateBasis',
    by: POLICE,
    forbiddenTo: 'YOUNG_PERSON',
    refusedIn: decided,
    of: 'OWN',
    change: async ({ made }) => ({
      input: { proposalId: await made(POLICE, 'propose', { input: young(null) }), basis: 'FAMILY_AGREED' },
    }),
  },
  {
    field: 'acceptProposal',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: decided,
    of: 'OWN',
    change: async (world) => ({ input: { caseId: await proposed(world) } }),
  },
  {
    field: 'declineProposal',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: decided,
    of: 'OWN',
    change: async (world) => ({ input: { caseId: await proposed(world), reason: 'Familjen tackade nej.' } }),
  },
  {
    field: 'requestConsent',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: ['PROPOSED', 'CONSENT_PENDING', 'ACTIVE', 'CLOSED', 'DECLINED'],
    of: 'OWN',
    change: async (world) => ({ input: { caseId: await accepted(world) } }),
  },
  {
    field: 'addGuardian',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: ['PROPOSED', 'CLOSED', 'DECLINED'],
    of: 'Elias',
    change: ({ elias }) => ({
      input: { caseId: elias.id, givenName: 'Kim', familyName: 'Provberg', from: '2020-01-01' },
    }),
  },
  {
    field: 'assign',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: ['PROPOSED', 'CLOSED', 'DECLINED'],
    change: async (world) => ({ input: await unasked(world) }),
  },
  ...(['confirmAssignment', 'declineAssignment'] as const).map((field): MutationRow => ({
    field,
    by: PEDAGOGUE,
    forbiddenTo: 'GUARDIAN',
    refusedIn: ['PROPOSED', 'CLOSED', 'DECLINED'],
    change: asked,
  })),
  {
    field: 'recordOutcome',
    by: POLICE,
    forbiddenTo: 'GUARDIAN',
    refusedIn: ['PROPOSED', 'ACCEPTED', 'CONSENT_PENDING', 'DECLINED'],
    change: async (world) => {
      const { alva, owner, persona, send } = world;
      const versions = `select version from ${rowsOf('OUTCOME')} x where case_id = $1 and holder_id = $2`;
      const about = [alva.id, alva.agency('POLICE')];
      const own = { caseId: alva.id, category: 'OFFENDING', before: 'NOT_MET' };
      if ((await owner<number | undefined>(versions, about)) === undefined) {
        await send(persona(POLICE).token, 'recordOutcome', { input: { ...own, expectedVersion: 0 } });
      }
      return { input: { ...own, expectedVersion: await owner<number>(versions, about), after: 'MET' } };
    },
  },
];
