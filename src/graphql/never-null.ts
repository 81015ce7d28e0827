import { Extensions } from 'type-graphql';
import type { GraphQLInputField } from 'graphql';

const KEY = 'neverNull';

/**
 * On a field of an input that may be left out, and then stays as it is, of something that cannot be without: an explicit
 * null is refused and not taken for left out.
 */
export const NeverNull = (): PropertyDecorator => Extensions({ [KEY]: true });

export function isNeverNull({ extensions }: Pick<GraphQLInputField, 'extensions'>): boolean {
  return extensions[KEY] === true;
}
