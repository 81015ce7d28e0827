import { withheld } from '../withheld';
import type { Withheld } from '../withheld';
import type { Result } from '../session';
import type { Texts } from './texts';

/** What all four ask, word for word. */
export const CARD = `id
    youngPerson { givenName familyName age address }
    situation {
      schools { attendancePercent }
      police { concern }
      leisure { activities }
    }
    plan { progress { done total } }
    meetings(first: 50) { edges { node { startsAt place status } } }
    notes(first: 1) { edges { node { text holder { name } } } }`;

export const CARD_QUERY = `query Card($id: ID!) {
  case(id: $id) {
    ${CARD}
  }
}`;

export interface Card {
  readonly id: string;
  readonly youngPerson: {
    readonly givenName: string | null;
    readonly familyName: string | null;
    readonly age: number | null;
    readonly address: string | null;
  };
  readonly situation: {
    readonly schools: readonly { readonly attendancePercent: number | null }[];
    readonly police: { readonly concern: string | null };
    readonly leisure: { readonly activities: readonly string[] | null };
  };
  readonly plan: { readonly progress: { readonly done: number; readonly total: number } } | null;
  readonly meetings: {
    readonly edges: readonly {
      readonly node: { readonly startsAt: string; readonly place: string | null; readonly status: string };
    }[];
  };
  readonly notes: {
    readonly edges: readonly {
      readonly node: { readonly text: string | null; readonly holder: { readonly name: string } };
    }[];
  };
}

export interface Tile {
  readonly key: 'name' | 'address' | 'attendance' | 'concern' | 'leisure' | 'plan' | 'nextMeeting' | 'note';
  /** Where a lock would be reported, below the case. */
  readonly path: readonly string[];
  /** The part of the query that it shows. */
  readonly query: string;
  value(card: Card, view: TileView): string | null;
}

export interface TileView {
  readonly texts: Texts;
  readonly now: number;
  when(instant: string): string;
}

export const TILES: readonly Tile[] = [
  {
    key: 'name',
    path: ['youngPerson', 'givenName'],
    query: 'youngPerson { givenName familyName age }',
    value: ({ youngPerson: { givenName, familyName, age } }, { texts }) =>
      givenName === null ? null : `${givenName} ${familyName ?? ''}${age === null ? '' : `, ${texts.age(age)}`}`,
  },
  {
    key: 'address',
    path: ['youngPerson', 'address'],
    query: 'youngPerson { address }',
    value: ({ youngPerson }) => youngPerson.address,
  },
  {
    key: 'attendance',
    path: ['situation', 'schools', 'attendancePercent'],
    query: 'situation { schools { attendancePercent } }',
    value: ({ situation }) => {
      const known = situation.schools.flatMap(({ attendancePercent: percent }) =>
        percent === null ? [] : [`${percent} %`],
      );
      return known[0] ?? null;
    },
  },
  {
    key: 'concern',
    path: ['situation', 'police', 'concern'],
    query: 'situation { police { concern } }',
    value: ({ situation }) => situation.police.concern,
  },
  {
    key: 'leisure',
    path: ['situation', 'leisure', 'activities'],
    query: 'situation { leisure { activities } }',
    value: ({ situation }) => situation.leisure.activities?.join(', ') ?? null,
  },
  {
    key: 'plan',
    path: ['plan'],
    query: 'plan { progress { done total } }',
    value: ({ plan }, { texts }) => (plan === null ? null : texts.done(plan.progress.done, plan.progress.total)),
  },
  {
    key: 'nextMeeting',
    path: ['meetings'],
    query: 'meetings(first: 50) { edges { node { startsAt place status } } }',
    value: ({ meetings }, { now, when }) => {
      const next = meetings.edges
        .map(({ node }) => node)
        .find(({ startsAt, status }) => status === 'PLANNED' && Date.parse(startsAt) > now);
      return next === undefined ? null : [when(next.startsAt), next.place].filter(Boolean).join(', ');
    },
  },
  {
    key: 'note',
    path: ['notes'],
    query: 'notes(first: 1) { edges { node { text holder { name } } } }',
    value: ({ notes }) => {
      const node = notes.edges[0]?.node;
      return node?.text == null ? null : `${node.holder.name}: ${node.text}`;
    },
  },
];

/** Why a tile is closed, whatever the answer is called that holds the case: `case` of a query, a frame of a stream. */
export function lockOf(result: Result<unknown>, { path }: Tile): Withheld | null {
  return withheld(result, ['case', ...path]) ?? withheld(result, ['caseChanged', 'case', ...path]);
}
