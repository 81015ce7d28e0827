import { caseStatus } from '../../src/core/case-status.js';
import { decide } from '../../src/core/decide.js';
import type { Instant } from '../../src/core/period.js';
import type { FamilyViewer, Viewer } from '../../src/core/viewer.js';
import type { CaseRows } from '../../src/demo/build-demo.js';
import { demoTime } from '../../src/demo/demo-time.js';
import type { ProfessionalKey } from '../../src/demo/story.js';
import { agencyKey, caseOf, demoRows, municipality, NOW, staff, type DemoMunicipality } from './demo-world.js';

const rows = demoRows();
const uddevalla = municipality(rows, 'Uddevalla');
const vellinge = municipality(rows, 'Vellinge');
const { midnight } = demoTime(NOW);

/** What comes from other agencies, as `holder: categories`. */
function fromOthers(
  place: DemoMunicipality,
  { facts, situations, identities, guardians, plans, meetings, notes }: CaseRows,
  who: ProfessionalKey,
  at = NOW,
) {
  const viewer = staff(place, who);
  const { knowsCase, piece } = decide(facts, viewer, at);
  expect(knowsCase).toBe(true);
  const pieces = [...identities, ...guardians, ...situations, ...notes, ...plans, ...meetings];
  const open = pieces.filter((each) => each.holderId !== viewer.agencyId && piece(each).open);
  return [...new Set(open.map(({ holderId, category }) => `${agencyKey(place, holderId)}: ${category}`))].sort();
}

const guardian = (place: DemoMunicipality, { persons, facts }: CaseRows): FamilyViewer[] =>
  persons
    .filter(({ kind }) => kind === 'GUARDIAN')
    .map(({ id }) => ({
      capacity: 'GUARDIAN',
      personId: id,
      caseId: facts.caseId,
      municipalityId: place.municipality.id,
    }));

const knows = ({ facts }: CaseRows, viewer: Viewer, at: Instant) => decide(facts, viewer, at).knowsCase;

describe('full consent', () => {
  test.each([
    ['Uddevalla', uddevalla, 'Alva'],
    ['Vellinge', vellinge, 'Amanda'],
  ] as const)('%s: everyone sees what everyone else holds', (_name, place, name) => {
    const { facts } = caseOf(place, name);
    for (const who of [
      'socialWorker',
      'principal',
      'counsellor',
      'upperSecondaryPrincipal',
      'leisureLeader',
      'policeOfficer',
    ] as const) {
      const decision = decide(facts, staff(place, who), NOW);
      for (const { id } of facts.agencies) {
        expect(decision.cell(id, 'SCHOOL_ATTENDANCE').open).toBe(true);
        expect(decision.cell(id, 'OFFENDING').open).toBe(true);
      }
    }
  });

  test('a note that the police hold back is left out without a trace', () => {
    const { facts, notes } = caseOf(uddevalla, 'Alva');
    const note = notes.find(({ heldBack }) => heldBack);
    if (note === undefined) throw new Error('No note is held back');
    expect(decide(facts, staff(uddevalla, 'socialWorker'), NOW).piece(note)).toEqual({
      open: false,
      reason: null,
    });
    expect(decide(facts, staff(uddevalla, 'policeOfficer'), NOW).piece(note).open).toBe(true);
  });

  test('an action kept from the father is there for the mother', () => {
    const one = caseOf(uddevalla, 'Alva');
    const kept = one.actions.find(({ hiddenFromIds }) => hiddenFromIds.length > 0);
    if (kept === undefined) throw new Error('No action is kept from anybody');
    const open = guardian(uddevalla, one).map((viewer) => decide(one.facts, viewer, NOW).piece(kept).open);
    expect(open).toEqual([true, false]);
  });
});

