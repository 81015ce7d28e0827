import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import type { CaseLocator } from '../access/case-target.js';
import type { CommandScope } from '../access/command-scope.js';
import type { CommandResult } from '../access/idempotency.js';
import type { LoadedCase } from '../access/loaded-case.js';
import type { Shown } from '../access/shown.js';
import { DomainError } from '../core/errors.js';
import { requireId } from '../core/ids.js';
import type { Act } from '../core/permissions.js';
import { Loads } from './field-policy.js';
import type { Needed } from './field-policy.js';
import { change, changeOrCurrent, needsOf } from './context.js';
import type { RequestContext } from './context.js';

/** What the input of every change of a case carries. */
interface ChangeInput {
  readonly requestId?: string | null;
}

/** The ids that a change answers with; its case among them. */
type ChangeResult = CommandResult & { readonly caseId: string };

/**
 * One mutation field about a case, to be read from top to bottom: who may do what to what, what is done, what is
 * answered.
 */
export interface MutationDeclaration<Input extends ChangeInput, Result extends ChangeResult> {
  readonly name: string;
  readonly description: string;
  readonly input: ClassType<Input>;
  /** The type of the API that it answers with. */
  readonly type: ClassType;
  /** The name of that type. */
  readonly typename: string;
  /** Who may do it, and in which status of the case. */
  readonly act: Act;
  /** The case, or anything of it that has an id in the API; `null` where the change begins a case. */
  readonly target: (input: Input) => string | null;
  readonly locateBy?: CaseLocator;
  readonly work: (scope: CommandScope, input: Input) => Promise<Result>;
  /** The answer, read afresh behind the change. */
  readonly answer: (loaded: LoadedCase, result: Result) => Shown | null;
  /** Of a change that may lose a race: the object as it is now, and the fields of it that the conflict tells. */
  readonly conflict?: {
    readonly id: (input: Input) => string;
    readonly read: (loaded: LoadedCase, id: string) => Shown | null;
    readonly fields: readonly string[];
    /** What it needs whatever the client selects. */
    readonly loads?: readonly Needed[];
  };
}

/** A class with the one field, as the builder of the schema takes it. */
export function mutation<Input extends ChangeInput, Result extends ChangeResult>(
  declaration: MutationDeclaration<Input, Result>,
): new () => object {
  const { name, description, input: Input, type, typename } = declaration;
  class OneMutation {
    async run(input: Input, context: RequestContext, info: GraphQLResolveInfo): Promise<Shown | null> {
      const { result, scope } = await changed(declaration, input, context);
      const loaded = await scope.load(requireId(result.caseId), needsOf(context));
      if (loaded === null) throw new DomainError('NOT_FOUND', 'caseNotFound');
      scope.log.recordCase(loaded.id);
      context.answered.add(info, typename, [loaded]);
      return declaration.answer(loaded, result);
    }
  }
  const { prototype } = OneMutation;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, 'run') ?? {};
  Mutation(() => type, { name, nullable: true, description })(prototype, 'run', descriptor);
  if (declaration.conflict?.loads) Loads(...declaration.conflict.loads)(prototype, 'run', descriptor);
  Arg('input', () => Input)(prototype, 'run', 0);
  Ctx()(prototype, 'run', 1);
  Info()(prototype, 'run', 2);
  Resolver()(OneMutation);
  return OneMutation;
}

function changed<Input extends ChangeInput, Result extends ChangeResult>(
  { name: operation, act, target, locateBy, work, conflict }: MutationDeclaration<Input, Result>,
  input: Input,
  context: RequestContext,
): ReturnType<typeof change<Result>> {
  const { requestId = null } = input;
  const request = { operation, act, requestId, target: target(input), input, ...(locateBy && { locateBy }) };
  const command = (run: Parameters<Parameters<typeof change<Result>>[1]>[0]): Promise<Result> =>
    run(request, (scope) => work(scope, input));
  if (conflict === undefined) return change(context, command);
  return changeOrCurrent(context, command, conflict.id(input), conflict.read, conflict.fields);
}
