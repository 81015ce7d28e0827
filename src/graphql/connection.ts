import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { disclosing, presenceOf } from '../access/disclosure.js';
import { DomainError } from '../core/errors.js';
import type { CursorCodec } from './cursor.js';
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
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'At most this many, 1 to 200.' })
  first!: number;

  @Field(() => CursorScalar, { nullable: true, description: 'Only what follows this cursor.' })
  after?: string | null;
}

export interface Page<Node extends object> {
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfoType;
  totalCount: number;
}

/** How a list is ordered: a text per row that sorts as the list does and is unique, so that a page can start behind it. */
export interface PageOrder<Node> {
  readonly key: (node: Node) => string;
  readonly descending?: boolean;
}

/**
 * One page of rows that are already presented: counts and places range over what the viewer may see, nothing else.
 *
 * @throws DomainError BAD_USER_INPUT or LIMIT_EXCEEDED on an impossible page or a cursor that is not of this list.
 */
export function page<Node extends object>(
  nodes: readonly Node[],
  args: PageArgs,
  order: PageOrder<Node>,
  cursors: { readonly codec: CursorCodec; readonly context: string },
): Page<Node> {
  checkPageSize(args.first);
  const direction = order.descending === true ? -1 : 1;
  const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -direction : direction);
  const sorted = nodes.map((node) => ({ key: order.key(node), node })).sort((a, b) => compare(a.key, b.key));
  const start =
    args.after === undefined || args.after === null ? null : cursors.codec.open(cursors.context, args.after);
  const behind = start === null ? sorted : sorted.filter(({ key }) => compare(key, start) > 0);
  const edges = behind
    .slice(0, args.first)
    .map(({ key, node }) => ({ cursor: cursors.codec.seal(cursors.context, key), node }));
  const shown = presenceOf(edges.map(({ node }) => node));
  const pageInfo = { hasNextPage: behind.length > edges.length, endCursor: edges.at(-1)?.cursor ?? null };
  return disclosing({ edges, pageInfo, totalCount: sorted.length }, [], {
    edges: shown,
    pageInfo: shown,
    totalCount: presenceOf(sorted.map(({ node }) => node)),
  });
}

/** @throws DomainError BAD_USER_INPUT or LIMIT_EXCEEDED. */
export function checkPageSize(first: number): void {
  if (first < 1) throw new DomainError('BAD_USER_INPUT', 'pageTooSmall', { max: MAX_PAGE });
  if (first > MAX_PAGE) throw new DomainError('LIMIT_EXCEEDED', 'pageTooLarge', { max: MAX_PAGE });
}
