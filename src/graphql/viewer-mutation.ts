import type { ReadScope } from '../access/read-scope.js';
import { beginChange, openAfterChange } from './context.js';
import type { MutationContext, RequestContext } from './context.js';
import { mutationField } from './mutation.js';
import type { MutationField } from './mutation.js';

/** One mutation field about what belongs to the viewer alone and to no case. */
export interface ViewerMutation<Input extends object, Result, Answer> extends MutationField<Input> {
  readonly work: (changes: MutationContext, input: Input, context: RequestContext) => Promise<Result>;
  /** The answer, read afresh after the change. */
  readonly read: (scope: ReadScope, result: Result) => Promise<Answer> | Answer;
}

export function viewerMutation<Input extends object, Result, Answer>(
  mutation: ViewerMutation<Input, Result, Answer>,
): new () => object {
  return mutationField(mutation, async (input, context) => {
    const result = await mutation.work(await beginChange(context), input, context);
    return mutation.read(await openAfterChange(context, null), result);
  });
}
