import type { Capacity, Viewer } from '../core/viewer.js';

/** Who a verified token says is asking. */
export interface Credentials {
  readonly subjectId: string;
  readonly capacity: Capacity;
}

/** The viewer as the database knows them in this snapshot; the family has no profession. */
export type KnownViewer = Viewer & {
  readonly id: string;
  readonly name: string | null;
  readonly profession?: string;
};
