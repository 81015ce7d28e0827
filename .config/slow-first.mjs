/**
 * The files that take longest begin, so that none of them runs alone at the end. Without a cache, as on a clean clone,
 * jest itself goes by the size of the files, which says nothing here: what takes long is a property in a few lines.
 */
const SLOWEST = [
  'properties/acts',
  'properties/three-way',
  'start/start',
  'board/board',
  'properties/view-equivalence',
  'scenarios/who-may-change',
  'changes/silent-database',
  'playground/playground',
  'protocol/unread',
  'properties/',
  'graphql/walls',
  'graphql/arguments',
  'protocol/stock-client',
  'changes/',
  'prove/',
  'storage/',
  'graphql/',
  'sign-in/',
  'limits/',
  'scenarios/',
];

function rank(path) {
  const found = SLOWEST.findIndex((part) => path.includes(`/test/${part}`));
  return found < 0 ? SLOWEST.length : found;
}

/** What jest asks of a sequencer; the order among equals is that of their names. */
export default class SlowFirst {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    // The order is given.
  }
}
