import fc from 'fast-check';
import type { CaseFacts } from '../../src/core/case-facts.js';
import { couldRead } from '../../src/core/could-read.js';
import { decide } from '../../src/core/decide.js';
import type { ProfessionalId, RoleTermId } from '../../src/core/ids.js';
import { ALWAYS } from '../../src/core/period.js';
import type { Recorded, RecordedFacts, RoleTermFact } from '../../src/core/recorded-facts.js';
import { AGENCIES, CATEGORIES, MOMENTS } from '../support/world-cast.js';
import { worlds } from '../support/worlds.js';
import type { World } from '../support/worlds.js';

const WORLDS = 400;
const BEFORE = 0;
const moment = fc.constantFrom(...MOMENTS);

/** What is in the first list was recorded long before the change; what is in the second from the change on. */
function written<Fact>(then: readonly Fact[], later: readonly Fact[], change: number): Recorded<Fact>[] {
  return [
    ...then.map((fact) => ({ fact, from: BEFORE, until: change })),
    ...later.map((fact) => ({ fact, from: change, until: null })),
  ];
}

function rolesOf({ viewers }: World): RoleTermFact[] {
  return viewers.flatMap((viewer) => {
    if (!('roleTermId' in viewer)) return [];
    const { roleTermId, professionalId, capacity } = viewer;
    return [
      { roleTermId, professionalId, capacity, agencyId: 'agencyId' in viewer ? viewer.agencyId : null, period: ALWAYS },
    ];
  });
}

/** The history of a case whose facts were those of one world until the change, and those of another from then on. */
function historyOf(world: World, later: CaseFacts, change: number): { now: CaseFacts; recorded: RecordedFacts } {
  const then = world.facts;
  const before = then.ledger.map((said) => ({ ...said, recordedAt: BEFORE }));
  const after = later.ledger.map((said) => ({ ...said, sequence: said.sequence + 1000, recordedAt: change }));
  return {
    now: { ...then, ledger: [...before, ...after] },
    recorded: {
      packs: written(then.packs, later.packs, change),
      roleTerms: rolesOf(world).map((fact) => ({ fact, from: BEFORE, until: null })),
      persons: written(then.persons, later.persons, change),
      custody: written(then.custody, later.custody, change),
      blocks: written(then.blocks, later.blocks, change),
      assignments: written(then.assignments, later.assignments, change),
      protections: written(then.protections, later.protections, change),
    },
  };
}

test('what could be read, by what was known then, is what was decided then, whatever was written afterwards', () => {
  const count = { open: 0, closed: 0, changed: 0 };
  fc.assert(
    fc.property(worlds, worlds, moment, (world, { facts: later }, at) => {
      const { now, recorded } = historyOf(world, later, at + 1);
      for (const viewer of world.viewers) {
        if (!('roleTermId' in viewer) || viewer.municipalityId !== world.facts.municipalityId) continue;
        for (const holderId of AGENCIES) {
          for (const category of CATEGORIES) {
            const asked = { roleTermId: viewer.roleTermId, holderId, category, at };
            const said = decide(world.facts, viewer, at).cell(holderId, category);
            const told = couldRead(now, recorded, { ...asked, knownAt: at });
            expect({ asked, told }).toEqual({ asked, told: said });
            const asKnownNow = couldRead(now, recorded, { ...asked, knownAt: at + 1 });
            count[told.open ? 'open' : 'closed'] += 1;
            if (asKnownNow.open !== told.open) count.changed += 1;
          }
        }
      }
    }),
    { numRuns: WORLDS },
  );
  expect(Math.min(count.open, count.closed, count.changed)).toBeGreaterThan(WORLDS / 4);
});

test('a role that did not hold then, or was not there, could read nothing', () => {
  fc.assert(
    fc.property(worlds, moment, (world, at) => {
      const { now, recorded } = historyOf(world, world.facts, at + 1);
      const role = recorded.roleTerms.find(({ fact }) => fact.capacity === 'PROFESSIONAL');
      if (role === undefined) return;
      const asked = { roleTermId: role.fact.roleTermId, holderId: role.fact.agencyId!, category: 'PLAN' as const, at };
      const over = [{ ...role, fact: { ...role.fact, period: { from: null, until: at } } }];
      const unknown = { ...asked, roleTermId: 'nobody' as RoleTermId };
      const ended = { ...recorded, roleTerms: over };
      const closed = { open: false, reason: 'NOT_ASSIGNED' };
      expect(couldRead(now, ended, { ...asked, knownAt: at })).toEqual(closed);
      expect(couldRead(now, recorded, { ...unknown, knownAt: at })).toEqual(closed);
      const someoneElse = { ...role.fact, professionalId: 'other' as ProfessionalId };
      const renamed = { ...recorded, roleTerms: [{ ...role, fact: someoneElse }] };
      expect(couldRead(now, renamed, { ...asked, knownAt: at })).toEqual(
        couldRead(now, recorded, { ...asked, knownAt: at }),
      );
    }),
    { numRuns: 50 },
  );
});
