import fc from 'fast-check';
import type { CaseFacts } from '../../src/core/case-facts.js';
import { decide } from '../../src/core/decide.js';
import { MissingFactError } from '../../src/core/errors.js';
import type { Viewer } from '../../src/core/viewer.js';
import { MOMENTS } from '../support/world-cast.js';
import { worlds } from '../support/worlds.js';
import type { World } from '../support/worlds.js';
import { rounds } from './at-length.js';

// P2: what is missing is an error or a no, never a yes.

const WORLDS = rounds(60);
const moment = fc.constantFrom(...MOMENTS);

/** Whether it is open; a fact that is missing is no answer, and shows nothing. */
function isOpen(facts: CaseFacts, viewer: Viewer, piece: World['pieces'][number], at: number): boolean {
  try {
    return decide(facts, viewer, at).piece(piece).open;
  } catch (error) {
    if (error instanceof MissingFactError) return false;
    throw error;
  }
}

/** Who reads which pieces by consent alone: of another agency, save who the guardians are, which the coordinator knows. */
function byConsent({ viewers, pieces }: World): (readonly [Viewer, World['pieces'][number]])[] {
  return viewers.flatMap((viewer) =>
    pieces
      .filter(({ holderId, kind }) => 'agencyId' in viewer && viewer.agencyId !== holderId && kind !== 'GUARDIAN')
      .map((piece) => [viewer, piece] as const),
  );
}

const packsWith = (rules: object) => (facts: CaseFacts) =>
  facts.packs.map((one) => ({ ...one, pack: { ...one.pack, ...rules } }));
const foreverGuarded = packsWith({ guardiansSignUntilAge: 99 });

const MISSING: Readonly<Record<string, (facts: CaseFacts) => CaseFacts>> = {
  'the birth dates': (facts) => ({ ...facts, persons: facts.persons.map((one) => ({ ...one, birthDate: null })) }),
  'the rules of the municipality': (facts) => ({ ...facts, packs: [] }),
  'every statement': (facts) => ({ ...facts, ledger: [] }),
  'every assignment': (facts) => ({ ...facts, assignments: [] }),
  'whoever has custody': (facts) => ({ ...facts, packs: foreverGuarded(facts), custody: [] }),
  'the persons': (facts) => ({ ...facts, persons: [] }),
};

test.each(Object.entries(MISSING))('without %s, nothing of another agency is open to anybody', (_, without) => {
  let opened = 0;
  fc.assert(
    fc.property(worlds, moment, (world, at) => {
      const facts = without(world.facts);
      for (const [viewer, piece] of byConsent(world)) {
        opened += Number(isOpen(world.facts, viewer, piece, at));
        if (isOpen(facts, viewer, piece, at)) throw new Error(`is open: ${JSON.stringify({ viewer, piece, at })}`);
      }
    }),
    { numRuns: WORLDS },
  );
  expect(opened).toBeGreaterThan(0);
});

test('who is nobody in the case, or somebody elsewhere, knows nothing of it', () => {
  fc.assert(
    fc.property(worlds, moment, ({ facts, viewers, pieces }, at) => {
      for (const viewer of viewers) {
        const elsewhere = { ...viewer, municipalityId: 'elsewhere' as typeof viewer.municipalityId };
        const strangers = 'personId' in viewer ? [] : [decide({ ...facts, assignments: [] }, viewer, at)];
        for (const decision of [...strangers, decide(facts, elsewhere, at)]) {
          expect([decision.knowsCase, pieces.some((piece) => decision.piece(piece).open)]).toEqual([false, false]);
        }
      }
    }),
    { numRuns: WORLDS },
  );
});
