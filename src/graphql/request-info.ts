import { AsyncLocalStorage } from 'node:async_hooks';
import type { OperationTypeNode } from 'graphql';
import type { Language } from '../texts/message-text.js';

/**
 * What the server keeps of one HTTP request for its answer's texts, its log line and its metrics. Apollo's
 * `formatError` is called without the request's context, therefore this travels with the asynchronous call instead.
 */
export interface RequestInfo {
  readonly id: string;
  readonly language: Language;
  operation: OperationTypeNode | null;
  /** Codes of the errors in the answer, in order. */
  readonly codes: string[];
}

export const requestInfo = new AsyncLocalStorage<RequestInfo>();
