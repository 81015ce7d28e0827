/**
 * Who must say yes: the subject from the age of the pack, and until majority every custodian who is not prevented. With
 * no custodian left before that nobody can say yes, whatever the young person says.
 *
 * Source: leaflets R6 and R7 (Uddevalla: the young person always, Vellinge: from 15; guardians until 18); OSL 12:3;
 * FB 6:2, 6:11, 6:13; design, section 3, `required`.
 */
import { turnsAt } from '../calendar.js';
import type { PersonId } from '../ids.js';
import type { Instant } from '../period.js';
import type { Subject } from '../subject.js';
import { custodiansWhoSign } from './custody.js';
import { guardiansSignUntil } from './majority.js';
import { packInForce } from './pack-in-force.js';

/** Empty: nobody can open anything about the subject at this instant. */
export function requiredSigners({ id, birthDate, custody, packs }: Subject, at: Instant): readonly PersonId[] {
  const pack = packInForce(packs, at);
  if (pack === null) return [];
  const self = at >= turnsAt(birthDate, pack.youngPersonSignsFromAge) ? [id] : [];
  if (at >= guardiansSignUntil(birthDate, pack)) return self;
  const custodians = custodiansWhoSign(custody, at);
  return custodians.length === 0 ? [] : [...self, ...custodians];
}
