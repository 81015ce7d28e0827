import { Extensions } from 'type-graphql';
import type { GraphQLInputField } from 'graphql';
import { LONGEST_NAME } from '../core/names.js';

const KEY = 'longestName';

/**
 * On a field of an input: what somebody or something is called, and no free text (`core/names.ts`).
 *
 * @param max characters
 */
export const Name = (max = LONGEST_NAME): PropertyDecorator => Extensions({ [KEY]: max });

/** How long the name may be that the field takes; `null` where it takes no name. */
export function longestName({ extensions }: Pick<GraphQLInputField, 'extensions'>): number | null {
  return (extensions[KEY] as number | undefined) ?? null;
}
