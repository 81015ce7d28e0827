import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { Open } from '../../graphql/field-policy.js';
import { caseOf } from '../../access/loaded-case.js';
import { NoteType } from './note.type.js';
import { ObjectionType } from './objection.type.js';
import { objectionsTo } from './objection.queries.js';

@Resolver(() => NoteType)
export class ObjectionResolver {
  @Open()
  @FieldResolver(() => [ObjectionType], {
    description: 'What the young person or a guardian says against it, by date.',
  })
  objections(@Root() note: Shown): readonly Shown[] {
    return objectionsTo(caseOf(note), note.value('id') as string);
  }
}