describe('partial consent gives four agencies four answers', () => {
  test('Uddevalla', () => {
    const elias = caseOf(uddevalla, 'Elias');
    expect(fromOthers(uddevalla, elias, 'socialWorker')).toEqual([
      'leisure: LEISURE',
      'police: OFFENDING',
      'school: SCHOOL_ATTENDANCE',
    ]);
    expect(fromOthers(uddevalla, elias, 'principal')).toEqual([
      'leisure: LEISURE',
      'socialServices: IDENTITY',
      'socialServices: MEETING',
      'socialServices: PLAN',
    ]);
    expect(fromOthers(uddevalla, elias, 'leisureLeader')).toEqual([
      'school: LEISURE',
      'socialServices: IDENTITY',
      'socialServices: MEETING',
      'socialServices: PLAN',
    ]);
    expect(fromOthers(uddevalla, elias, 'policeOfficer')).toEqual(['socialServices: IDENTITY']);
  });

  test('Vellinge', () => {
    const isak = caseOf(vellinge, 'Isak');
    const answers = (['socialWorker', 'principal', 'leisureLeader', 'policeOfficer', 'counsellor'] as const).map(
      (who) => fromOthers(vellinge, isak, who),
    );
    expect(answers).toEqual([
      ['leisure: LEISURE', 'police: OFFENDING', 'school: SCHOOL_ATTENDANCE', 'school: SCHOOL_RESULTS'],
      ['leisure: LEISURE', 'socialServices: IDENTITY', 'socialServices: MEETING', 'socialServices: PLAN'],
      ['socialServices: IDENTITY', 'socialServices: MEETING', 'socialServices: PLAN'],
      ['socialServices: IDENTITY'],
      ['socialServices: IDENTITY', 'socialServices: SOCIAL_SUPPORT'],
    ]);
  });
});

describe('a guardian who refuses', () => {
  test.each([
    ['Uddevalla', uddevalla, 'Hugo', 'PAUSED'],
    ['Vellinge', vellinge, 'Nova', 'CONSENT_PENDING'],
  ] as const)('%s: nothing passes, and the case is no longer active', (_name, place, name, status) => {
    const one = caseOf(place, name);
    for (const who of ['socialWorker', 'principal', 'leisureLeader', 'policeOfficer'] as const)
      expect(fromOthers(place, one, who)).toEqual([]);
    expect(caseStatus(one.facts, NOW)).toBe(status);
  });

  test('until it ran out, the first consent in Uddevalla was open', () => {
    const hugo = caseOf(uddevalla, 'Hugo');
    const { daysAgo } = demoTime(NOW);
    expect(fromOthers(uddevalla, hugo, 'policeOfficer', daysAgo(20))).toContain('school: SCHOOL_ATTENDANCE');
  });
});

describe('withdrawn for the police', () => {
  test.each([
    ['Uddevalla', uddevalla, 'Leila'],
    ['Vellinge', vellinge, 'Filip'],
  ] as const)('%s: the police and the others no longer see each other, the others go on', (_name, place, name) => {
    const one = caseOf(place, name);
    expect(fromOthers(place, one, 'policeOfficer')).toEqual([]);
    const school = fromOthers(place, one, 'upperSecondaryPrincipal');
    expect(school).toContain('socialServices: EMPLOYMENT');
    expect(school).not.toContain('police: OFFENDING');
    expect(fromOthers(place, one, 'upperSecondaryPrincipal', demoTime(NOW).daysAgo(13))).toContain('police: OFFENDING');
  });

  test('an assignment that has ended leaves nothing', () => {
    for (const [place, name] of [
      [uddevalla, 'Leila'],
      [vellinge, 'Filip'],
    ] as const) {
      expect(knows(caseOf(place, name), staff(place, 'fieldSecretary'), NOW)).toBe(false);
    }
  });
});

