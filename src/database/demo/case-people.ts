import { localDate } from '../../core/calendar.js';
import type { Assignment } from '../../modules/case/assignment.entity.js';
import type { Custody } from '../../modules/person/custody.entity.js';
import type { ImportantPerson } from '../../modules/person/important-person.entity.js';
import type { PersonContact } from '../../modules/person/person-contact.entity.js';
import type { PersonIdentity } from '../../modules/person/person-identity.entity.js';
import type { Person } from '../../modules/person/person.entity.js';
import type { Protection } from '../../modules/person/protection.entity.js';
import type { Piece } from '../piece.js';
import { piece, type CaseContext } from './case-context.js';
import type { PersonKey, ProfessionalKey } from './story.js';
import { testIdentityNumber } from './test-identity-number.js';

export function persons({ story, caseId, openedAt, personId }: CaseContext): Person[] {
  const common = { caseId, recordedAt: openedAt };
  return [
    { ...common, id: personId('youngPerson'), kind: 'YOUNG_PERSON', birthDate: story.youngPerson.birthDate },
    ...Object.keys(story.guardians).map((key): Person => ({
      ...common,
      id: personId(key),
      kind: 'GUARDIAN',
      birthDate: null,
    })),
    ...Object.entries(story.siblings ?? {}).map(([key, { birthDate }]): Person => ({
      ...common,
      id: personId(key),
      kind: 'OTHER_SUBJECT',
      birthDate,
    })),
  ];
}

/** From birth on; that it ends at 18 is the rule pack's to say. */
export function custody({ story, caseId, openedAt, newId, personId }: CaseContext): Custody[] {
  const birthDate = (key: PersonKey) => (story.siblings?.[key] ?? story.youngPerson).birthDate;
  return Object.entries(story.guardians).flatMap(
    ([guardian, { custodyOf = ['youngPerson'], custodyUntil, preventedFrom }]) =>
      custodyOf.map((subject) => ({
        id: newId(),
        caseId,
        subjectId: personId(subject),
        guardianId: personId(guardian),
        validFrom: birthDate(subject),
        validUntil: custodyUntil ?? null,
        preventedFrom: preventedFrom ?? null,
        preventedUntil: null,
        recordedAt: openedAt,
      })),
  );
}

/** Names are held by the coordinator's agency; a sibling's name is about the sibling too. */
export function identities(context: CaseContext): PersonIdentity[] {
  const { story } = context;
  const common = { holder: story.identityHeldBy ?? 'socialServices', at: context.openedAt } as const;
  const { sex, birthDate } = story.youngPerson;
  return [
    named(
      context,
      'youngPerson',
      story.youngPerson,
      piece(context, { ...common, category: 'IDENTITY' }),
      testIdentityNumber(birthDate, sex),
    ),
    ...Object.entries(story.guardians).map(([key, name]) => {
      const siblings = (name.custodyOf ?? ['youngPerson']).includes('youngPerson') ? [] : name.custodyOf;
      return named(context, key, name, piece(context, { ...common, category: 'FAMILY', alsoAbout: siblings }));
    }),
    ...Object.entries(story.siblings ?? {}).map(([key, name]) =>
      named(context, key, name, piece(context, { ...common, category: 'FAMILY', alsoAbout: [key] })),
    ),
  ];
}

function named(
  { seal, identityHash, personId }: CaseContext,
  key: PersonKey,
  { givenName, familyName }: { readonly givenName: string; readonly familyName: string },
  row: Piece,
  number?: string,
): PersonIdentity {
  const sealed = (plain: string, column: string) => seal(plain, { table: 'person_identity', column, rowId: row.id });
  return {
    ...row,
    personId: personId(key),
    givenNameSealed: sealed(givenName, 'given_name_sealed'),
    familyNameSealed: sealed(familyName, 'family_name_sealed'),
    personalIdentityNumberSealed: number === undefined ? null : sealed(number, 'personal_identity_number_sealed'),
    personalIdentityNumberHash: number === undefined ? null : identityHash(number),
  };
}

/** Told of by the family, held by the coordinator's agency. */
export function importantPersons(context: CaseContext): ImportantPerson[] {
  return Object.entries(context.story.importantPersons ?? {}).map(([key, { name, relation, contact }]) => {
    const row = piece(context, { holder: 'socialServices', category: 'FAMILY', at: context.openedAt });
    const id = context.personId(key);
    const sealed = (plain: string, column: string) =>
      context.seal(plain, { table: 'important_person', column, rowId: id });
    return {
      ...{ ...row, id, nameSealed: sealed(name, 'name_sealed'), relationSealed: sealed(relation, 'relation_sealed') },
      contactSealed: contact === undefined ? null : sealed(contact, 'contact_sealed'),
      ...{ validFrom: localDate(context.openedAt), validUntil: null },
    };
  });
}

/** The young person's only: a guardian's address is nobody's but that guardian's. */
export function contacts(context: CaseContext): PersonContact[] {
  const { youngPerson, identityHeldBy: holder = 'socialServices' } = context.story;
  const { address, phone } = youngPerson;
  const row = piece(context, { holder, category: 'CONTACT', at: context.openedAt });
  const sealed = (plain: string, column: string) =>
    context.seal(plain, { table: 'person_contact', column, rowId: row.id });
  return [
    {
      ...row,
      personId: context.personId('youngPerson'),
      addressSealed: sealed(address, 'address_sealed'),
      phoneSealed: sealed(phone, 'phone_sealed'),
    },
  ];
}

export function protections({ story, caseId, openedAt, newId, personId, roleTermId }: CaseContext): Protection[] {
  if (story.protectedAs === undefined) return [];
  const { level, from, handlers = [] } = story.protectedAs;
  const personIds = [personId('youngPerson'), ...Object.keys(story.siblings ?? {}).map(personId)];
  return personIds.map((id) => ({
    id: newId(),
    caseId,
    personId: id,
    level,
    handlerIds: handlers.map((key) => roleTermId(key)),
    validFrom: from,
    validUntil: null,
    recordedAt: openedAt,
  }));
}

export function assignments({ story, caseId, openedAt, newId, roleTermId }: CaseContext): Assignment[] {
  const places: Partial<Record<ProfessionalKey, true | { readonly until: number }>> = {
    coordinator: true,
    ...story.assigned,
  };
  return Object.entries(places).map(([key, place]) => ({
    id: newId(),
    caseId,
    roleTermId: roleTermId(key as ProfessionalKey),
    duty: key === 'coordinator' ? null : ('MEMBER' as const),
    validFrom: openedAt,
    validUntil: place === true ? null : place.until,
    recordedAt: openedAt,
  }));
}
