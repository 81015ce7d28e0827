import { FULL_CASE } from '../support/documents.js';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';

interface CaseData {
  case: {
    youngPerson: { givenName: string | null };
    situation: {
      schools: { attendancePercent: number | null }[];
      police: { concern: string | null };
      leisure: { activities: string[] | null };
    };
    notes: { totalCount: number };
    plan: { id: string | null; goals: { holder: { id: string } }[]; actions: { holder: { id: string } }[] } | null;
    meetings: { totalCount: number };
    access: { holder: { id: string }; category: string; readable: boolean; reason: string | null }[];
  };
}

/** The case of each municipality to which consent is partial, by the young person who signs in as a persona. */
const PARTIAL = [
  { municipality: 'Uddevalla', youngPerson: 'Elias' },
  { municipality: 'Vellinge', youngPerson: 'Isak' },
];
const PROFESSIONS = {
  SOCIAL_SERVICES: 'SOCIAL_WORKER',
  SCHOOL: 'PRINCIPAL',
  LEISURE: 'LEISURE_LEADER',
  POLICE: 'POLICE_OFFICER',
};
const KINDS = ['SOCIAL_SERVICES', 'SCHOOL', 'LEISURE', 'POLICE'] as const;

describe.each(PARTIAL)('a case with partial consent in $municipality', ({ municipality, youngPerson }) => {
  let app: TestApp;
  let caseId: string;
  const answers = new Map<string, Answer<CaseData>>();

  beforeAll(async () => {
    app = await startTestApp();
    const young = app.persona({ municipality, name: youngPerson });
    const own = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(
      young.token,
      '{ cases { edges { node { id } } } }',
    );
    caseId = own.data.cases.edges[0]!.node.id;
    for (const kind of KINDS) {
      const { token } = app.persona({ municipality, kind, profession: PROFESSIONS[kind] });
      answers.set(kind, await app.ask<CaseData>(token, FULL_CASE, { id: caseId }));
    }
  });
  afterAll(() => app.stop());

  it('answers each agency without an error', () => {
    for (const [kind, { status, errors, data }] of answers) {
      expect([kind, status, errors, typeof data.case]).toEqual([kind, 200, undefined, 'object']);
    }
  });

  it('gives the four agencies four different answers', () => {
    const shown = [...answers.values()].map(({ data }) =>
      JSON.stringify({ ...data.case, access: undefined, participants: undefined }),
    );
    expect(new Set(shown).size).toBe(4);
  });

  it('keeps the concern of the police from school and leisure', () => {
    expect(answers.get('POLICE')!.data.case.situation.police.concern).not.toBeNull();
    expect(answers.get('SCHOOL')!.data.case.situation.police.concern).toBeNull();
    expect(answers.get('LEISURE')!.data.case.situation.police.concern).toBeNull();
  });

  it('explains what it keeps, by path, reason and cell', () => {
    const police = answers
      .get('SCHOOL')!
      .withheld.find(({ path }) => path.join('.') === 'case.situation.police.concern');
    expect(police).toMatchObject({ reason: 'NO_CONSENT', cells: [{ category: 'OFFENDING' }] });
    expect(police!.cells[0]!.holder).toBe(app.persona({ municipality, kind: 'POLICE' }).agency!.id);
  });

  it('lists nothing below a parent that is withheld, and nothing that is open', () => {
    const { withheld } = answers.get('POLICE')!;
    const paths = withheld.map(({ path }) => path.join('.'));
    expect(paths).toContain('case.meetings');
    expect(paths.filter((path) => path.startsWith('case.meetings.'))).toEqual([]);
    expect(paths).not.toContain('case.situation.police.concern');
    expect(paths.filter((path) => /\.\d+(\.|$)/.test(path))).toEqual([]);
  });

  it("keeps the agency's own goals and actions where the plan's frame is closed, and explains the rest", () => {
    const { data, withheld } = answers.get('POLICE')!;
    const { id, goals, actions } = data.case.plan!;
    const own = app.persona({ municipality, kind: 'POLICE' }).agency!.id;
    expect(id).toBeNull();
    expect(new Set([...goals, ...actions].map(({ holder }) => holder.id))).toEqual(new Set([own]));
    const frame = withheld.find(({ path }) => path.join('.') === 'case.plan');
    expect(frame).toMatchObject({ reason: 'NO_CONSENT', cells: [{ category: 'PLAN' }] });
    expect(withheld.map(({ path }) => path.join('.'))).toContain('case.plan.goals');
  });

  it('tells the same in the access cells as in the explanation', () => {
    for (const { data, withheld } of answers.values()) {
      const closed = new Set(
        data.case.access.filter(({ readable }) => !readable).map(({ holder, category }) => `${holder.id} ${category}`),
      );
      const notes = withheld.find(({ path }) => path.join('.') === 'case.notes');
      expect(new Set(notes?.cells.map(({ holder, category }) => `${holder} ${category}`))).toEqual(closed);
    }
  });

  it('shows every agency its own information', () => {
    for (const kind of KINDS) {
      const agency = app.persona({ municipality, kind, profession: PROFESSIONS[kind] }).agency!.id;
      const closed = answers
        .get(kind)!
        .data.case.access.filter(({ holder, readable }) => holder.id === agency && !readable);
      expect(closed).toEqual([]);
    }
  });
});
