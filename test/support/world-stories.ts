import type { CaseFacts, Statement } from '../../src/core/case-facts.js';
import { swedishMidnight } from './swedish-midnight.js';
import { ELSA, INSTANTS, JOHAN, LONG_AGO } from './world-cast.js';

// Stories that chance hardly tells, so that worlds are told them on purpose.

/**
 * The 15th birthday passes while one guardian has not answered; that guardian says yes
 * and so opens what waited; and is prevented later, when the others have not spoken since.
 */
export const freedByOneWhoLeaves = (facts: Pick<CaseFacts, 'packs' | 'custody' | 'ledger'>): typeof facts => {
  const [yes] = facts.ledger.filter(({ decision, subjectId }) => decision === 'GRANTED' && subjectId === ELSA);
  if (yes === undefined) return facts;
  const birthday = swedishMidnight('2026-06-15');
  const appliesFrom = swedishMidnight('2026-10-25');
  const sequence = facts.ledger.length + 1;
  return {
    packs: facts.packs.map(({ pack }) => ({
      validFrom: LONG_AGO,
      pack: { ...pack, youngPersonSignsFromAge: 15, guardiansSignUntilAge: 18, timeMayOpen: false },
    })),
    custody: [
      ...facts.custody.filter(({ subjectId, guardianId }) => subjectId !== ELSA || guardianId !== JOHAN),
      {
        ...{ subjectId: ELSA, guardianId: JOHAN, from: '2014-01-01', until: null },
        preventedFrom: '2027-01-10',
        preventedUntil: null,
      },
    ],
    ledger: [
      ...facts.ledger.filter(
        (said) => said.signerId !== JOHAN && said.decision === 'GRANTED' && said.appliesFrom < birthday,
      ),
      { ...yes, sequence, signerId: JOHAN, appliesFrom, recordedAt: appliesFrom, until: null, dataPeriods: null },
    ],
  };
};

const [OPENED = 0, CLOSED = 0, RECORDED_IN_GAP = 0, OPENED_AGAIN = 0] = INSTANTS.slice(3, 7);
export { RECORDED_IN_GAP };

/**
 * All who said yes early stay with it; Elsa takes hers back, and gives it again later. What was recorded while it was
 * taken back stays closed after that.
 */
export const openedAgain = (facts: Pick<CaseFacts, 'ledger' | 'blocks'>): typeof facts => {
  const [yes] = facts.ledger.filter(({ decision, subjectId }) => decision === 'GRANTED' && subjectId === ELSA);
  if (yes === undefined) return facts;
  const says = (decision: Statement['decision'], appliesFrom: number): Omit<Statement, 'sequence'> => ({
    ...{ ...yes, signerId: ELSA, decision, grants: decision === 'GRANTED' ? yes.grants : null },
    ...{ appliesFrom, recordedAt: appliesFrom, until: null, dataPeriods: null },
  });
  const kept = facts.ledger
    .filter((said) => said.decision === 'GRANTED' && said.appliesFrom < CLOSED)
    .map((said) => ({ ...said, until: null, dataPeriods: null }));
  return {
    blocks: [],
    ledger: [...kept, says('GRANTED', OPENED), says('WITHDRAWN', CLOSED), says('GRANTED', OPENED_AGAIN)].map(
      (said, index) => ({ ...said, sequence: index + 1 }),
    ),
  };
};
