import { writeFacts } from '../bring-in-line.js';
import { rulesVersion } from '../read-versions.js';
import { rulesInForce } from '../rules-input.js';
import type { MutationRow } from './mutation-row.js';
import type { MutationWorld } from './mutation-world.js';

const COORDINATOR = { capacity: 'COORDINATOR' };
const LEISURE = { profession: 'LEISURE_LEADER' };
const ended = ['PROPOSED', 'CLOSED', 'DECLINED'] as const;
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const REJECTED_DRAFTS = `rule_pack_draft where state = 'REJECTED'`;
/** Rules that the other administrator entered. */
function waitingRules({ owner, persona }: MutationWorld): Promise<string> {
  return owner(
    `insert into rule_pack_draft (id, municipality_id, version, valid_from, rules, loosens, entered_by_id, recorded_at, state)
      select gen_random_uuid(), p.municipality_id, p.version + 1, now() + interval '10 days', p.rules, '{timeMayOpen}', t.id,
        now(), 'WAITING'
      from rule_pack p join role_term t on t.municipality_id = p.municipality_id and t.capacity = 'ADMINISTRATOR'
      where t.id <> $1 and p.municipality_id = (select municipality_id from role_term where id = $1)
      order by p.version desc limit 1 returning id`,
    [persona({ capacity: 'ADMINISTRATOR' }).id],
  );
}

function form({ alva, persona }: MutationWorld): object {
  return {
    caseId: alva.id,
    signers: [{ personId: alva.youngPersonId, decision: 'GRANTED' }],
    grants: [{ fromId: alva.agency('SCHOOL'), toId: alva.agency('POLICE'), categories: ['LEISURE'] }],
    purpose: 'En gemensam bild av fritiden',
    evidence: { method: 'WRITTEN', formVersion: '1', language: 'sv', informedById: persona(COORDINATOR).id },
  };
}
function asked({ alva }: MutationWorld): object {
  return {
    ...{ caseId: alva.id, purpose: 'En gemensam bild av fritiden', formVersion: '1' },
    grants: [{ fromId: alva.agency('SCHOOL'), toId: alva.agency('POLICE'), categories: ['LEISURE'] }],
    information: [{ language: 'sv', text: 'Skolan får berätta för polisen om fritiden.' }],
  };
}
function note({ made, alva }: MutationWorld): Promise<string> {
  return made(LEISURE, 'writeNote', { input: { caseId: alva.id, category: 'LEISURE', text: 'Om fritiden' } });
}
const person = (caseId: string): object => ({
  ...{ caseId, name: 'Vera Lind', relation: 'Granne', contact: '070-174 06 01', from: day(-9) },
});
/** A custody of the first guardian that ended long ago, or is taken away if this row made one. */
async function noCustodyBefore({ owner, alva }: MutationWorld, from: string): Promise<void> {
  await owner('delete from custody where case_id = $1 and valid_from = $2', [alva.id, from]);
}
async function heldNote(world: MutationWorld): Promise<string> {
  const id = await note(world);
  await world.owner('update piece set held_back = true where id = $1', [id]);
  return id;
}

/** A form by the coordinator that waits for somebody else, under rules that ask for that only while it is entered. */
async function waitingForm(world: MutationWorld): Promise<object> {
  const { owner, alva, persona, send } = world;
  const ask = (needed: boolean): Promise<string> =>
    owner(`update rule_pack set rules = jsonb_set(rules, '{consentNeedsSecondPerson}', $1)`, [String(needed)]);
  await ask(true);
  await send(persona(COORDINATOR).token, 'recordConsent', { input: form(world) });
  await ask(false);
  const newest = 'select id from pending_consent where case_id = $1 order by entered_at desc limit 1';
  return { input: { caseId: alva.id, pendingConsentId: await owner(newest, [alva.id]) } };
}

