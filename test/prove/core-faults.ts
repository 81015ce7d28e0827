/** One wrong variant of the core: in `file` of src/core, `find` (which stands there once) replaced by `replace`. */
export interface CoreFault {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const fault = (name: string, file: string, find: string, replace: string): CoreFault => ({ name, file, find, replace });

/** Mistakes that somebody who writes such rules makes; every one of them must be found by the properties. */
export const CORE_FAULTS: readonly CoreFault[] = [
  fault('a period without its first instant', 'period.ts', 'period.from <= at', 'period.from < at'),
  fault('a period with its end', 'period.ts', 'at < period.until)', 'at <= period.until)'),
  fault('periods that touch are not one', 'period.ts', 'last.until < next.from))', 'last.until > next.from))'),

  fault('a block ignored', 'cell-timeline.ts', 'blocks.some(({ period }) => contains(period, at))', 'false'),
  fault('time opens', 'cell-timeline.ts', 'isBlocked || waits ?', 'isBlocked ?'),
  fault('a block beats only what waits', 'cell-timeline.ts', 'isBlocked || waits ?', 'isBlocked && waits ?'),
  fault(
    'what was open waits as well',
    'cell-timeline.ts',
    'step?.byTimeAlone === true && !isOpen',
    'step?.byTimeAlone === true',
  ),
  fault('an opening does not end the wait', 'cell-timeline.ts', 'if (isOpen) waitsSince = null;', ''),
  fault('nobody who must sign is open', 'cell-timeline.ts', 'signers.length === 0 || isNo(', 'isNo('),
  fault(
    'the own no ignored',
    'cell-timeline.ts',
    'signers.length === 0 || isNo(lastOf(subjectId, at))',
    'signers.length === 0',
  ),
  fault(
    'one yes for all',
    'cell-timeline.ts',
    `if (last === null || answerOf(last, at) !== 'GRANTED') return null;`,
    `if (last === null || answerOf(last, at) !== 'GRANTED') continue;`,
  ),
  fault(
    'gaps are open',
    'cell-timeline.ts',
    'gaps.push({ from: last.until, until: from })',
    'gaps.push({ from, until: from })',
  ),

  fault(
    'the oldest statement speaks',
    'rules/last-statement.ts',
    'next.sequence > last.sequence',
    'next.sequence < last.sequence',
  ),
  fault(
    'the statement that applies latest speaks, not the newest',
    'rules/last-statement.ts',
    'next.sequence > last.sequence',
    'next.appliesFrom > last.appliesFrom',
  ),
  fault('a statement applies before its time', 'rules/last-statement.ts', ' && next.appliesFrom <= at', ''),
  fault(
    'a statement applies only after its first instant',
    'rules/last-statement.ts',
    'next.appliesFrom <= at',
    'next.appliesFrom < at',
  ),
  fault('a consent lasts through its end', 'rules/last-statement.ts', 'at < last.until', 'at <= last.until'),
  fault('a consent does not end', 'rules/last-statement.ts', 'last.until === null || at < last.until', 'true'),
  fault(
    'a no to everything names nothing',
    'rules/last-statement.ts',
    `grants === null ? decision !== 'GRANTED'`,
    'grants === null ? false',
  ),

  fault(
    'consent in the other direction',
    'cell.ts',
    'fromIds.includes(holderId) && toIds.includes(recipientId)',
    'fromIds.includes(recipientId) && toIds.includes(holderId)',
  ),
  fault('consent to somebody else', 'cell.ts', ' && toIds.includes(recipientId)', ''),
  fault('consent of every holder', 'cell.ts', 'fromIds.includes(holderId) && ', ''),
  fault('consent about another category', 'cell.ts', ' && categories.includes(category)', ''),
  fault(
    "a holder's block of its own cells ignored",
    'rules/block.ts',
    'byHolderId !== cell.holderId',
    'byHolderId === cell.holderId',
  ),
  fault(
    'a block of everything names nothing',
    'rules/block.ts',
    'grants === null || names(',
    'grants !== null && names(',
  ),

  fault(
    'custody lasts through its last instant',
    'rules/custody.ts',
    'return contains(datesBetween(from, until), at);',
    'return contains(datesBetween(from, until), at) || at === datesBetween(from, until).until;',
  ),
  fault('a prevention ignored', 'rules/custody.ts', ' && !isPrevented(fact, at)', ''),
  fault(
    'a prevention never ends',
    'rules/custody.ts',
    'datesBetween(preventedFrom, preventedUntil)',
    'datesBetween(preventedFrom, null)',
  ),
  fault(
    'one custodian is enough',
    'rules/custody.ts',
    'guardianId }) => guardianId))];',
    'guardianId }) => guardianId))].slice(0, 1);',
  ),
  fault(
    'custody of a sibling counts',
    'subject.ts',
    'facts.custody.filter(({ subjectId }) => subjectId === personId)',
    'facts.custody',
  ),
  fault(
    'signs the instant after the birthday',
    'rules/required-signers.ts',
    'at >= turnsAt(birthDate, pack.youngPersonSignsFromAge)',
    'at > turnsAt(birthDate, pack.youngPersonSignsFromAge)',
  ),
  fault(
    'guardians sign on the birthday too',
    'rules/required-signers.ts',
    'at >= turnsAt(birthDate, pack.guardiansSignUntilAge)',
    'at > turnsAt(birthDate, pack.guardiansSignUntilAge)',
  ),
  fault('the wrong age', 'rules/required-signers.ts', 'pack.youngPersonSignsFromAge', 'pack.guardiansSignUntilAge'),
  fault(
    'the young person alone, without any custodian',
    'rules/required-signers.ts',
    'custodians.length === 0 ? [] : ',
    '',
  ),
  fault('born on a leap day, turned a day early', 'calendar.ts', '`${year}-03-01`', '`${year}-02-28`'),
  fault(
    'midnight in another country',
    'calendar.ts',
    'toZonedDateTime(TIME_ZONE).epochMilliseconds',
    `toZonedDateTime('UTC').epochMilliseconds`,
  ),
  fault(
    'an older pack',
    'rules/pack-in-force.ts',
    'version.validFrom > newest.validFrom',
    'version.validFrom < newest.validFrom',
  ),
  fault('a pack before its time', 'rules/pack-in-force.ts', 'version.validFrom > at', 'false'),

  fault('data periods ignored', 'rules/data-periods.ts', 'dataPeriods ?? outside(gaps, until)', 'outside(gaps, until)'),
  fault(
    'what one consent reaches is enough',
    'rules/data-periods.ts',
    'reaches.reduce(intersect, [ALWAYS])',
    'reaches.flat()',
  ),
  fault(
    'recorded after the end of the consent',
    'rules/data-periods.ts',
    '...gaps.map((gap) => gap.from), until]',
    '...gaps.map((gap) => gap.from), null]',
  ),
  fault('an old statement frees what waits', 'rules/time-may-close-never-open.ts', 'change <= appliesFrom && ', ''),
  fault('anybody frees what waits', 'rules/time-may-close-never-open.ts', ' && signers.includes(signerId)', ''),
  fault('no change is by time alone', 'consent-history.ts', 'changed && time.has(from)', 'false && changed'),
  fault('every pack lets time open', 'consent-history.ts', '?.timeMayOpen === false', '?.timeMayOpen === true'),
  fault(
    'consent about a sibling',
    'consent-history.ts',
    'facts.ledger.filter((statement) => statement.subjectId === subjectId)',
    'facts.ledger',
  ),
  fault(
    'a block about a sibling',
    'consent-history.ts',
    'facts.blocks.filter((block) => block.subjectId === subjectId)',
    'facts.blocks',
  ),

  fault('held back ignored', 'judge-staff.ts', 'if (piece.heldBack) return LEFT_OUT;', ''),
  fault(
    'one subject for all',
    'judge-staff.ts',
    'subjectIds.map((subjectId) =>',
    'subjectIds.slice(0, 1).map((subjectId) =>',
  ),
  fault(
    'every staff reads who the guardians are',
    'judge-staff.ts',
    `kind === 'GUARDIAN' && capacity === 'COORDINATOR'`,
    `kind === 'GUARDIAN'`,
  ),
  fault(
    'when it was recorded ignored',
    'judge-staff.ts',
    'data.some((period) => contains(period, recordedAt))',
    'true',
  ),
  fault(
    'another municipality',
    'decide.ts',
    'return viewer.municipalityId === facts.municipalityId\n        ? judgeForStaff',
    'return true\n        ? judgeForStaff',
  ),
  fault('an assignment that has ended', 'rules/assignment.ts', ' && contains(assignment.period, at)', ''),
  fault('the assignment of a colleague', 'rules/assignment.ts', 'assignment.roleTermId === roleTermId && ', ''),

  fault(
    'protected identity ignored',
    'rules/protected-identity.ts',
    'tellsWhereSomebodyIs(kind) ? protections.filter',
    'false ? protections.filter',
  ),
  fault(
    'the place of a meeting unprotected',
    'rules/protected-identity.ts',
    `['CONTACT', 'MEETING_PLACE']`,
    `['CONTACT']`,
  ),
  fault(
    'every colleague handles what is protected',
    'rules/protected-identity.ts',
    `level === 'CONFIDENTIALITY_MARKING' || `,
    'true || ',
  ),
  fault('handlers of other agencies', 'rules/protected-identity.ts', 'viewer.agencyId !== holderId', 'false'),
  fault('the protection of somebody else', 'rules/protected-identity.ts', 'subjectIds.includes(personId)', 'true'),
  fault(
    'a guardian reads what is protected',
    'judge-family.ts',
    'protectionsInForce(facts.protections, piece, at).length > 0',
    'false',
  ),

  fault(
    'kept from a guardian, shown all the same',
    'rules/kept-back.ts',
    'heldBack || hiddenFromIds.includes(familyMemberId)',
    'heldBack',
  ),
  fault('held back, shown to the family', 'rules/kept-back.ts', 'heldBack || hiddenFromIds', 'hiddenFromIds'),
  fault('a guardian after the 18th birthday began', 'rules/guardian-knows.ts', 'at >= majority', 'at > majority'),
  fault('a guardian without custody', 'rules/guardian-knows.ts', ' && hasCustody(fact, at)', ''),
  fault(
    'the family reads what is also about a sibling',
    'rules/own-right.ts',
    'subjectIds.some((id) =>',
    'subjectIds.every((id) =>',
  ),
  fault(
    'the family reads notes of every category',
    'rules/own-right.ts',
    '!JUDGED_BY_CATEGORY.includes(kind) || ',
    'true || ',
  ),
  fault(
    'the family reads no mapping of any category',
    'rules/own-right.ts',
    '!JUDGED_BY_CATEGORY.includes(kind) || ',
    '',
  ),
];
