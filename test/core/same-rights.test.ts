import fc from 'fast-check';
import { decide } from '../../src/core/decide.js';
import { accessFingerprint } from '../../src/core/access-fingerprint.js';
import type { RoleTermId } from '../../src/core/ids.js';
import { RULE_NAMES } from '../../src/core/rules/named-rules.js';
import { sharedRights } from '../../src/core/rules/same-rights.js';
import type { StaffViewer, Viewer } from '../../src/core/viewer.js';
import { elsasCase, people } from '../support/core-fixtures.js';
import type { Name } from '../support/core-fixtures.js';
import { AGENCIES, CATEGORIES, MOMENTS, uuid } from '../support/world-cast.js';
import { worlds } from '../support/worlds.js';
import type { World } from '../support/worlds.js';

const isStaff = (viewer: Viewer): viewer is StaffViewer => 'agencyId' in viewer;

function everythingSaid({ facts, pieces }: World, viewer: Viewer, at: number): string {
  const decision = decide(facts, viewer, at);
  return JSON.stringify([
    decision.knowsCase,
    decision.changesAt,
    accessFingerprint(viewer, facts, decision),
    pieces.map((piece) => decision.piece(piece)),
    AGENCIES.map((holder) => CATEGORIES.map((category) => decision.cell(holder, category))),
    RULE_NAMES.map((name) => decision.rule(name)),
  ]);
}

/** A colleague of the viewer: the same agency and capacity, with an assignment of their own. */
function withColleague(world: World, viewer: StaffViewer, luck: number): { world: World; colleague: StaffViewer } {
  const roleTermId = uuid(5, (luck % 3) + 1) as RoleTermId;
  const colleague = { ...viewer, roleTermId: luck % 2 === 0 ? roleTermId : (uuid(5, 7) as RoleTermId) };
  const { facts } = world;
  const copies = facts.assignments
    .filter((assignment) => assignment.roleTermId === viewer.roleTermId)
    .map((assignment) => ({ ...assignment, roleTermId: colleague.roleTermId }));
  return { world: { ...world, facts: { ...facts, assignments: [...facts.assignments, ...copies] } }, colleague };
}

describe('who has the same rights', () => {
  it('is told the same in everything that a decision says', () => {
    let equal = 0;
    fc.assert(
      fc.property(worlds, fc.nat(5), fc.constantFrom(...MOMENTS), (made, luck, at) => {
        for (const viewer of made.viewers.filter(isStaff)) {
          const { world, colleague } = withColleague(made, viewer, luck);
          const rights = sharedRights(world.facts, viewer, at);
          if (rights === null || rights !== sharedRights(world.facts, colleague, at)) continue;
          equal += 1;
          expect(everythingSaid(world, colleague, at)).toBe(everythingSaid(world, viewer, at));
        }
      }),
      { numRuns: 150 },
    );
    expect(equal).toBeGreaterThan(100);
  });

  it('are shared by all who work in the case, each in a way of their own, and by nobody else', () => {
    const shared = (Object.keys(people) as Name[]).map((name) => [name, sharedRights(elsasCase(), people[name], 0)]);
    const known = shared.filter(([, rights]) => rights !== null);
    expect(known.map(([name]) => name)).toEqual(['sara', 'anna', 'karin', 'petra', 'lars', 'bo']);
    expect(new Set(known.map(([, rights]) => rights)).size).toBe(6);
  });

  it('is nobody of another agency or capacity, nobody without an assignment, and none of the family or the office', () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom(...MOMENTS), ({ facts, viewers }, at) => {
        const known = viewers.map((viewer) => sharedRights(facts, viewer, at)).filter((rights) => rights !== null);
        expect(new Set(known).size).toBe(known.length);
        const without = viewers.filter((viewer) => !decide(facts, viewer, at).knowsCase || !isStaff(viewer));
        expect(without.filter((viewer) => sharedRights(facts, viewer, at) !== null)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
