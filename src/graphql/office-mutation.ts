import type { CommandResult } from '../access/idempotency.js';
import type { ReadScope } from '../access/read-scope.js';
import type { Locked, Target } from '../access/run-command.js';
import { DomainError } from '../core/errors.js';
import type { Act } from '../core/permissions.js';
import { beginChange, openAfterChange } from './context.js';
import type { RequestContext } from './context.js';
import { mutationField } from './mutation.js';
import type { ChangeInput, MutationField } from './mutation.js';

/** One mutation field about a municipality or its steering group, and no case. */
export interface OfficeMutation<
  Input extends ChangeInput,
  Lock extends Locked,
  Scope,
  Result extends CommandResult,
  Answer,
> extends MutationField<Input> {
  readonly target: Target<Lock, Scope>;
  readonly act: Act;
  readonly work: (scope: Scope, input: Input, context: RequestContext) => Promise<Result> | Result;
  /** The answer, read afresh after the change. */
  readonly read: (scope: ReadScope, result: Result, context: RequestContext) => Promise<Answer | null> | Answer | null;
  /**
   * Of a change that may lose a race: what whoever lost it is told, `null` where there is nothing to tell them. It is
   * about no case, so that none is loaded and nothing is recorded.
   */
  readonly current?: (scope: ReadScope, input: Input) => Promise<Readonly<Record<string, unknown>> | null>;
}

export function officeMutation<
  Input extends ChangeInput,
  Lock extends Locked,
  Scope,
  Result extends CommandResult,
  Answer,
>(mutation: OfficeMutation<Input, Lock, Scope, Result, Answer>): new () => object {
  const { name: operation, target, act, work, read, current } = mutation;
  return mutationField(mutation, async (input, context) => {
    const { runCommand } = await beginChange(context);
    const { requestId = null } = input;
    const request = { operation, act, requestId, input };
    const result = await runCommand(target, request, (scope) => work(scope, input, context)).catch(
      async (error: unknown) => {
        const lost = error instanceof DomainError && error.reason === 'versionPassed';
        if (!lost || current === undefined) throw error;
        const told = await current(await openAfterChange(context, null), input);
        throw told === null
          ? new DomainError('NOT_FOUND', 'nodeNotFound')
          : new DomainError(error.code, error.reason, error.params, told);
      },
    );
    return read(await openAfterChange(context, null), result, context);
  });
}