describe('the birthday at midnight', () => {
  test('Vellinge, 15: without her own signature everything closes', () => {
    const ella = caseOf(vellinge, 'Ella');
    const before = fromOthers(vellinge, ella, 'leisureLeader', midnight - 1);
    expect(before).toContain('school: SCHOOL_ATTENDANCE');
    expect(before).toContain('socialServices: PLAN');
    expect(fromOthers(vellinge, ella, 'leisureLeader', midnight)).toEqual([]);
    expect(decide(ella.facts, staff(vellinge, 'leisureLeader'), NOW).changesAt).toBe(midnight);
    expect(caseStatus(ella.facts, midnight)).toBe('PAUSED');
    for (const viewer of guardian(vellinge, ella)) expect(knows(ella, viewer, midnight)).toBe(true);
  });

  test('Uddevalla, 18: the wide form ends, plan and meetings go on, nothing opens, and the guardians are out', () => {
    const melvin = caseOf(uddevalla, 'Melvin');
    const answer = (at: Instant) => fromOthers(uddevalla, melvin, 'leisureLeader', at);
    const after = ['socialServices: IDENTITY', 'socialServices: MEETING', 'socialServices: PLAN'];
    expect(answer(midnight - 1)).toEqual([
      'police: OFFENDING',
      ...after.slice(0, 2),
      after[2],
      'socialServices: SOCIAL_SUPPORT',
      'socialServices: SUBSTANCE_USE',
      'upperSecondary: SCHOOL_ATTENDANCE',
      'upperSecondary: SCHOOL_RESULTS',
    ]);
    expect(answer(midnight)).toEqual(after);
    expect(caseStatus(melvin.facts, midnight)).toBe('ACTIVE');
    // His own yes stands, but his mother's no closed it, and time alone opens nothing.
    const employment = (at: Instant) =>
      decide(melvin.facts, staff(uddevalla, 'leisureLeader'), at).cell(
        uddevalla.agencyId('socialServices'),
        'EMPLOYMENT',
      ).open;
    expect([midnight - 1, midnight].map(employment)).toEqual([false, false]);
    for (const viewer of guardian(uddevalla, melvin)) {
      expect([midnight - 1, midnight].map((at) => knows(melvin, viewer, at))).toEqual([true, false]);
    }
  });
});

describe('a note about a sibling', () => {
  const read = (place: DemoMunicipality, one: CaseRows, who: ProfessionalKey, words: string) => {
    const note = one.notes.find(({ text }) => text.includes(words));
    if (note === undefined) throw new Error(`No note with "${words}"`);
    expect(note.subjectIds).toHaveLength(2);
    return decide(one.facts, staff(place, who), NOW).piece(note).open;
  };

  test('Uddevalla: the sister’s signers said yes, the half-brother’s father was not asked', () => {
    const tindra = caseOf(uddevalla, 'Tindra');
    expect(read(uddevalla, tindra, 'socialWorker', 'Systrarna spelar')).toBe(true);
    expect(read(uddevalla, tindra, 'socialWorker', 'Tindra hade Viggo')).toBe(false);
    expect(read(uddevalla, tindra, 'leisureLeader', 'Tindra hade Viggo')).toBe(true);
    expect(guardian(uddevalla, tindra).map((viewer) => knows(tindra, viewer, NOW))).toEqual([true, true, false]);
  });

  test('Vellinge: one sister, yes to the one note and no to the other', () => {
    const linus = caseOf(vellinge, 'Linus');
    expect(read(vellinge, linus, 'socialWorker', 'samma båt')).toBe(true);
    expect(read(vellinge, linus, 'socialWorker', 'Bråk vid busshållplatsen')).toBe(false);
  });

  test('Vellinge: a marked identity keeps address and meeting place with social services', () => {
    const linus = caseOf(vellinge, 'Linus');
    const contact = linus.contacts[0]!;
    const place = linus.places[0]!;
    for (const piece of [contact, place]) {
      expect(decide(linus.facts, staff(vellinge, 'principal'), NOW).piece(piece)).toEqual({
        open: false,
        reason: 'PROTECTED_IDENTITY',
      });
      expect(decide(linus.facts, staff(vellinge, 'socialWorker'), NOW).piece(piece).open).toBe(true);
    }
  });
});
