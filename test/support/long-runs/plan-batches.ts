import type { TestApp } from '../app.js';
import { changing } from '../changes.js';
import { planSeenBy } from '../plan-stream.js';
import { TestSocket } from '../socket.js';

/** Few enough that nobody who reads falls behind. */
export const BATCH = 20;
/** Several on the one socket, so that few changes fill what the operating system buffers for it. */
export const STREAMS = 4;
/** Large frames, for the same reason. */
export const LARGE = `subscription ($caseId: ID) { planChanged(caseId: $caseId) {
  ... on PlanChanged { cursor ${Array.from({ length: 25 }, (_, at) => `p${at}: plan { ...Whole }`).join(' ')} } } }
  fragment Whole on Plan { id goals { id inOwnWords inProfessionalWords holder { id name kind }
    actions { id what version status holder { id name kind } } } }`;
export const SMALL = `subscription ($caseId: ID, $after: Cursor) { planChanged(caseId: $caseId, after: $after) {
  ... on PlanChanged { cursor } } }`;
const CURSOR = /"cursor":"([^"]+)"/;

/** A coordinator who follows the plan of an active case, and changes to it as they are wanted. */
export interface PlanBatches {
  readonly token: string;
  readonly caseId: string;
  /** The cursors of what the coordinator was told, in that order. */
  readonly all: string[];
  /** Commits changes, each when the one before it was told: those that wait would be told as one. @returns milliseconds */
  batch(size: number): Promise<number>;
  close(): Promise<void>;
}

export async function planBatches(app: TestApp): Promise<PlanBatches> {
  const writer = await changing(app.database);
  const { token } = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  const { caseId, actionId } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
  const reader = await TestSocket.signIn(app.url, token);
  reader.subscribe('r', SMALL, { caseId });
  const all: string[] = [];
  const batch = async (size: number): Promise<number> => {
    const from = performance.now();
    for (let change = 0; change < size; change++) {
      await writer.change(caseId, { ACTION_CHANGED: [actionId] });
      all.push(cursorIn(JSON.stringify(await reader.frame('r'))));
    }
    return performance.now() - from;
  };
  const close = async (): Promise<void> => {
    await Promise.all([reader.close(), writer.end()]);
  };
  return { token, caseId, all, batch, close };
}

export function cursorIn(text: string): string {
  return CURSOR.exec(text)?.[1] ?? '';
}
