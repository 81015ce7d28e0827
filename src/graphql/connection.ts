import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { AccessEntry } from '../access/access-log.js';
import { Shown } from '../access/shown.js';
import type { FieldRules } from '../access/shown.js';
import { DomainError } from '../core/errors.js';
import type { CursorCodec } from '../crypto/cursor.js';
import { Open } from './field-policy.js';
import { CursorScalar } from './scalars.js';

const MAX_PAGE = 200;

@Open()
@ObjectType('PageInfo', { description: 'Where a page ends (Relay).', simpleResolvers: true })
export class PageInfoType {
  @Field({ description: 'More follow that the viewer may see.' })
  hasNextPage!: boolean;

  @Field(() => CursorScalar, { nullable: true, description: 'Give it as `after` for the next page.' })
  endCursor!: string | null;

  @Field({ description: 'Some that the viewer may see come before it.' })
  hasPreviousPage!: boolean;

  @Field(() => CursorScalar, { nullable: true, description: 'Of the first of this page.' })
  startCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'At most this many, 1 to 200.' })
  first!: number;

  @Field(() => CursorScalar, { nullable: true, description: 'Only what follows this cursor.' })
  after?: string | null;
}

/** A list of which a page is shown. */
export interface Listed<Item extends object> {
  /** Of the connection. */
  readonly typename: string;
  /** Everything in it that the viewer may see, in any order. */
  readonly items: readonly Item[];
  /** A text per item that sorts as the list does and is unique, so that a page can start behind it. */
  readonly key: (item: Item) => string;
  readonly descending?: boolean;
  /** Only what is on the page is shown. */
  readonly show: (item: Item) => object;
}

/**
 * One page of a list: counts and places range over what the viewer may see, nothing else.
 *
 * @throws DomainError BAD_USER_INPUT or LIMIT_EXCEEDED on an impossible page or a cursor that is not of this list.
 */
export function page<Item extends object>(
  { typename, items, key, descending, show }: Listed<Item>,
  args: PageArgs,
  cursors: { readonly codec: CursorCodec; readonly context: string },
): { readonly connection: Shown; readonly onPage: readonly Item[] } {
  checkPageSize(args.first);
  const direction = descending === true ? -1 : 1;
  const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -direction : direction);
  const sorted = items.map((item) => ({ key: key(item), item })).sort((a, b) => compare(a.key, b.key));
  const start =
    args.after === undefined || args.after === null ? null : cursors.codec.open(cursors.context, args.after);
  const behind = start === null ? sorted : sorted.filter((one) => compare(one.key, start) > 0);
  const taken = behind.slice(0, args.first);
  const cursorOf = ({ key: place }: { readonly key: string }): string => cursors.codec.seal(cursors.context, place);
  // A cursor is sealed where it is asked for: most often none is.
  const edges = taken.map((one) => ({
    node: show(one.item),
    get cursor() {
      return cursorOf(one);
    },
  }));
  const pageInfo = {
    hasNextPage: behind.length > edges.length,
    hasPreviousPage: behind.length < sorted.length,
    get startCursor() {
      return edges[0]?.cursor ?? null;
    },
    get endCursor() {
      return edges.at(-1)?.cursor ?? null;
    },
  };
  const onPage = taken.map(({ item }) => item);
  const fieldDiscloses = {
    edges: presence(onPage),
    pageInfo: presence(onPage),
    // Counting what the viewer may see shows that it is there.
    totalCount: presence(items),
  };
  const values = { edges, pageInfo, totalCount: items.length };
  return { connection: new Shown(typename, CONNECTION, null, { values, fieldDiscloses }), onPage };
}

/** Every field of a connection is for whoever may see the list; its nodes were judged before. */
const CONNECTION: FieldRules = new Map(['edges', 'pageInfo', 'totalCount'].map((field) => [field, { kind: 'open' }]));

function presence(items: readonly object[]): readonly AccessEntry[] {
  return items.flatMap((item) =>
    item instanceof Shown ? item.entries : 'entry' in item ? [item.entry as AccessEntry] : [],
  );
}

/** @throws DomainError BAD_USER_INPUT or LIMIT_EXCEEDED. */
export function checkPageSize(first: number): void {
  if (first < 1) throw new DomainError('BAD_USER_INPUT', 'pageTooSmall', { max: MAX_PAGE });
  if (first > MAX_PAGE) throw new DomainError('LIMIT_EXCEEDED', 'pageTooLarge', { max: MAX_PAGE });
}
