import type { CaseFacts } from '../core/case-facts.js';
import type { AgencyId } from '../core/ids.js';
import type { Assignment } from '../features/case/assignment.entity.js';
import type { CaseFile } from '../features/case/case-file.entity.js';
import type { Block } from '../features/consent/block.entity.js';
import type { ConsentStatement } from '../features/consent/consent-statement.entity.js';
import { KINDS } from '../features/kinds.js';
import type { Custody } from '../features/person/custody.entity.js';
import type { Person } from '../features/person/person.entity.js';
import type { Protection } from '../features/person/protection.entity.js';
import type { Registers } from './registers.js';

interface FactRows {
  readonly caseFile: CaseFile;
  readonly persons: readonly Person[];
  readonly custody: readonly Custody[];
  readonly protections: readonly Protection[];
  readonly assignments: readonly Assignment[];
  readonly statements: readonly ConsentStatement[];
  readonly blocks: readonly Block[];
}

type FactRegisters = Pick<Registers, 'agencies' | 'roleTerms' | 'rulePack'>;

/** The same facts that `sig.case_facts` tells once the rows are stored, with the kinds. */
export function caseFacts(registers: FactRegisters, rows: FactRows): CaseFacts {
  const { caseFile } = rows;
  const termOf = new Map(registers.roleTerms.map((term) => [term.id, term]));
  const youngPerson = rows.persons.find(({ kind }) => kind === 'YOUNG_PERSON');
  if (youngPerson === undefined) throw new Error(`Case ${caseFile.number} has no young person`);
  const { version, validFrom, rules } = registers.rulePack;
  const placed = rows.assignments.map(({ roleTermId, validFrom: from, validUntil: until }) => {
    const term = termOf.get(roleTermId);
    if (term?.agencyId == null) throw new Error(`Case ${caseFile.number} has somebody without an agency`);
    return { roleTermId, professionalId: term.professionalId, agencyId: term.agencyId, period: { from, until } };
  });
  return {
    caseId: caseFile.id,
    municipalityId: caseFile.municipalityId,
    status: caseFile.status,
    startedOn: caseFile.startedOn,
    youngPersonId: youngPerson.id,
    coordinatorAgencyId: termOf.get(caseFile.coordinatorId)?.agencyId as AgencyId,
    packs: [{ validFrom, pack: { version, ...rules } }],
    agencies: registers.agencies.map(({ id, kind, parentId }) => ({ id, kind, parentId })),
    persons: rows.persons.map(({ id, kind, birthDate }) => ({ id, kind, birthDate })),
    custody: rows.custody.map(({ subjectId, guardianId, validFrom, validUntil, preventedFrom, preventedUntil }) => ({
      subjectId,
      guardianId,
      from: validFrom,
      until: validUntil,
      preventedFrom,
      preventedUntil,
    })),
    ledger: rows.statements.map(({ id: _id, caseId: _caseId, ...statement }) => statement),
    blocks: rows.blocks.map(
      ({ id, subjectId, bySignerId, byHolderId, grants, validFrom: from, validUntil: until }) => ({
        id,
        subjectId,
        bySignerId,
        byHolderId,
        grants,
        period: { from, until },
      }),
    ),
    assignments: placed,
    protections: rows.protections.map(({ personId, level, handlerIds, validFrom: from, validUntil: until }) => ({
      personId,
      level,
      handlerIds,
      period: { from, until },
    })),
    kinds: KINDS.rules,
  };
}