/** Consents, blocks, holds, and who signs. */
export const CONSENT_ROWS: readonly MutationRow[] = [
  {
    field: 'recordConsent',
    by: COORDINATOR,
    forbiddenTo: 'YOUNG_PERSON',
    refusedIn: ended,
    change: (world) => ({ input: form(world) }),
  },
  ...(['confirmConsent', 'rejectConsent'] as const).map((field) => ({
    field,
    by: { profession: 'SOCIAL_WORKER' },
    forbiddenTo: 'GUARDIAN' as const,
    refusedIn: ended,
    // What was said after the form was entered has overtaken it.
    ...(field === 'confirmConsent' && { withoutConsent: 'INVALID_STATE formOvertaken' }),
    change: waitingForm,
  })),
  {
    field: 'askForConsent',
    by: COORDINATOR,
    forbiddenTo: 'GUARDIAN',
    refusedIn: ended,
    change: (world) => ({ input: asked(world) }),
  },
  {
    field: 'answerConsentRequest',
    by: { name: 'Alva' },
    forbiddenTo: 'STEERING_MEMBER',
    refusedIn: ended,
    change: async (world) => ({
      input: {
        ...{ caseId: world.alva.id, answer: 'TALK_FIRST', language: 'sv' },
        consentRequestId: await world.made(COORDINATOR, 'askForConsent', { input: asked(world) }),
      },
    }),
  },
  {
    field: 'withdrawConsent',
    by: { name: 'Alva' },
    forbiddenTo: 'STEERING_MEMBER',
    refusedIn: [],
    change: ({ alva }) => ({
      caseId: alva.id,
      scope: [{ fromId: alva.agency('SCHOOL'), toId: alva.agency('POLICE'), categories: ['LEISURE'] }],
    }),
  },
  {
    field: 'block',
    by: { name: 'Alva' },
    forbiddenTo: 'ADMINISTRATOR',
    refusedIn: [],
    change: ({ alva }) => ({
      input: {
        caseId: alva.id,
        cells: [{ fromId: alva.agency('SCHOOL'), toId: alva.agency('POLICE'), categories: ['HEALTH'] }],
      },
    }),
  },
  {
    field: 'unblock',
    by: { name: 'Alva' },
    forbiddenTo: 'STEERING_MEMBER',
    refusedIn: ended,
    change: async ({ made, alva }) => {
      const cells = [{ fromId: alva.agency('SCHOOL'), toId: alva.agency('POLICE'), categories: ['HEALTH'] }];
      return { blockId: await made({ name: 'Alva' }, 'block', { input: { caseId: alva.id, cells } }) };
    },
  },
  {
    field: 'holdBack',
    by: LEISURE,
    forbiddenTo: 'GUARDIAN',
    refusedIn: [],
    change: async (world) => ({ pieceId: await note(world) }),
  },
  {
    field: 'release',
    by: LEISURE,
    forbiddenTo: 'YOUNG_PERSON',
    refusedIn: ended,
    change: async (world) => ({ pieceId: await heldNote(world) }),
  },
  {
    field: 'keepFromGuardian',
    by: LEISURE,
    forbiddenTo: 'GUARDIAN',
    refusedIn: [],
    change: async (world) => ({ pieceId: await note(world), guardianId: world.alva.guardianIds[0] }),
  },
  {
    field: 'showToGuardian',
    by: LEISURE,
    forbiddenTo: 'ADMINISTRATOR',
    refusedIn: ended,
    change: async (world) => ({ pieceId: await note(world), guardianId: world.alva.guardianIds[0] }),
  },
  {
    field: 'publishRulePack',
    by: { capacity: 'ADMINISTRATOR' },
    forbiddenTo: 'COORDINATOR',
    refusedIn: [],
    of: null,
    elsewhere: null,
    writes: 'rule_pack',
    change: async ({ app, persona }) => {
      const { token } = persona({ capacity: 'ADMINISTRATOR' });
      return { input: { expectedVersion: await rulesVersion(app, token), rules: await rulesInForce(app, token) } };
    },
  },
  ...(['confirmRulePack', 'rejectRulePack'] as const).map((field): MutationRow => ({
    field,
    by: { capacity: 'ADMINISTRATOR' },
    forbiddenTo: 'COORDINATOR',
    refusedIn: [],
    of: null,
    ...(field === 'confirmRulePack' ? { writes: 'rule_pack' } : { writes: REJECTED_DRAFTS }),
    change: async (world) => ({ input: { draftId: await waitingRules(world) } }),
  })),
  {
    field: 'addSubject',
    by: COORDINATOR,
    forbiddenTo: 'GUARDIAN',
    refusedIn: ended,
    change: ({ alva }) => ({
      input: { caseId: alva.id, givenName: 'Vide', familyName: 'Lind', birthDate: '2012-03-04', guardians: [] },
    }),
  },
  {
    field: 'addImportantPerson',
    by: COORDINATOR,
    forbiddenTo: 'GUARDIAN',
    refusedIn: ended,
    change: ({ alva }) => ({ input: person(alva.id) }),
  },
  {
    field: 'endImportantPerson',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: ended,
    change: async ({ made, alva }) => ({
      input: { importantPersonId: await made(COORDINATOR, 'addImportantPerson', { input: person(alva.id) }) },
    }),
  },
  {
    field: 'recordCustody',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: ended,
    change: async (world) => {
      await noCustodyBefore(world, '1970-01-01');
      const guardianId = world.alva.guardianIds[0];
      return { input: { caseId: world.alva.id, guardianId, from: '1970-01-01', until: '1970-02-01' } };
    },
  },
  {
    field: 'recordPrevention',
    by: COORDINATOR,
    forbiddenTo: 'GUARDIAN',
    refusedIn: ended,
    change: ({ alva }) => ({
      input: { caseId: alva.id, guardianId: alva.guardianIds[0], from: day(8), until: day(9) },
    }),
  },
  {
    field: 'endCustody',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: ended,
    change: async ({ app, alva }) => {
      const [guardianId] = alva.guardianIds;
      const sql = 'update custody set valid_until = null where case_id = $1 and guardian_id = $2';
      await writeFacts(app.database.login, alva.id, sql, [alva.id, guardianId]);
      return { input: { caseId: alva.id, guardianId, until: day(900 + Math.floor(Math.random() * 90)) } };
    },
  },
  {
    field: 'recordArea',
    by: COORDINATOR,
    forbiddenTo: 'PROFESSIONAL',
    refusedIn: ended,
    again: 'SAME',
    change: async ({ alva, owner, made }) => {
      await owner('delete from protection where case_id = $1', [alva.id]);
      await made(COORDINATOR, 'recordArea', { input: { caseId: alva.id, areaId: null } });
      const areaId = await owner(
        'select f.id from focus_area f join case_file c using (municipality_id) where c.id = $1 order by f.name limit 1',
        [alva.id],
      );
      return { input: { caseId: alva.id, areaId } };
    },
  },
  {
    field: 'protectPerson',
    by: COORDINATOR,
    forbiddenTo: 'YOUNG_PERSON',
    refusedIn: [],
    change: async ({ alva, owner }) => {
      await owner('delete from protection where case_id = $1', [alva.id]);
      return { input: { caseId: alva.id, personId: alva.youngPersonId, level: 'CONFIDENTIALITY_MARKING' } };
    },
  },
];
