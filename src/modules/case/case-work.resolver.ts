import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { change } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { EndAssignmentInput, RequestConsentInput } from './case-input.type.js';
import { endAssignment, requestConsent } from './case.commands.js';
import { CaseType, ParticipantType } from './case.type.js';
import { caseView, findCase, participants, presentCase } from './case.view.js';

@Resolver()
export class CaseWorkResolver {
  @Mutation(() => ParticipantType, {
    nullable: true,
    description:
      'Ends an assignment at once; a professional the own one, a unit manager those of the own agency, the coordinator any other. None where the case is not yours, or thereby no longer.',
  })
  async endAssignment(
    @Arg('input', () => EndAssignmentInput) input: EndAssignmentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ParticipantType | null> {
    const { result, scope } = await change(context, (run) => endAssignment(run, input));
    const view = await caseView(scope, result.caseId);
    if (view === null) return null;
    context.answered.add(info, 'Participant', [view]);
    scope.recorder.touch(view.id);
    return (await participants(scope, view.id)).find(({ id }) => id === result.participantId) ?? null;
  }

  @Mutation(() => CaseType, {
    nullable: true,
    description: 'An accepted case waits for the consent of the family from now on; by the coordinator.',
  })
  async requestConsent(
    @Arg('input', () => RequestConsentInput) input: RequestConsentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseType | null> {
    const { result, scope } = await change(context, (run) => requestConsent(run, input));
    const view = await findCase(scope, result.caseId);
    context.answered.add(info, 'Case', [view]);
    return presentCase(view);
  }
}
