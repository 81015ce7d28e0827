import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { page } from '../../graphql/connection.js';
import { change, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { findCase } from '../case/case.view.js';
import { CorrectNoteInput, ObjectInput, WriteNoteInput } from './note-input.type.js';
import type { RunCommand } from '../../access/command-runner.js';
import { correctNote, writeNote } from './note.commands.js';
import type { NoteResult } from './note.commands.js';
import { object } from './objection.commands.js';
import { NoteConnectionType, NotesArgs, NoteType } from './note.type.js';
import { notes } from './note.view.js';

@Resolver(() => CaseType)
export class NoteResolver {
  @Open()
  @FieldResolver(() => NoteConnectionType, { description: 'The notes that the viewer may see, newest first.' })
  async notes(
    @Root() { id }: CaseType,
    @Args() args: NotesArgs,
    @Ctx() context: RequestContext,
  ): Promise<NoteConnectionType> {
    const scope = scopeOf(context);
    const all = await notes(scope, id);
    const asked =
      args.category === undefined || args.category === null
        ? all
        : all.filter(({ category }) => category === args.category);
    const cursors = { codec: context.cursors, context: `${scope.viewer.id} notes ${id}` };
    return page(
      asked,
      args,
      { key: (note) => `${String(note.writtenAt).padStart(15, '0')} ${note.id}`, descending: true },
      cursors,
    );
  }

  @Mutation(() => NoteType, {
    nullable: true,
    description: "Writes a note for the viewer's own agency. A note is never overwritten.",
  })
  writeNote(
    @Arg('input', () => WriteNoteInput) input: WriteNoteInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NoteType | null> {
    return noteAfter(context, info, (run) => writeNote(run, input));
  }

  @Mutation(() => NoteType, {
    nullable: true,
    description: "Corrects a note of the viewer's own agency by a new one; the earlier one stays as it was.",
  })
  correctNote(
    @Arg('input', () => CorrectNoteInput) input: CorrectNoteInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NoteType | null> {
    return noteAfter(context, info, (run) => correctNote(run, input));
  }

  @Mutation(() => NoteType, {
    nullable: true,
    description: 'Objects to a note; for the young person and the guardians. The objection is shown with the note.',
  })
  object(
    @Arg('input', () => ObjectInput) input: ObjectInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NoteType | null> {
    return noteAfter(context, info, (run) => object(run, input));
  }
}

async function noteAfter(
  context: RequestContext,
  info: GraphQLResolveInfo,
  command: (run: RunCommand) => Promise<NoteResult>,
): Promise<NoteType | null> {
  const { result, scope } = await change(context, command);
  const view = await findCase(scope, result.caseId);
  context.answered.add(info, 'Note', [view]);
  return (await notes(scope, view.id)).find(({ id }) => id === result.noteId) ?? null;
}
