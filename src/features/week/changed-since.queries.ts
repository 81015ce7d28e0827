import type { AccessEntry } from '../../access/access-log.js';
import type { LoadedCase } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import type { Instant } from '../../core/period.js';
import { presentCase } from '../case/case.queries.js';
import { MAPPING } from '../mapping/mapping.piece.js';
import { MEETING, MEETING_DECISION } from '../meeting/meeting.piece.js';
import { NOTE } from '../note/note.piece.js';
import { EVALUATION } from '../plan/plan.piece.js';
import { history } from '../plan/plan-history.queries.js';
import type { Week } from './week.queries.js';

interface Written {
  readonly recordedAt: Instant;
  readonly category: string;
  readonly entry: AccessEntry;
}

/** Cases in which something that the viewer may see was written since they looked, the newest first. */
export function changedSince({ cases, since }: Week): Shown[] {
  if (since === null) return [];
  return cases
    .flatMap((loaded) => {
      const written = writtenIn(loaded).filter(({ recordedAt }) => recordedAt > since);
      if (written.length === 0) return [];
      return { loaded, written, at: Math.max(...written.map(({ recordedAt }) => recordedAt)) };
    })
    .toSorted((one, other) => other.at - one.at)
    .map(({ loaded, written, at }) => {
      const values = {
        case: presentCase(loaded),
        at,
        categories: [...new Set(written.map(({ category }) => category))].sort(),
      };
      return loaded.show('ChangedCase', { values, discloses: written.map(({ entry }) => entry) });
    });
}

function writtenIn(loaded: LoadedCase): readonly Written[] {
  return [
    ...loaded.open(NOTE),
    ...loaded.open(MAPPING),
    ...loaded.open(MEETING),
    ...loaded.open(MEETING_DECISION),
    ...loaded.open(EVALUATION),
    ...history(loaded).map(({ recordedAt, entry }) => ({ recordedAt, entry, category: entry.category })),
  ];
}
