import type pg from 'pg';
import { INFORMATION_CATEGORIES } from '../../../src/core/information-category.js';
import type { MutationWorld } from '../mutations/mutation-world.js';
import { pick } from '../random-document.js';
import type { Random } from '../random-document.js';

type Step = (world: MutationWorld, superuser: pg.Client, random: Random) => Promise<unknown>;

const chance = (random: Random, percent: number): boolean => random() * 100 < percent;
const categoriesOf = (random: Random, percent: number): string[] => {
  const some = INFORMATION_CATEGORIES.filter(() => chance(random, percent));
  return some.length === 0 ? [pick(random, INFORMATION_CATEGORIES)] : some;
};
/** From several holders to one recipient, as one form would name them. */
function cells({ alva }: MutationWorld, random: Random): object[] {
  const to = pick(random, alva.agencies);
  const from = alva.agencies.filter(({ id }) => id !== to.id && chance(random, 60));
  return from.map(({ id }) => ({ fromId: id, toId: to.id, categories: categoriesOf(random, 60) }));
}

const STEPS: Readonly<Record<string, Step>> = {
  async withdrawn(world, _superuser, random) {
    const scope = cells(world, random);
    const { token } = world.persona({ name: 'Alva' });
    if (scope.length > 0) await world.send(token, 'withdrawConsent', { caseId: world.alva.id, scope });
  },
  async refused(world, _superuser, random) {
    const [, father] = world.alva.guardianIds;
    const { token } = world.persona({ capacity: 'COORDINATOR' });
    const evidence = {
      method: 'ORAL',
      formVersion: '1',
      language: 'sv',
      informedById: world.persona({ capacity: 'COORDINATOR' }).id,
    };
    const grants = cells(world, random);
    const input = {
      caseId: world.alva.id,
      signers: [{ personId: father, decision: 'REFUSED' }],
      grants,
      purpose: 'Nej',
      evidence,
    };
    if (grants.length > 0) await world.send(token, 'recordConsent', { input });
  },
  async blocked(world, _superuser, random) {
    const { token } = world.persona({ name: 'Alva' });
    const named = cells(world, random);
    if (named.length > 0) await world.send(token, 'block', { input: { caseId: world.alva.id, cells: named } });
  },
  held: ({ alva }, superuser, random) =>
    superuser.query(
      `update sig.piece set held_back = true where case_id = $1 and kind > 3 and abs(hashtext(id::text || $2)) % 3 = 0`,
      [alva.id, String(random())],
    ),
  hidden: ({ alva }, superuser, random) =>
    superuser.query(
      `update sig.piece set hidden_from_ids = array[$2::uuid] where case_id = $1 and kind > 3
        and abs(hashtext(id::text || $3)) % 3 = 0`,
      [alva.id, pick(random, alva.guardianIds), String(random())],
    ),
  protected: ({ alva }, superuser, random) =>
    superuser.query(
      `insert into sig.protection (id, case_id, person_id, level, handler_ids, valid_from, recorded_at)
        values (gen_random_uuid(), $1, $2, $3, '{}', sig.now() - interval '1 day', sig.now())`,
      [alva.id, alva.youngPersonId, pick(random, ['CONFIDENTIALITY_MARKING', 'PROTECTED_REGISTRATION'])],
    ),
};

/** Puts Alva's case into a situation in which much is closed to somebody. @returns the names of what was done */
export async function situate(world: MutationWorld, superuser: pg.Client, random: Random): Promise<string[]> {
  const often = ['withdrawn', 'withdrawn', 'refused', ...Object.keys(STEPS)];
  const names = often.filter(() => chance(random, 40));
  for (const name of names) await STEPS[name]!(world, superuser, random);
  return names;
}
