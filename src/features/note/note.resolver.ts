import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { RunCommand } from '../../access/case-target.js';
import type { Shown } from '../../access/shown.js';
import { page } from '../../graphql/connection.js';
import { change, needsOf, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { getCase } from '../case/case.view.js';
import { CorrectNoteInput, ObjectInput, WriteNoteInput } from './note-input.type.js';
import { correctNote, writeNote } from './note.commands.js';
import type { NoteResult } from './note.commands.js';
import { object } from './objection.commands.js';
import { NoteConnectionType, NotesArgs, NoteType } from './note.type.js';
import { askedNotes, note, noteById, noteKey } from './note.view.js';

@Resolver(() => CaseType)
export class NoteResolver {
  @Open()
  @FieldResolver(() => NoteConnectionType, { description: 'The notes that the viewer may see, newest first.' })
  notes(@Root() shown: Shown, @Args() args: NotesArgs, @Ctx() context: RequestContext): Shown {
    const loaded = caseOf(shown);
    const { connection } = page(
      {
        typename: 'NoteConnection',
        items: askedNotes(loaded, args),
        key: noteKey,
        descending: true,
        show: (piece) => note(loaded, piece),
      },
      args,
      { codec: context.cursors, context: `${scopeOf(context).viewer.id} notes ${loaded.id}` },
    );
    return connection;
  }

  @Mutation(() => NoteType, {
    nullable: true,
    description: "Writes a note for the viewer's own agency. A note is never overwritten.",
  })
  writeNote(
    @Arg('input', () => WriteNoteInput) input: WriteNoteInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
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
  ): Promise<Shown | null> {
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
  ): Promise<Shown | null> {
    return noteAfter(context, info, (run) => object(run, input));
  }
}

async function noteAfter(
  context: RequestContext,
  info: GraphQLResolveInfo,
  command: (run: RunCommand) => Promise<NoteResult>,
): Promise<Shown | null> {
  const { result, scope } = await change(context, command);
  const loaded = await getCase(scope, result.caseId, needsOf(context));
  context.answered.add(info, 'Note', [loaded]);
  return noteById(loaded, result.noteId);
}
