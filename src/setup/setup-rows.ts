import type { EntityClass } from '@mikro-orm/postgresql';
import { midnightOf } from '../core/calendar.js';
import type { AgencyId, MunicipalityId, ProfessionalId, RoleTermId } from '../core/ids.js';
import type { Instant } from '../core/period.js';
import { Agency } from '../features/agency/agency.entity.js';
import { CitizenPromise } from '../features/agency/citizen-promise.entity.js';
import { CoordinatorContact } from '../features/agency/coordinator-contact.entity.js';
import { FocusArea } from '../features/agency/focus-area.entity.js';
import { GroupMember } from '../features/agency/group-member.entity.js';
import { Municipality } from '../features/agency/municipality.entity.js';
import { Professional } from '../features/agency/professional.entity.js';
import { RoleTerm } from '../features/agency/role-term.entity.js';
import { RulePackVersion } from '../features/agency/rule-pack.entity.js';
import { WorkGroup } from '../features/agency/work-group.entity.js';
import { Identity } from '../features/sign-in/identity.entity.js';
import type { SetupFile } from './setup-file.js';
import { setupId } from './setup-id.js';
import { keyOfSignIn } from './setup-sign-in.js';

/** One row that a setup file asks for. */
export interface WantedRow {
  readonly entity: EntityClass<{ readonly id: string }>;
  /** For people: what it is and its name. */
  readonly label: string;
  readonly row: { readonly id: string; readonly [field: string]: unknown };
  /** What another run of the file may change; the rest is what it is for good. */
  readonly mutable: readonly string[];
}

const wanted = <Row extends { readonly id: string }>(
  entity: EntityClass<Row>,
  label: string,
  row: Row,
  mutable: readonly (keyof Row & string)[] = [],
): WantedRow => ({ entity, label, row: { ...row }, mutable });

/** What rows are made with beside the file. */
export interface RowMeans {
  /** When roles and rules begin that say nothing else. */
  readonly at: Instant;
  /** The keyed hash by which whoever signs in is found, in hexadecimal digits. */
  readonly identityHash: (key: string) => string;
}

/** Every row of the municipality, parents first. */
export function wantedRows(file: SetupFile, { at, identityHash }: RowMeans): readonly WantedRow[] {
  const { code, name } = file.municipality;
  const municipalityId = setupId(code, 'municipality') as MunicipalityId;
  return [
    wanted(Municipality, `municipality ${name}`, { id: municipalityId, name, code }, ['name']),
    wanted(RulePackVersion, 'rules, version 1', {
      ...{ id: setupId(code, 'rules', '1'), municipalityId, version: 1, validFrom: at, recordedAt: at },
      rules: file.rules,
    }),
    ...agencies(file, municipalityId),
    ...people(file, municipalityId, at),
    ...signIns(file, municipalityId, { at, identityHash }),
    ...publicRegisters(file, municipalityId),
    ...groups(file, municipalityId, at),
  ];
}

function agencies({ municipality: { code }, agencies: all }: SetupFile, municipalityId: MunicipalityId): WantedRow[] {
  const idOf = (key: string): AgencyId => setupId(code, 'agency', key) as AgencyId;
  return Object.entries(all).map(([key, { name, kind, parent }]) => {
    const parentId = parent === undefined ? null : idOf(parent);
    return wanted(Agency, `agency ${key}, ${name}`, { id: idOf(key), municipalityId, name, kind, parentId }, ['name']);
  });
}

/** The id of a role: what `Sig-Capacity` picks it by. */
export function roleId({ municipality: { code } }: SetupFile, key: string): RoleTermId {
  return setupId(code, 'role', key) as RoleTermId;
}

function people(file: SetupFile, municipalityId: MunicipalityId, at: Instant): WantedRow[] {
  const { code } = file.municipality;
  return Object.entries(file.staff).flatMap(([key, entry]) => {
    const { name, profession, capacity, agency, mayDisclose = false, sameAs, from } = entry;
    const professionalId = setupId(code, 'professional', sameAs ?? key) as ProfessionalId;
    const person = { id: professionalId, municipalityId, name };
    const role: RoleTerm = {
      ...{ id: roleId(file, key), professionalId, municipalityId, profession, capacity, mayDisclose },
      agencyId: agency === undefined ? null : (setupId(code, 'agency', agency) as AgencyId),
      ...{ validFrom: from === undefined ? at : midnightOf(from), validUntil: null, recordedAt: at },
    };
    return [
      ...(sameAs === undefined ? [wanted(Professional, `professional ${key}, ${name}`, person, ['name'])] : []),
      wanted(RoleTerm, `role ${key}, ${name} as ${capacity}`, role, ['mayDisclose']),
    ];
  });
}

/** Another identity takes the place of the one before; one that the API has ended stays so. */
function signIns(file: SetupFile, municipalityId: MunicipalityId, { at, identityHash }: RowMeans): WantedRow[] {
  const { code } = file.municipality;
  return Object.entries(file.staff).flatMap(([key, { name, signIn }]) => {
    const known = signIn === undefined ? null : keyOfSignIn(signIn);
    if (known === null) return [];
    const identity: Identity = {
      ...{ id: setupId(code, 'identity', key), municipalityId, kind: known.kind, hash: identityHash(known.key) },
      ...{ professionalId: setupId(code, 'professional', key) as ProfessionalId, caseId: null, personId: null },
      ...{ validFrom: at, validUntil: null, recordedAt: at, recordedById: null },
    };
    return [wanted(Identity, `sign-in of ${key}, ${name}`, identity, ['kind', 'hash'])];
  });
}

function publicRegisters({ municipality, contact, areas }: SetupFile, municipalityId: MunicipalityId): WantedRow[] {
  const { code } = municipality;
  const { name, telephone = null, email = null, switchboard = null, reachedThrough = null } = contact;
  const card = { id: setupId(code, 'contact'), municipalityId, name, telephone, email, switchboard, reachedThrough };
  const promiseId = setupId(code, 'promise');
  const promise = areas && { id: promiseId, municipalityId, text: areas.promise.text, validFrom: areas.promise.from };
  return [
    wanted(CoordinatorContact, `contact card, ${name}`, card, [
      ...(['name', 'telephone', 'email', 'switchboard', 'reachedThrough'] as const),
    ]),
    ...(promise ? [wanted(CitizenPromise, 'citizen promise', { ...promise, validUntil: null }, ['text'])] : []),
    ...(areas?.names ?? []).map((area) =>
      wanted(FocusArea, `area ${area}`, { id: setupId(code, 'area', area), municipalityId, name: area, promiseId }),
    ),
  ];
}

function groups(file: SetupFile, municipalityId: MunicipalityId, at: Instant): WantedRow[] {
  const { code } = file.municipality;
  return (['operative', 'steering'] as const).flatMap((key) => {
    const group = file.groups?.[key];
    if (group === undefined) return [];
    const kind = key === 'operative' ? ('OPERATIVE' as const) : ('STEERING' as const);
    const groupId = setupId(code, 'group', key);
    const place = {
      municipalityId,
      groupId,
      function: 'MEMBER' as const,
      validFrom: at,
      validUntil: null,
      recordedAt: at,
    };
    return [
      wanted(WorkGroup, `${key} group, ${group.name}`, { id: groupId, municipalityId, kind, name: group.name }, [
        'name',
      ]),
      ...group.members.map((member) => {
        const row = { id: setupId(code, 'place', key, member), roleTermId: roleId(file, member), ...place };
        return wanted(GroupMember, `${member} in the ${key} group`, row);
      }),
    ];
  });
}
