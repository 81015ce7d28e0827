import { caseTarget } from '../access/case-target.js';
import type { CaseLocator } from '../access/case-target.js';
import type { CommandScope } from '../access/command-scope.js';
import type { CommandResult } from '../access/idempotency.js';
import type { LoadedCase } from '../access/loaded-case.js';
import type { ReadScope } from '../access/read-scope.js';
import type { Shown } from '../access/shown.js';
import { DomainError } from '../core/errors.js';
import { requireId } from '../core/ids.js';
import type { Act } from '../core/permissions.js';
import type { RuleName } from '../core/rules/named-rules.js';
import { beginChange, needsOf, openAfterChange } from './context.js';
import type { RequestContext } from './context.js';
import type { Needed } from './field-policy.js';
import { mutationField } from './mutation.js';
import type { ChangeInput, MutationField } from './mutation.js';

/** The ids that a change answers with; its case among them. */
type CaseResult = CommandResult & { readonly caseId: string };

/** What is done to a case, and by whom. */
interface CaseChange<Input extends ChangeInput, Result extends CaseResult> extends MutationField<Input> {
  /** Who may do it, and in which status of the case. */
  readonly act: Act;
  /** The case, or anything of it that has an id in the API; `null` where the change begins a case. */
  readonly target: (input: Input) => string | null;
  /** How the viewer comes to the case; by knowing it where left out, else the answer may be none. */
  readonly locateBy?: CaseLocator;
  readonly work: (scope: CommandScope, input: Input, context: RequestContext) => Promise<Result> | Result;
}

/**
 * One mutation field about a case, to be read from top to bottom: who may do what to what, what is done, what is
 * answered.
 */
export interface CaseMutation<Input extends ChangeInput, Result extends CaseResult, Answer> extends CaseChange<
  Input,
  Result
> {
  /** The name of the type that it answers with: whatever is withheld of it is explained by that. */
  readonly typename: string;
  /** The rule by which the whole answer may be closed to whoever made the change. */
  readonly closedBy?: RuleName;
  /** The answer, read afresh after the change. */
  readonly answer: (loaded: LoadedCase, result: Result, scope: ReadScope) => Answer | null;
  /** Of a change that may lose a race: what whoever lost it is told. */
  readonly conflict?: Conflict<Input>;
}

/** The object as it is now, read as the viewer may see it and recorded as every read is: what is needed to merge. */
interface Conflict<Input> {
  /** The object, or with `isCase` the case that it stands in. */
  readonly id: (input: Input) => string;
  readonly isCase?: true;
  /** The object as presented; `null` where the viewer may not see it (any more). */
  readonly read: (loaded: LoadedCase, id: string, input: Input) => Shown | null;
  /** The fields of it that the conflict tells. */
  readonly fields: readonly string[];
  /** What it needs whatever the client selects. */
  readonly loads?: readonly Needed[];
}

export function caseMutation<Input extends ChangeInput, Result extends CaseResult, Answer>(
  mutation: CaseMutation<Input, Result, Answer>,
): new () => object {
  const { typename, locateBy, closedBy, answer, conflict } = mutation;
  const loads = [...(mutation.loads ?? []), ...(conflict?.loads ?? [])];
  return mutationField({ ...mutation, ...(loads.length > 0 && { loads }) }, async (input, context, info) => {
    const result = await run(mutation, input, context).catch(async (error: unknown) => {
      throw conflict === undefined ? error : await withCurrent(error, conflict, input, context);
    });
    const scope = await openAfterChange(context, requireId<'Case'>(result.caseId));
    const loaded = await scope.load(requireId(result.caseId), needsOf(context));
    if (loaded === null) {
      if (locateBy !== undefined) return null;
      throw new DomainError('NOT_FOUND', 'caseNotFound');
    }
    scope.log.recordCase(loaded.id);
    context.withheldReport.add(info, typename, [loaded], closedBy);
    return answer(loaded, result, scope);
  });
}

/** One mutation field about a case that whoever makes the change need not know. */
export interface OutsideCaseMutation<Input extends ChangeInput, Result extends CaseResult, Answer> extends CaseChange<
  Input,
  Result
> {
  /** The answer, read afresh after the change. */
  readonly read: (scope: ReadScope, result: Result, context: RequestContext) => Promise<Answer | null>;
}

export function outsideCaseMutation<Input extends ChangeInput, Result extends CaseResult, Answer>(
  mutation: OutsideCaseMutation<Input, Result, Answer>,
): new () => object {
  return mutationField(mutation, async (input, context) => {
    const result = await run(mutation, input, context);
    return mutation.read(await openAfterChange(context, null), result, context);
  });
}

async function run<Input extends ChangeInput, Result extends CaseResult>(
  { name: operation, act, target, locateBy, work }: CaseChange<Input, Result>,
  input: Input,
  context: RequestContext,
): Promise<Result> {
  const { runCommand } = await beginChange(context);
  const { requestId = null } = input;
  const request = { operation, act, requestId, input };
  const located = { ...request, target: target(input), ...(locateBy && { locateBy }) };
  return runCommand(caseTarget(located), request, (scope) => work(scope, input, context));
}

/** What is thrown in the place of an error: where the change lost a race, the same with the object as it is now. */
async function withCurrent<Input>(
  error: unknown,
  { id, isCase, read, fields }: Conflict<Input>,
  input: Input,
  context: RequestContext,
): Promise<unknown> {
  if (!(error instanceof DomainError) || error.reason !== 'versionPassed') return error;
  const scope = await openAfterChange(context, null);
  const needs = needsOf(context);
  const loaded = await (isCase ? scope.load(requireId(id(input)), needs) : scope.locate(id(input), needs));
  const shown = loaded && read(loaded, requireId(id(input)), input);
  if (shown === null) return new DomainError('NOT_FOUND', 'nodeNotFound');
  scope.log.addAll(shown.entries);
  const current = Object.fromEntries(fields.map((field) => [field, shown.value(field)]));
  return new DomainError(error.code, error.reason, error.params, current);
}
