import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { NoteType } from './note.type.js';
import { ObjectionType } from './objection.type.js';
import { objectionsTo } from './objection.view.js';

@Resolver(() => NoteType)
export class ObjectionResolver {
  @Open()
  @FieldResolver(() => [ObjectionType], {
    description: 'What the young person or a guardian says against it, by date.',
  })
  objections(@Root() note: NoteType, @Ctx() context: RequestContext): Promise<ObjectionType[]> {
    return objectionsTo(scopeOf(context), note);
  }
}
