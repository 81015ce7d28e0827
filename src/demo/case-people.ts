import { localDate } from '../core/calendar.js';
import { nameKey, numberKey } from '../core/same-person.js';
import type { Assignment } from '../features/case/assignment.entity.js';
import type { Custody } from '../features/person/custody.entity.js';
import { CONTACT, GUARDIAN, IDENTITY } from '../features/person/identity.piece.js';
import { IMPORTANT_PERSON } from '../features/person/important-person.piece.js';
import type { Person } from '../features/person/person.entity.js';
import type { Protection } from '../features/person/protection.entity.js';
import { piece, type CaseContext } from './case-context.js';
import type { PieceOf } from './demo-pieces.js';
import type { AgencyKey, PersonKey, ProfessionalKey } from './story.js';
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
export function identities(context: CaseContext): PieceOf<typeof IDENTITY>[] {
  const { story, pieces, personId } = context;
  const common = { holder: holderOfIdentity(context), at: context.openedAt };
  const { sex, birthDate, givenName, familyName } = story.youngPerson;
  const personalIdentityNumber = testIdentityNumber(birthDate, sex);
  const known = { givenName, familyName, personalIdentityNumber, birthDate };
  return [
    pieces.add(IDENTITY, piece(context, { ...common, category: 'IDENTITY' }), {
      ...{ personId: personId('youngPerson'), givenName, familyName, personalIdentityNumber },
      identityHash: context.identityHash(numberKey(known) ?? ''),
      nameHash: context.identityHash(nameKey(known)),
    }),
    ...Object.entries(story.siblings ?? {}).map(([key, sibling]) =>
      pieces.add(IDENTITY, piece(context, { ...common, category: 'FAMILY', alsoAbout: [key] }), {
        ...{ personId: personId(key), givenName: sibling.givenName, familyName: sibling.familyName },
      }),
    ),
  ];
}

/** About whom they are guardian of: a half-sibling's guardian is about the half-sibling too. */
export function guardians(context: CaseContext): PieceOf<typeof GUARDIAN>[] {
  const { story, pieces, personId } = context;
  const common = { holder: holderOfIdentity(context), at: context.openedAt };
  return Object.entries(story.guardians).map(([key, { givenName, familyName, custodyOf = ['youngPerson'] }]) => {
    const alsoAbout = custodyOf.includes('youngPerson') ? [] : custodyOf;
    const row = piece(context, { ...common, category: 'FAMILY', alsoAbout });
    return pieces.add(GUARDIAN, row, { personId: personId(key), givenName, familyName });
  });
}

function holderOfIdentity({ story }: CaseContext): AgencyKey {
  return story.identityHeldBy ?? 'socialServices';
}

/** Told of by the family, held by the coordinator's agency. */
export function importantPersons(context: CaseContext): PieceOf<typeof IMPORTANT_PERSON>[] {
  const { importantPersons: told = {} } = context.story;
  return Object.entries(told).map(([key, { name, relation, contact = null }]) => {
    const row = piece(context, { holder: 'socialServices', category: 'FAMILY', at: context.openedAt });
    const period = { validFrom: localDate(context.openedAt), validUntil: null };
    const named = { ...row, id: context.personId(key), ...period };
    return context.pieces.add(IMPORTANT_PERSON, named, { name, relation, contact });
  });
}

/** The young person's only: a guardian's address is nobody's but that guardian's. */
export function contacts(context: CaseContext): PieceOf<typeof CONTACT>[] {
  const { address, phone } = context.story.youngPerson;
  const row = piece(context, { holder: holderOfIdentity(context), category: 'CONTACT', at: context.openedAt });
  return [
    context.pieces.add(CONTACT, row, { personId: context.personId('youngPerson'), address, phone, areaId: null }),
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
