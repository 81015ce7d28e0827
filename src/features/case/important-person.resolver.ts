import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RunCommand } from '../../access/case-target.js';
import { withId } from '../../access/shown.js';
import type { Shown } from '../../access/shown.js';
import { change, needsOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { AddImportantPersonInput, EndImportantPersonInput } from '../person/important-person-input.type.js';
import { addImportantPerson, endImportantPerson } from '../person/important-person.commands.js';
import type { ImportantPersonResult } from '../person/important-person.commands.js';
import { ImportantPersonType } from '../person/person.type.js';
import { importantPersons } from '../person/person.view.js';
import { getCase } from './case.view.js';

@Resolver()
export class ImportantPersonResolver {
  @Mutation(() => ImportantPersonType, {
    nullable: true,
    description: 'Names somebody else who matters to the young person, who gets no login; by the coordinator.',
  })
  addImportantPerson(
    @Arg('input', () => AddImportantPersonInput) input: AddImportantPersonInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    return personAfter(context, info, (run) => addImportantPerson(run, input));
  }

  @Mutation(() => ImportantPersonType, {
    nullable: true,
    description:
      'From a day on somebody is no longer one of those round the young person: not called in, nothing new to do; by the coordinator.',
  })
  endImportantPerson(
    @Arg('input', () => EndImportantPersonInput) input: EndImportantPersonInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    return personAfter(context, info, (run) => endImportantPerson(run, input));
  }
}

async function personAfter(
  context: RequestContext,
  info: GraphQLResolveInfo,
  command: (run: RunCommand) => Promise<ImportantPersonResult>,
): Promise<Shown | null> {
  const { result, scope } = await change(context, command);
  const loaded = await getCase(scope, result.caseId, needsOf(context));
  context.answered.add(info, 'OtherImportantPerson', [loaded]);
  return withId(importantPersons(loaded), result.importantPersonId);
}
