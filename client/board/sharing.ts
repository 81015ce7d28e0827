import type { Session } from '../session';

/** Who may share with whom about what, and who has said what about it: what the coordinator sees. */
export interface Sharing {
  readonly cells: readonly Cell[];
  readonly youngPerson: { readonly id: string; readonly givenName: string | null; readonly familyName: string | null };
}

export interface Cell {
  readonly from: Agency;
  readonly to: Agency;
  readonly category: string;
  readonly open: boolean;
  readonly until: string | null;
  readonly detail: {
    readonly signers: readonly {
      readonly answer: 'GRANTED' | 'REFUSED' | 'WITHDRAWN' | 'EXPIRED' | 'MISSING';
      readonly signer: { readonly personId: string; readonly name: string | null; readonly role: string };
    }[];
  } | null;
}

export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface SignerState {
  readonly personId: string;
  readonly name: string;
  readonly yes: number;
  readonly no: number;
  /** Cells that somebody has said yes or no to. */
  readonly asked: number;
}

const SHARING = `query Sharing($id: ID!) {
  case(id: $id) {
    youngPerson { id givenName familyName }
    sharing {
      from { id name kind } to { id name kind } category open until
      detail { signers { answer signer { personId name role } } }
    }
  }
}`;

export async function loadSharing(session: Session, id: string): Promise<Sharing | null> {
  type Data = { case: { youngPerson: Sharing['youngPerson']; sharing: readonly Cell[] | null } | null };
  const { data } = await session.ask<Data>(SHARING, { id });
  return data?.case ? { cells: data.case.sharing ?? [], youngPerson: data.case.youngPerson } : null;
}

/** Where each signer stands, over the cells that are on any form. */
export function signerStates({ cells }: Sharing, form: ReadonlySet<string>): SignerState[] {
  const states = new Map<string, { personId: string; name: string; yes: number; no: number; asked: number }>();
  for (const cell of cells.filter((each) => form.has(cellKey(each)))) {
    for (const { signer, answer } of cell.detail?.signers ?? []) {
      const { personId, name } = signer;
      const state = states.get(personId) ?? { personId, name: name ?? '–', yes: 0, no: 0, asked: 0 };
      states.set(personId, state);
      state.asked += 1;
      if (answer === 'GRANTED') state.yes += 1;
      if (answer === 'REFUSED' || answer === 'WITHDRAWN') state.no += 1;
    }
  }
  return [...states.values()];
}

/** The cells that anybody has said yes to: what the family's form is about; every cell where there is none. */
export function formOf({ cells }: Sharing, agencies: readonly string[]): ReadonlySet<string> {
  const granted = cells.filter(({ detail }) => detail?.signers.some(({ answer }) => answer === 'GRANTED'));
  const all = cells.filter(({ from, to }) => agencies.includes(from.id) && agencies.includes(to.id));
  return new Set((granted.length > 0 ? granted : all).map(cellKey));
}

export function cellKey({ from, to, category }: Pick<Cell, 'from' | 'to' | 'category'>): string {
  return `${from.id} ${to.id} ${category}`;
}

/** How many cells opened and closed between two states. */
export function difference(before: Sharing, after: Sharing): { readonly opened: number; readonly closed: number } {
  const was = new Map(before.cells.map((cell) => [cellKey(cell), cell.open]));
  const opened = after.cells.filter((cell) => cell.open && was.get(cellKey(cell)) === false).length;
  const closed = after.cells.filter((cell) => !cell.open && was.get(cellKey(cell)) === true).length;
  return { opened, closed };
}
