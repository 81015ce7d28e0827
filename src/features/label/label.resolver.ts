import { Arg, Query, Resolver } from 'type-graphql';
import { labelsOf, LABELS } from '../../texts/labels/labels.js';
import { requestInfo } from '../../graphql/request-info.js';
import { EnumLabelsType, EnumLabelType } from './label.type.js';

@Resolver()
export class LabelResolver {
  @Query(() => [EnumLabelsType], {
    description:
      'What to show for every value of every enum, and for the codes of errors, in the language of `Accept-Language`.',
  })
  labels(): EnumLabelsType[] {
    return Object.keys(LABELS).map((name) => ({ name, values: spoken(name) }));
  }

  @Query(() => EnumLabelType, {
    nullable: true,
    description: 'What to show for one value, in the language of `Accept-Language`; none where there is no such value.',
  })
  label(
    @Arg('enum', () => String, { description: 'The name of the enum, such as `CaseStatus`.' }) name: string,
    @Arg('value', () => String, { description: 'The value, such as `PAUSED`.' }) value: string,
  ): EnumLabelType | null {
    return spoken(name).find((label) => label.value === value) ?? null;
  }
}

function spoken(name: string): EnumLabelType[] {
  return [...labelsOf(name, requestInfo.getStore()?.language ?? 'sv')];
}
