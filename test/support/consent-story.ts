import { randomUUID } from 'node:crypto';
import { setClock } from '../../src/storage/clock.js';
import type { Answer, Persona, TestApp } from './app.js';
import { caseOf } from './demo-case.js';
import type { YoungCase } from './demo-case.js';

type Who = Readonly<Partial<Record<'profession' | 'capacity' | 'name', string>>>;
/** From one kind of agency to another, about what. */
export type NamedCell = readonly [from: string, to: string, category: string];

/** One demo case told on through the API alone, while the clock runs; everybody signs in anew each time. */
export interface ConsentStory {
  readonly young: YoungCase;
  at(instant: number): Promise<void>;
  /** A form of these signers and cells, entered by the coordinator. */
  form(
    signers: Readonly<Record<string, 'GRANTED' | 'REFUSED'>>,
    cells: readonly NamedCell[],
    more?: object,
  ): Promise<Answer<unknown>>;
  /** From the signer's own view. */
  takesBack(who: Who, cells: readonly NamedCell[]): Promise<Answer<unknown>>;
  /** What leisure writes now, about leisure. */
  note(): Promise<string>;
  /** Whether somebody of the profession reads the note now. */
  reads(profession: string, noteId: string): Promise<boolean>;
  /** Whether what is recorded now in the cell would be told on, as the coordinator sees it. */
  isOpen(cell: NamedCell): Promise<boolean>;
  /** In Swedish unless told otherwise. */
  ask<Data>(who: Who, query: string, variables?: object, language?: string): Promise<Answer<Data>>;
}

export async function consentStory(app: TestApp, municipality: string, name: string): Promise<ConsentStory> {
  const signedIn = async (who: Who): Promise<Persona> => {
    const { id } = app.persona({ municipality, ...who });
    const personas = (await (await fetch(`${app.url}/dev/personas`)).json()) as Persona[];
    return personas.find((persona) => persona.id === id)!;
  };
  const young = await caseOf(app, (await signedIn({ name })).token);
  const ask: ConsentStory['ask'] = async (who, query, variables = {}, language = 'sv') =>
    app.ask((await signedIn(who)).token, query, { id: young.id, ...variables }, { 'accept-language': language });
  const grants = (cells: readonly NamedCell[]): object[] =>
    cells.map(([from, to, category]) => ({
      fromId: young.agency(from),
      toId: young.agency(to),
      categories: [category],
    }));
  const coordinator = { capacity: 'COORDINATOR' };
  return {
    young,
    ask,
    at: (instant) => setClock(app.database.login, instant),
    async form(signers, cells, more = {}) {
      const { id: informedById } = await signedIn(coordinator);
      const input = {
        ...{ requestId: randomUUID(), caseId: young.id, purpose: 'En samlad bild', grants: grants(cells) },
        signers: Object.entries(signers).map(([personId, decision]) => ({ personId, decision })),
        evidence: { method: 'WRITTEN', formVersion: 'Blankett 1', language: 'sv', informedById },
        ...more,
      };
      return ask(coordinator, 'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id } }', {
        input,
      });
    },
    takesBack: (who, cells) =>
      ask(
        who,
        'mutation ($id: ID!, $scope: [ConsentGrantInput!]) { withdrawConsent(caseId: $id, scope: $scope) { id } }',
        { scope: grants(cells) },
      ),
    async note() {
      const input = { requestId: randomUUID(), caseId: young.id, category: 'LEISURE', text: 'Var med och spelade' };
      const { data } = await ask<{ writeNote: { id: string } }>(
        { profession: 'LEISURE_LEADER' },
        'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { id } }',
        { input },
      );
      return data.writeNote.id;
    },
    async reads(profession, noteId) {
      const query = 'query ($note: ID!) { node(id: $note) { id } }';
      return (await ask<{ node: object | null }>({ profession }, query, { note: noteId })).data.node !== null;
    },
    async isOpen([from, to, category]) {
      interface Sharing {
        case: { sharing: { from: { id: string }; to: { id: string }; category: string; open: boolean }[] };
      }
      const query = 'query ($id: ID!) { case(id: $id) { sharing { from { id } to { id } category open } } }';
      const { sharing } = (await ask<Sharing>(coordinator, query)).data.case;
      return sharing.some(
        (cell) =>
          cell.open &&
          cell.from.id === young.agency(from) &&
          cell.to.id === young.agency(to) &&
          cell.category === category,
      );
    },
  };
}
