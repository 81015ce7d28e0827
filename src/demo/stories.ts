import type { MunicipalityStory } from './story.js';
import { uddevalla } from './uddevalla/municipality.js';
import { vellinge } from './vellinge/municipality.js';

/** The two municipalities whose leaflets this product is built on; every person in them is invented. */
export const STORIES: readonly MunicipalityStory[] = [uddevalla, vellinge];
