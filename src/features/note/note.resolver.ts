import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { page } from '../../graphql/connection.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { NoteConnectionType, NotesArgs } from './note.type.js';
import { askedNotes, note, noteKey } from './note.queries.js';

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
}
