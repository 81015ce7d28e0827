import type { NewPiece, NewValues, StoredPiece } from '../../access/piece-writing.js';
import type { ValuesOf } from '../../access/piece-kind.js';
import type { AGENDA_ITEM } from './meeting.piece.js';

type ItemFields = (typeof AGENDA_ITEM)['fields'];
type StoredItem = StoredPiece<ItemFields>;

export interface WantedItem {
  readonly piece: NewPiece;
  readonly values: NewValues<ValuesOf<ItemFields>>;
}

interface AgendaChange {
  readonly stays: ReadonlyMap<StoredItem, number>;
  readonly goes: readonly StoredItem[];
  readonly comes: readonly WantedItem[];
}

/**
 * What an agenda that is sent whole changes of the one that stands. An item that says the same stays, as long as it
 * keeps its place among those that stay: whoever sees no other must not be told of a change.
 */
export function agendaChange(standing: readonly StoredItem[], wanted: readonly WantedItem[]): AgendaChange {
  const inOrder = standing.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const stays = new Map<StoredItem, number>();
  const comes: WantedItem[] = [];
  let next = 0;
  for (const item of wanted) {
    const found = inOrder.findIndex((one, index) => index >= next && saysTheSame(one, item));
    const same = inOrder[found];
    if (same === undefined) {
      comes.push(item);
      continue;
    }
    stays.set(same, item.values.position);
    next = found + 1;
  }
  return { stays, goes: inOrder.filter((item) => !stays.has(item)), comes };
}

function saysTheSame(one: StoredItem, { piece, values }: WantedItem): boolean {
  return (
    one.category === piece.category &&
    one.title === values.title &&
    one.sourceId === (values.sourceId ?? null) &&
    one.subjectIds.toSorted().join() === piece.subjectIds.toSorted().join()
  );
}
