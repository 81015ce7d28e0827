import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { page } from '../../graphql/connection.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { NoteConnectionType, NotesArgs } from './note.type.js';
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
}
