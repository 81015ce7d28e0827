import type {
  AGENCY_KINDS,
  CAPACITIES,
  GROUP_KINDS,
  PERSON_KINDS,
  PROFESSIONS,
  PROTECTION_LEVELS,
} from '../../core/closed-lists.js';
import type { IDENTITY_KINDS } from '../../core/sign-in-identity.js';
import type { GROUP_FUNCTIONS } from '../../core/group-place.js';
import { explained, named } from './label.js';
import type { LabelsOf } from './label.js';

/** Who works, who signs, who is protected. */
export const PEOPLE_LABELS = {
  AgencyKind: {
    SOCIAL_SERVICES: named('Socialtjänst', 'Social services'),
    SCHOOL: named('Skola', 'School'),
    LEISURE: named('Kultur och fritid', 'Culture and leisure'),
    POLICE: named('Polis', 'Police'),
  } satisfies LabelsOf<typeof AGENCY_KINDS>,
  Profession: {
    SOCIAL_WORKER: named('Socialsekreterare', 'Social worker'),
    FIELD_SECRETARY: named('Fältsekreterare', 'Field secretary'),
    SOCIAL_PEDAGOGUE: named('Socialpedagog', 'Social pedagogue'),
    COUNSELLOR: named('Kurator', 'Counsellor'),
    LEISURE_LEADER: named('Fritidsledare', 'Leisure leader'),
    POLICE_OFFICER: named('Polis', 'Police officer'),
    PRINCIPAL: named('Rektor', 'Principal'),
    UNIT_MANAGER: named('Enhetschef', 'Unit manager'),
    COORDINATOR: named('Samordnare', 'Coordinator'),
  } satisfies LabelsOf<typeof PROFESSIONS>,
  Capacity: {
    PROFESSIONAL: named('Handläggare', 'Professional'),
    COORDINATOR: named('Samordnare', 'Coordinator'),
    STEERING_MEMBER: named('Ledamot av styrgruppen', 'Member of the steering group'),
    YOUNG_PERSON: named('Ungdom', 'Young person'),
    GUARDIAN: named('Vårdnadshavare', 'Guardian'),
    ADMINISTRATOR: named('Administratör', 'Administrator'),
  } satisfies LabelsOf<typeof CAPACITIES>,
  SignerRole: {
    YOUNG_PERSON: named('Ungdom', 'Young person'),
    GUARDIAN: named('Vårdnadshavare', 'Guardian'),
    OTHER_SUBJECT: named('Någon annan som uppgiften rör', 'Somebody else whom it is about'),
  } satisfies LabelsOf<typeof PERSON_KINDS>,
  GroupKind: {
    OPERATIVE: named('Operativ grupp', 'Operative group'),
    STEERING: named('Styrgrupp', 'Steering group'),
  } satisfies LabelsOf<typeof GROUP_KINDS>,
  GroupFunction: {
    MEMBER: named('Ledamot', 'Member'),
    CHAIR: named('Ordförande', 'Chair'),
    DEPUTY: named('Ersättare', 'Deputy'),
  } satisfies LabelsOf<typeof GROUP_FUNCTIONS>,
  IdentityKind: {
    SUBJECT: named('Leverantörens eget id', "The provider's own id"),
    HSA_ID: named('HSA-id', 'HSA id'),
    EMAIL: named('E-postadress', 'E-mail address'),
    PERSONAL_IDENTITY_NUMBER: named('Personnummer', 'Personal identity number'),
  } satisfies LabelsOf<typeof IDENTITY_KINDS>,
  ProtectionLevel: {
    CONFIDENTIALITY_MARKING: explained('Sekretessmarkering', 'Confidentiality marking', {
      sv: 'Adress, telefon och mötesplats stannar hos den verksamhet som har dem.',
      en: 'Address, telephone and meeting place stay with the agency that holds them.',
    }),
    PROTECTED_REGISTRATION: explained('Skyddad folkbokföring', 'Protected registration', {
      sv: 'Adress, telefon och mötesplats läses bara av namngivna handläggare.',
      en: 'Address, telephone and meeting place are read by named handlers only.',
    }),
  } satisfies LabelsOf<typeof PROTECTION_LEVELS>,
};
