import { DomainError } from '../../src/core/errors.js';

/** Code, reason and parameters of a refusal, as one text; `null` where nothing is refused. */
export function refused(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [error.code, error.reason, ...Object.values(error.params)].join(' ');
  }
}
