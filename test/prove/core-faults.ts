/** One wrong variant of the core: in `file` of src/core, or of another folder, `find` (which stands there once) replaced by `replace`. */
export interface CoreFault {
  readonly under?: 'src' | 'src/core';
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const fault = (name: string, file: string, find: string, replace: string): CoreFault => ({ name, file, find, replace });

/** Mistakes in the formula of consent that somebody who writes such rules makes: they make openings wrong. */
export const FORMULA_FAULTS: readonly CoreFault[] = [
  fault('a period without its first instant', 'period.ts', 'period.from <= at', 'period.from < at'),
  fault('a period with its end', 'period.ts', 'at < period.until)', 'at <= period.until)'),
  fault('periods that touch are not one', 'period.ts', 'last.until < next.from))', 'last.until > next.from))'),

  fault('a block ignored', 'cell-timeline.ts', 'blocks.some(({ period }) => contains(period, at))', 'false'),
  fault('a block is no stop', 'cell-step.ts', 'isRefused || isBlocked || waits ? null', 'isRefused || waits ? null'),
  fault('time opens', 'cell-step.ts', 'isRefused || isBlocked || waits ? null', 'isRefused || isBlocked ? null'),
  fault('a block beats only what waits', 'cell-step.ts', '|| isBlocked || waits ?', '|| (isBlocked && waits) ?'),
  fault('what was open waits as well', 'cell-step.ts', 'wasOpen ? null : signerStep', 'false ? null : signerStep'),
  fault('a wait is forgotten', 'cell-step.ts', '=== true ? at : state.waitsSince', '=== true ? at : null'),
  fault('nobody who must sign is open', 'cell-step.ts', 'words.length > 0 && ', ''),
  fault(
    'the own no ignored',
    'cell-step.ts',
    '[...words, lastOf.get(subjectId) ?? null].some(isNotGranted)',
    'words.some(isNotGranted)',
  ),
  fault('one yes for all', 'cell-step.ts', 'grants.length === words.length', 'grants.length > 0'),
  fault(
    'the oldest statement speaks',
    'cell-step.ts',
    'statement.sequence > last.sequence',
    'statement.sequence < last.sequence',
  ),
  fault(
    'the statement that applies latest speaks, not the newest',
    'cell-step.ts',
    'statement.sequence > last.sequence',
    'true',
  ),
  fault('a closing begins no gap', 'cell-step.ts', '(wasOpen || isRefused', '(isRefused'),
  fault(
    'a first no begins no gap',
    'cell-step.ts',
    'wasOpen || isRefused || isBlocked ? at',
    'wasOpen || isBlocked ? at',
  ),
  fault('a block begins no gap', 'cell-step.ts', 'wasOpen || isRefused || isBlocked ? at', 'wasOpen || isRefused ? at'),
  fault('silence is a gap', 'cell-step.ts', 'wasOpen || isRefused || isBlocked ? at : null', 'at'),
  fault('a gap begins anew with every event', 'cell-step.ts', 'state.gapSince ?? (', '('),
  fault(
    'who signs first signs for ever',
    'cell-step.ts',
    'signerStep?.signers ?? state.signers',
    'state.signers.length > 0 ? state.signers : (signerStep?.signers ?? [])',
  ),
  fault('what is said as the signers change is lost', 'cell-step.ts', 'said.length === 0 ?', 'signerStep !== null ?'),
  fault(
    'a no counts when everybody says it',
    'cell-step.ts',
    'lastOf.get(subjectId) ?? null].some(isNotGranted)',
    'lastOf.get(subjectId) ?? null].every(isNotGranted)',
  ),
  fault('no turn waits', 'cell-step.ts', 'signerStep?.byTimeAlone === true ?', 'false ?'),
  fault(
    'every change of the signers waits',
    'cell-step.ts',
    'signerStep?.byTimeAlone === true ?',
    'signerStep !== null ?',
  ),
  fault('a new yes makes it wait', 'cell-step.ts', '!anyYesSince(', 'anyYesSince('),
  fault(
    'a gap outlives the opening',
    'cell-step.ts',
    'waits: false, gapSince: null };\n\n  // Silence',
    'waits: false, gapSince: state.gapSince };\n\n  // Silence',
  ),
  fault('any word is a yes', 'cell-step.ts', "last !== null && answerOf(last, at) === 'GRANTED'", 'last !== null'),
  fault('an end counts an event late', 'cell-step.ts', ': grantsOfAll(words, at)', ': grantsOfAll(words, state.from)'),
  fault(
    'only who has spoken before is heard',
    'cell-step.ts',
    'last === undefined || statement',
    'last !== undefined && statement',
  ),
  fault(
    'the subject must always sign',
    'cell-step.ts',
    'const words = signers.map(',
    'const words = [...new Set([subjectId, ...signers])].map(',
  ),
  fault(
    'the no of who need not sign closes',
    'cell-step.ts',
    '[...words, lastOf.get(subjectId) ?? null].some(',
    '[...lastOf.values()].some(',
  ),
  fault('gaps are open', 'cell-timeline.ts', 'if (gapSince !== null) gaps.push', 'if (false) gaps.push'),
  fault(
    'a gap ends with its first instant',
    'cell-timeline.ts',
    'until: from });\n      const statements',
    'until: gapSince + 1 });\n      const statements',
  ),
  fault(
    'a statement applies before its time',
    'cell-timeline.ts',
    '({ appliesFrom }) => appliesFrom);',
    '() => -Infinity);',
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
    'at >= guardiansSignUntil(birthDate, pack)',
    'at > guardiansSignUntil(birthDate, pack)',
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

  fault('data periods ignored', 'rules/data-periods.ts', '=> dataPeriods ?? intersect', '=> intersect'),
  fault(
    'what one consent reaches is enough',
    'rules/data-periods.ts',
    'reaches.reduce(intersect, [ALWAYS])',
    'reaches.flat()',
  ),
  fault('recorded after the end of the consent', 'rules/data-periods.ts', '{ from: null, until }]', 'ALWAYS]'),
  fault(
    'a gap that one consent names is open',
    'rules/data-periods.ts',
    '[carrier.dataPeriods ?? carrier.until, carrier]',
    '[carrier.until, carrier]',
  ),
  fault('an old yes frees what waits', 'rules/time-may-close-never-open.ts', ' && last.appliesFrom >= change', ''),
  fault('everybody has to say yes again', 'rules/time-may-close-never-open.ts', '.some((last)', '.every((last)'),
  fault(
    'a yes frees what waits after the change alone, not with it',
    'rules/time-may-close-never-open.ts',
    'last.appliesFrom >= change',
    'last.appliesFrom > change',
  ),
  fault('no change is by time alone', 'consent-history.ts', 'byTimeAlone: changed && isTime', 'byTimeAlone: false'),
  fault('new rules open', 'consent-history.ts', 'rules.has(from) || ', ''),
  fault(
    'rules make of age',
    'rules/majority.ts',
    'Math.max(MAJORITY_AGE, pack.guardiansSignUntilAge)',
    'pack.guardiansSignUntilAge',
  ),
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
];

/** Mistakes in what is decided for a viewer beside the openings. */
const VIEWER_FAULTS: readonly CoreFault[] = [
  fault('held back ignored', 'staff-evaluator.ts', 'if (piece.heldBack) return OMITTED;', ''),
  fault(
    'one subject for all',
    'staff-evaluator.ts',
    'subjectIds.map((subjectId) =>',
    'subjectIds.slice(0, 1).map((subjectId) =>',
  ),
  fault(
    'every staff reads who the guardians are',
    'staff-evaluator.ts',
    `capacity === 'COORDINATOR' && namesGuardian`,
    'namesGuardian',
  ),
  fault(
    'when it was recorded ignored',
    'staff-evaluator.ts',
    'data.some((period) => contains(period, recordedAt))',
    'true',
  ),
  fault(
    'another municipality',
    'decide.ts',
    'return viewer.municipalityId === facts.municipalityId\n        ? staffEvaluator',
    'return true\n        ? staffEvaluator',
  ),
  fault('an assignment that has ended', 'rules/assignment.ts', ' && contains(assignment.period, at)', ''),
  fault('the assignment of a colleague', 'rules/assignment.ts', 'assignment.roleTermId === roleTermId && ', ''),

  fault('protected identity ignored', 'rules/protected-identity.ts', '!kindRules(kinds, kind).tellsPlace', 'true'),
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
    'family-evaluator.ts',
    'protectionsInForce(facts, piece, at).length > 0',
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
  fault('the family reads notes of every category', 'rules/own-right.ts', `familyReads === 'ALWAYS' || `, 'true || '),
  fault('the family reads no mapping of any category', 'rules/own-right.ts', `familyReads === 'ALWAYS' || `, ''),
];

/** Every one of them must be found by the properties. */
export const CORE_FAULTS: readonly CoreFault[] = [...FORMULA_FAULTS, ...VIEWER_FAULTS];
