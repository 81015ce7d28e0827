import fc from 'fast-check';
import { atLength, rounds } from './at-length.js';
import { decisionAsModel, openingsAsModel } from './core-as-model.js';

test(
  'the decision about every piece is what the reference model says, for every viewer and moment',
  () => {
    fc.assert(decisionAsModel(), { numRuns: rounds(60) });
  },
  atLength(30_000),
);

test(
  'the openings for the database are the cells of the reference model, before, at and after every boundary',
  () => {
    fc.assert(openingsAsModel(), { numRuns: rounds(40) });
  },
  atLength(30_000),
);
