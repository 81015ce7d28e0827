import type { EntityManager } from '@mikro-orm/postgresql';
import { DemoPersona, FIRST_COPY } from '../storage/demo-persona.entity.js';
import { insertAll } from './insert-all.js';
import { demoTime } from './demo-time.js';
import { insertStories } from './load-demo.js';
import type { DemoOptions } from './load-demo.js';
import { STORIES } from './stories.js';
import type { CaseStory, FormStory, MunicipalityStory, PersonKey } from './story.js';

/** Which case of the demo data is told anew, and who is left out of its consent forms as if nobody had asked them. */
export interface FreshCaseWish {
  readonly municipality: string;
  /** The young person's whole name: it tells cases apart in the demo data. */
  readonly youngPerson: string;
  /** Whole names. */
  readonly notAsked: readonly string[];
}

export interface FreshCase {
  readonly caseId: string;
  readonly municipalityId: string;
}

/** SCB gives codes up to 2584; copies take those from here on. */
const FIRST_FREE_CODE = 9000;

/**
 * Tells a case of the demo data once more, as of now, in a municipality of its own with the same people: the ledger is
 * append-only and the clock never goes back, so this is how somebody who plays with consent begins again.
 *
 * @param em acting as the owner of the schema.
 * @returns null where the demo data knows no such case.
 */
export function tellCaseAnew(em: EntityManager, wish: FreshCaseWish, options: DemoOptions): Promise<FreshCase | null> {
  const municipality = STORIES.find(({ name }) => name === wish.municipality);
  const tell = municipality?.cases.find(
    (one) => wholeName(one(demoTime(options.now)).youngPerson) === wish.youngPerson,
  );
  if (municipality === undefined || tell === undefined) return Promise.resolve(null);
  return em.fork().transactional(async (transaction) => {
    await transaction.execute('lock table sig.municipality in share row exclusive mode');
    const [{ code }] = await transaction.execute<[{ code: number }]>(
      'select coalesce(max(code::int) + 1, ?) as code from sig.municipality where code::int >= ?',
      [FIRST_FREE_CODE, FIRST_FREE_CODE],
    );
    const copy: MunicipalityStory = {
      ...municipality,
      code: String(code),
      cases: [(time) => withoutAnswers(tell(time), wish.notAsked)],
    };
    const { municipalities, personas } = await insertStories(transaction, [copy], options);
    await insertAll(
      transaction,
      DemoPersona,
      personas.map((persona) => ({ ...persona, position: FIRST_COPY + persona.position })),
    );
    const caseFile = municipalities[0]?.cases[0]?.caseFile;
    return caseFile === undefined ? null : { caseId: caseFile.id, municipalityId: caseFile.municipalityId };
  });
}

/** The family members are all of them somebody to sign in as here. */
function withoutAnswers(story: CaseStory, names: readonly string[]): CaseStory {
  const family = { youngPerson: story.youngPerson, ...story.guardians };
  const keys = Object.entries(family).flatMap(([key, person]) => (names.includes(wholeName(person)) ? [key] : []));
  const consents = story.consents.flatMap((form) => withoutSigners(form, keys));
  return { ...story, consents, personas: Object.keys(family) };
}

function withoutSigners(form: FormStory, keys: readonly PersonKey[]): FormStory[] {
  const signers = Object.fromEntries(Object.entries(form.signers).filter(([key]) => !keys.includes(key)));
  return Object.keys(signers).length === 0 ? [] : [{ ...form, signers }];
}

function wholeName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`;
}
