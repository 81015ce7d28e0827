import { INFORMATION_CATEGORIES, type InformationCategory } from '../core/information-category.js';
import type { AgencyKey, GrantStory } from './story.js';

/** The leaflets' sentence "may talk openly with one another": every ordered pair of the parties ticked on the form. */
export function talkOpenly(
  parties: readonly AgencyKey[],
  categories: readonly InformationCategory[] = INFORMATION_CATEGORIES,
): readonly GrantStory[] {
  return parties.flatMap((from) => parties.filter((to) => to !== from).map((to) => ({ from, to, categories })));
}

/** One holder may tell each of these recipients. */
export function share(
  from: AgencyKey,
  to: readonly AgencyKey[],
  categories: readonly InformationCategory[],
): readonly GrantStory[] {
  return to.map((recipient) => ({ from, to: recipient, categories }));
}

/** Everything between one party and the others, both ways. */
export function toAndFrom(party: AgencyKey, others: readonly AgencyKey[]): readonly GrantStory[] {
  return talkOpenly([party, ...others]).filter(({ from, to }) => from === party || to === party);
}
