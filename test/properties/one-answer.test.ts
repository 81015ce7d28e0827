import fc from 'fast-check';
import type { CaseFacts } from '../../src/core/case-facts.js';
import { decide } from '../../src/core/decide.js';
import type { Extent } from '../../src/core/extent.js';
import { contains } from '../../src/core/period.js';
import type { Instant } from '../../src/core/period.js';
import type { PieceFacts } from '../../src/core/piece.js';
import { sharing } from '../../src/core/sharing.js';
import { streamEnd } from '../../src/core/stream-end.js';
import { AGENCIES, CATEGORIES, ELSA, LONG_AGO, MOMENTS, SOCIAL } from '../support/world-cast.js';
import { worlds } from '../support/worlds.js';
import { atLeast, atLength, rounds } from './at-length.js';

const ROUNDS = rounds(60);

/** Of the marks of a protection only that it is there: none opens to an agency what another one holds. */
const isProtected = ({ protections }: CaseFacts, at: Instant): boolean =>
  protections.some(({ personId, period }) => personId === ELSA && contains(period, at));

/** Every way in which a cell is told says the same of it: one evaluation, for what is recorded now and what was then. */
test(
  'access, sharing, streams and the pieces shown agree, for what is recorded now and for what was',
  () => {
    const seen: Record<Extent, number> = { ALL: 0, SOME: 0, NONE: 0 };
    fc.assert(
      fc.property(worlds, fc.constantFrom(...MOMENTS), ({ facts, viewers }, at) => {
        const matrix = sharing(facts, at);
        for (const viewer of viewers) {
          if (!('agencyId' in viewer)) continue;
          const decision = decide(facts, viewer, at);
          for (const holderId of AGENCIES) {
            for (const category of CATEGORIES) {
              const [now, earlier] = [decision.cell(holderId, category), decision.earlier(holderId, category)];
              const kind = category === 'CONTACT' ? 'CONTACT' : 'SITUATION';
              const recorded = (recordedAt: number): PieceFacts => ({
                ...{ kind, holderId, category, subjectIds: [ELSA], heldBack: false, hiddenFromIds: [], recordedAt },
              });
              const shown = [LONG_AGO, ...MOMENTS.filter((moment) => moment < at), at].map(
                (moment) => decision.piece(recorded(moment)).open,
              );
              expect(shown.at(-1)).toBe(now.open);
              expect(earlier).toBe(shown.every(Boolean) ? 'ALL' : shown.some(Boolean) ? 'SOME' : 'NONE');
              seen[earlier] += 1;

              const cell = matrix.find(
                (one) => one.fromId === holderId && one.toId === viewer.agencyId && one.category === category,
              );
              // What tells where a protected person is stays closed whatever the consents say, and they are what is compared.
              if (cell === undefined || !decision.knowsCase || (kind === 'CONTACT' && isProtected(facts, at))) continue;
              expect([cell.open, cell.openEarlier]).toEqual([now.open, earlier]);
            }
          }
          const ended = streamEnd(facts, decision, viewer, { category: 'PLAN', kind: 'PLAN' });
          expect(ended === null).toBe(decision.knowsCase && decision.cell(SOCIAL, 'PLAN', 'PLAN').open);
        }
      }),
      { numRuns: ROUNDS },
    );
    expect(Math.min(seen.ALL, seen.SOME, seen.NONE)).toBeGreaterThanOrEqual(atLeast(1, ROUNDS));
  },
  atLength(60_000),
);
