import type { AgencyId, RoleTermId } from '../../src/core/ids.js';
import type { ProposalBasis } from '../../src/core/proposal.js';
import { basisOf, identityHolder } from '../../src/core/rules/blind-proposal.js';
import { proposalToldTo } from '../../src/core/rules/proposal-visibility.js';
import { requireTargetAge } from '../../src/core/rules/target-age.js';
import { midnight, people, POLICE, SOCIAL, UDDEVALLA, VELLINGE } from '../support/core-fixtures.js';
import type { Name } from '../support/core-fixtures.js';
import { refused } from '../support/refused.js';

const between = (proposer: AgencyId): { proposer: AgencyId; coordinator: AgencyId } => ({
  proposer,
  coordinator: SOCIAL,
});

describe('who holds whom a proposal is about', () => {
  it.each<[string, AgencyId, ProposalBasis | null, AgencyId]>([
    ['the police, blind', POLICE, null, POLICE],
    ['the police, on the family’s yes', POLICE, 'FAMILY_AGREED', SOCIAL],
    ['social services themselves', SOCIAL, null, SOCIAL],
  ])('%s', (_, proposer, stated, holder) => {
    expect(identityHolder(basisOf(stated, between(proposer)), between(proposer))).toBe(holder);
  });

  it('nobody states to be of one agency who is not', () => {
    expect(() => basisOf('SAME_AGENCY', between(POLICE))).toThrow('notSameAgency');
  });
});

describe('who is told of a proposal by Bo of the police', () => {
  const toldTo = (knows: Name[], isDestroyed = false): Record<string, string> => {
    const proposerId = isDestroyed ? null : ('Bo, police officer' as RoleTermId);
    const answers = (Object.keys(people) as Name[]).map((name) => [
      name,
      proposalToldTo(people[name], { proposerId, isDestroyed, knowsCase: knows.includes(name) }),
    ]);
    return Object.fromEntries(answers.filter(([, told]) => told !== null)) as Record<string, string>;
  };

  it('Bo, what became of it; Sara, who coordinates it, the case; of all others nobody', () => {
    expect(toldTo(['sara'])).toEqual({ bo: 'STATE', sara: 'CASE' });
  });

  it('Bo nothing more when he takes part in the case; Anna, who takes part, nothing', () => {
    expect(toldTo(['sara', 'bo', 'anna', 'elsa', 'maria'])).toEqual({ bo: 'STATE', sara: 'CASE' });
  });

  it('once destroyed, a coordinator that there was one', () => {
    expect(toldTo([], true)).toEqual({ sara: 'NUMBER' });
  });
});

describe('the target age turns at local midnight', () => {
  const asked = (rules: typeof UDDEVALLA, birthDate: string, at: number): string | null =>
    refused(() => requireTargetAge([{ validFrom: 0, pack: rules }], birthDate, at));
  const outside = 'BAD_USER_INPUT outsideTargetAge 12 20';

  it('begins on a birthday and ends the day before the one after the last', () => {
    const [twelve, twentyOne] = [midnight('2022-06-10'), midnight('2031-06-10')];
    expect(asked(UDDEVALLA, '2010-06-10', twelve - 1)).toBe(outside);
    expect(asked(UDDEVALLA, '2010-06-10', twelve)).toBeNull();
    expect(asked(UDDEVALLA, '2010-06-10', twentyOne - 1)).toBeNull();
    expect(asked(UDDEVALLA, '2010-06-10', twentyOne)).toBe(outside);
  });

  it('and is an error before there are any rules', () => {
    expect(() => requireTargetAge([{ validFrom: 1, pack: VELLINGE }], '2010-06-10', 0)).toThrow('rules in force');
  });
});
