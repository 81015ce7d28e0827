import { pieceSection } from '../../access/section.js';

const NAMES = 'p.person_id as "personId", p.given_name_sealed as "givenName", p.family_name_sealed as "familyName"';

export const YOUNG_PERSON_IDENTITY = pieceSection(
  'IDENTITY',
  'person_identity',
  `${NAMES}, p.personal_identity_number_sealed as "personalIdentityNumber", n.birth_date as "birthDate"`,
  'join sig.person n on n.id = p.person_id',
  `and n.kind = 'YOUNG_PERSON' order by p.recorded_at, p.id`,
);

export const GUARDIANS = pieceSection(
  'GUARDIAN',
  'person_identity',
  `${NAMES}, (select jsonb_agg(jsonb_build_object('from', c.valid_from, 'until', c.valid_until,
      'preventedFrom', c.prevented_from, 'preventedUntil', c.prevented_until) order by c.valid_from, c.id)
    from sig.custody c where c.guardian_id = p.person_id and c.subject_id = any(p.subject_ids)) as custody`,
  'join sig.person n on n.id = p.person_id',
  `and n.kind = 'GUARDIAN' order by n.recorded_at, n.id, p.id`,
);

/** Under a name of its own: the young person's identity is of the same kind. */
export const SUBJECTS = pieceSection(
  'IDENTITY',
  'person_identity',
  `${NAMES}, n.birth_date as "birthDate", (select jsonb_agg(jsonb_build_object('guardianId', c.guardian_id, 'from', c.valid_from,
      'until', c.valid_until, 'preventedFrom', c.prevented_from, 'preventedUntil', c.prevented_until) order by c.valid_from, c.id)
    from sig.custody c where c.subject_id = p.person_id) as custody`,
  'join sig.person n on n.id = p.person_id',
  `and n.kind = 'OTHER_SUBJECT' order by n.recorded_at, n.id, p.id`,
  'section_subject',
);

export const IMPORTANT_PERSONS = pieceSection(
  'IMPORTANT_PERSON',
  'important_person',
  `p.name_sealed as "name", p.relation_sealed as "relation", p.contact_sealed as "contact",
    p.valid_from as "from", p.valid_until as "until"`,
  '',
  'order by p.recorded_at, p.id',
);

export const CONTACT = pieceSection(
  'CONTACT',
  'person_contact',
  'p.person_id as "personId", p.address_sealed as "address", p.phone_sealed as "phone"',
  'join sig.person n on n.id = p.person_id',
  `and n.kind = 'YOUNG_PERSON' order by p.recorded_at, p.id`,
);
