import { FieldResolver, Resolver } from 'type-graphql';
import { DISCLOSURE_LAW } from '../../core/disclosure-law.js';
import { INFORMATION_CATEGORIES } from '../../core/information-category.js';
import { Open } from '../../graphql/field-policy.js';
import { MunicipalityType } from '../agency/agency.type.js';
import { GroundInLawType } from './ground-in-law.type.js';

@Resolver(() => MunicipalityType)
export class GroundInLawResolver {
  @Open()
  @FieldResolver(() => [GroundInLawType], {
    description: 'The law on disclosing without consent, every row with its dates: what was, is and will be in force.',
  })
  disclosureGrounds(): GroundInLawType[] {
    return DISCLOSURE_LAW.map(({ only, never = [], belowAge = null, ...row }) => ({
      ...{ ...row, belowAge },
      categories: (only ?? INFORMATION_CATEGORIES).filter((category) => !never.includes(category)),
    }));
  }
}
