import { FULL_CASE } from '../support/documents.js';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';

interface Named {
  id: string;
  name: string;
}
interface Evaluated {
  id: string;
  what: string;
  responsible: { __typename: string; name?: string } | null;
  evaluations: { id: string; text: string; holder: { id: string } }[];
}
interface Met {
  id: string;
  kind: string;
  status: string;
  invitations: { attendance: string; required: boolean; invitee: { __typename: string; name?: string } | null }[];
  agenda: { category: string; title: string }[];
  decisions: { id: string; text: string; category: string; action: { id: string; what: string } | null }[];
}
interface Whole {
  case: {
    otherImportantPersons: Named[];
    notes: { edges: { node: { category: string; text: string; objections: { role: string; text: string }[] } }[] };
    plan: {
      id: string | null;
      goals: { holder: { id: string }; actions: Evaluated[] }[];
      history: { totalCount: number; edges: { node: { partId: string; changes: { field: string; to: string }[] } }[] };
    } | null;
    meetings: { edges: { node: Met }[] };
    mappings: { totalCount: number; edges: { node: { id: string; category: string; needs: string } }[] };
    outcomes: { category: string; before: string }[];
  };
}

let app: TestApp;
const answers = new Map<string, Answer<Whole>>();

/** The case of the young person as this member of its family or of the staff sees it. */
async function asSeenBy(municipality: string, youngPerson: string, name: string): Promise<Whole['case']> {
  const key = `${youngPerson} ${name}`;
  if (!answers.has(key)) {
    const young = app.persona({ municipality, name: youngPerson });
    const own = await app.ask<{ cases: { edges: { node: Named }[] } }>(
      young.token,
      '{ cases { edges { node { id } } } }',
    );
    const { token } = app.persona({ municipality, name });
    const id = own.data.cases.edges[0]!.node.id;
    answers.set(key, await app.ask<Whole>(token, FULL_CASE, { id }));
  }
  expect(answers.get(key)!.errors).toBeUndefined();
  return answers.get(key)!.data.case;
}
const actionsOf = (one: Whole['case']): Evaluated[] => one.plan?.goals.flatMap(({ actions }) => actions) ?? [];
const heldFollowUp = (one: Whole['case']): Met =>
  one.meetings.edges.map(({ node }) => node).find(({ kind, status }) => kind === 'FOLLOW_UP' && status === 'HELD')!;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('Alva in Uddevalla, where every party may talk openly', () => {
  const see = (name: string): Promise<Whole['case']> => asSeenBy('Uddevalla', 'Alva', name);

  it('shows evaluations under their action, to the police as to the school', async () => {
    for (const name of ['Karin Stenvall', 'Anders Kvarnlöf']) {
      const tutoring = actionsOf(await see(name)).find(({ what }) => what.startsWith('Läxhjälp'))!;
      expect(tutoring.evaluations.map(({ text }) => text)).toEqual([
        'Har kommit fyra gånger av sex. Fortsätter på tisdagar.',
      ]);
    }
  });

  it('shows an objection with its note to whoever sees the note', async () => {
    for (const name of ['Petra Lundmark', 'Karin Stenvall', 'Alva', 'Jenny']) {
      const note = (await see(name)).notes.edges.find(({ node }) => node.text.startsWith('Alva följer planen'))!;
      expect(note.node.objections).toMatchObject([{ role: 'YOUNG_PERSON' }]);
    }
  });

  it('keeps from the father the action that is kept from him, and how it came about', async () => {
    const [mother, father] = [await see('Jenny'), await see('Markus')];
    const kept = actionsOf(mother).filter(({ what }) => what.includes('ungdomsmottagningen'));
    expect(kept).toHaveLength(1);
    expect(actionsOf(father).map(({ what }) => what)).not.toContain(kept[0]!.what);
    const historyOf = (one: Whole['case']) => one.plan!.history.edges.map(({ node }) => node.partId);
    expect(historyOf(mother)).toContain(kept[0]!.id);
    expect(historyOf(father)).not.toContain(kept[0]!.id);
    expect(father.plan!.history.totalCount).toBeLessThan(mother.plan!.history.totalCount);
  });

  it('tells who was called and who came, what was on the agenda and what was decided', async () => {
    const meeting = heldFollowUp(await see('Karin Stenvall'));
    const absent = meeting.invitations.filter(({ attendance }) => attendance === 'ABSENT');
    expect(absent.map(({ invitee }) => invitee?.__typename).sort()).toEqual(['Guardian', 'Professional']);
    expect(meeting.agenda.map(({ category }) => category)).toEqual(['PLAN', 'MEETING', 'SUBSTANCE_USE']);
    expect(meeting.decisions[0]!.action!.what).toContain('Läxhjälp');
  });

  it('keeps every mapping, and tells the newest of each area', async () => {
    const all = await see('Petra Lundmark');
    expect(all.mappings.edges.map(({ node }) => node.category)).toEqual([
      'SOCIAL_SUPPORT',
      'SCHOOL_RESULTS',
      'SOCIAL_SUPPORT',
    ]);
    const { token } = app.persona({ municipality: 'Uddevalla', name: 'Petra Lundmark' });
    const newest = await app.ask<{ cases: { edges: { node: { mappings: { edges: object[] } } }[] } }>(
      token,
      '{ cases(search: "Alva") { edges { node { mappings(newestOnly: true) { edges { node { category mappedOn } } } } } } }',
    );
    expect(newest.data.cases.edges[0]!.node.mappings.edges).toHaveLength(2);
  });

  it('does not show mappings to the family, whose right they are not, and says so', async () => {
    expect((await see('Alva')).mappings.totalCount).toBe(0);
    const { withheld } = answers.get('Alva Alva')!;
    expect(withheld.find(({ path }) => path.join('.') === 'case.mappings')).toMatchObject({ reason: 'CAPACITY' });
  });

  it('shows the other important person to the family and by consent', async () => {
    for (const name of ['Alva', 'Jenny', 'Karin Stenvall'])
      expect((await see(name)).otherImportantPersons.map(({ name: who }) => who)).toEqual(['Moa Nordfeldt']);
  });

  it('shows outcomes by their category', async () => {
    expect((await see('Jonas Ekeroth')).outcomes.map(({ category }) => category)).toEqual([
      'LEISURE',
      'OFFENDING',
      'SCHOOL_RESULTS',
    ]);
  });

  it('finds each again by its id, and not for who may not see it', async () => {
    const worker = await see('Petra Lundmark');
    const ids = [
      worker.mappings.edges[0]!.node.id,
      worker.otherImportantPersons[0]!.id,
      actionsOf(worker).find(({ evaluations }) => evaluations.length > 0)!.evaluations[0]!.id,
      heldFollowUp(worker).decisions[0]!.id,
    ];
    const stranger = app.persona({ municipality: 'Vellinge', profession: 'SOCIAL_WORKER' });
    for (const id of ids) {
      const query = 'query ($id: ID!) { node(id: $id) { __typename id } }';
      const { token } = app.persona({ municipality: 'Uddevalla', name: 'Petra Lundmark' });
      expect((await app.ask<{ node: Named }>(token, query, { id })).data.node.id).toBe(id);
      expect((await app.ask(stranger.token, query, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });
});

describe('Elias in Uddevalla, where consent is partial', () => {
  it('shows the police neither plan nor meetings, and nothing that belongs to them', async () => {
    const police = await asSeenBy('Uddevalla', 'Elias', 'Karin Stenvall');
    // The frame is closed; what the police hold in it themselves is still there.
    expect(police.plan?.id ?? null).toBeNull();
    const { id: own } = app.persona({ municipality: 'Uddevalla', name: 'Karin Stenvall' }).agency!;
    expect((police.plan?.goals ?? []).filter(({ holder }) => holder.id !== own)).toEqual([]);
    expect(police.meetings.edges).toEqual([]);
    expect(police.otherImportantPersons).toEqual([]);
  });

  it('calls nobody to a meeting whom consent does not cover', async () => {
    const coordinator = await asSeenBy('Uddevalla', 'Elias', 'Yasmin Torell');
    const called = coordinator.meetings.edges.flatMap(({ node }) => node.invitations.map(({ invitee }) => invitee));
    const names = called.map((invitee) => invitee?.name);
    expect(names).toContain('Yasmin Torell');
    expect(names).not.toContain('Karin Stenvall');
  });
});

describe('Amanda in Vellinge', () => {
  it('has an action for which her coach is responsible', async () => {
    const worker = await asSeenBy('Vellinge', 'Amanda', 'Amanda');
    expect(actionsOf(worker).map(({ responsible }) => responsible?.name)).toContain('Leif Brorström');
  });

  it('keeps the evaluation of an action from the guardians from whom the action is kept', async () => {
    const texts = (one: Whole['case']) => actionsOf(one).flatMap(({ evaluations }) => evaluations.map((e) => e.text));
    const hers = texts(await asSeenBy('Vellinge', 'Amanda', 'Amanda'));
    expect(hers).toContain('Samtalet blev av. Amanda vill ha ett till.');
    expect(texts(await asSeenBy('Vellinge', 'Amanda', 'Katarina'))).toEqual(['Gick bra. Tränaren tar över härifrån.']);
  });
});

describe('the registers of a municipality', () => {
  const REGISTERS = `{ viewer { municipality {
    coordinatorContact { name telephone switchboard reachedThrough } focusAreas { name promise { text } }
    groups { kind name members { professional { name profession } } } } } cases { totalCount } }`;
  interface Registers {
    viewer: {
      municipality: {
        coordinatorContact: { name: string; telephone: string | null; reachedThrough: string | null };
        focusAreas: { name: string; promise: { text: string } }[];
        groups: { kind: string; members: { professional: { profession: string } }[] }[];
      };
    };
    cases: { totalCount: number };
  }

  it.each(['STEERING_MEMBER', 'ADMINISTRATOR'])('are for a %s too, who has no case', async (capacity) => {
    const { token } = app.persona({ municipality: 'Uddevalla', capacity });
    const { data, errors } = await app.ask<Registers>(token, REGISTERS);
    expect(errors).toBeUndefined();
    const { focusAreas, groups } = data.viewer.municipality;
    expect(focusAreas.map(({ name }) => name)).toEqual(['Dalaberg', 'Kampenhof']);
    expect(focusAreas[0]!.promise.text).toMatch(/polisen/);
    expect(groups.map(({ kind, members }) => [kind, members.length])).toEqual([
      ['OPERATIVE', 6],
      ['STEERING', 5],
    ]);
    expect(data.cases.totalCount).toBe(0);
  });

  it('tell the family how to reach the coordinator, each municipality in its own way', async () => {
    const alva = await app.ask<Registers>(app.persona({ municipality: 'Uddevalla', name: 'Alva' }).token, REGISTERS);
    const amanda = await app.ask<Registers>(app.persona({ municipality: 'Vellinge', name: 'Amanda' }).token, REGISTERS);
    expect(alva.data.viewer.municipality.coordinatorContact.telephone).toMatch(/^031-390 06/);
    expect(amanda.data.viewer.municipality.coordinatorContact).toMatchObject({
      telephone: null,
      reachedThrough: 'Kommunens kontaktcenter, eller din socialsekreterare',
    });
    expect(amanda.data.viewer.municipality.focusAreas).toEqual([]);
  });
});
