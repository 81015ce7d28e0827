import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { change, needsOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads } from '../../graphql/field-policy.js';
import { EndAssignmentInput, RequestConsentInput } from './case-input.type.js';
import { endAssignment, requestConsent } from './case.commands.js';
import { CaseType, ParticipantType } from './case.type.js';
import { getCase, PARTICIPANTS, participants, presentCase } from './case.view.js';

@Resolver()
export class CaseWorkResolver {
  @Loads(PARTICIPANTS)
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
    const loaded = await scope.load(result.caseId, needsOf(context));
    if (loaded === null) return null;
    context.answered.add(info, 'Participant', [loaded]);
    scope.log.recordCase(loaded.id);
    return participants(loaded).find(({ id }) => id === result.participantId) ?? null;
  }

  @Mutation(() => CaseType, {
    nullable: true,
    description: 'An accepted case waits for the consent of the family from now on; by the coordinator.',
  })
  async requestConsent(
    @Arg('input', () => RequestConsentInput) input: RequestConsentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    const { result, scope } = await change(context, (run) => requestConsent(run, input));
    const loaded = await getCase(scope, result.caseId, needsOf(context));
    context.answered.add(info, 'Case', [loaded]);
    return presentCase(loaded);
  }
}
