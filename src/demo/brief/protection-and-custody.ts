import type { DemoTime } from '../demo-time.js';
import type { CaseStory } from '../story.js';
import { briefCase, form, type Cast } from './brief-case.js';

/** Sekretessmarkering; the police have blocked what they hold from the school. */
export const confidentialityMarking =
  (cast: Cast) =>
  (time: DemoTime): CaseStory =>
    briefCase(time, cast, {
      age: 15,
      shows:
        'Confidentiality marking: contact and meeting place stay with social services; the police block offending.',
      protectedAs: { level: 'CONFIDENTIALITY_MARKING', from: time.daysAgo(95, '00:00') },
      consents: [form(cast, time.daysAgo(94), time.inDays(60, '00:00'))],
      blocks: [
        {
          at: time.daysAgo(30),
          by: { holder: 'police' },
          grants: [{ from: 'police', to: 'school', categories: ['OFFENDING'] }],
          reason: 'Förundersökningssekretess.',
        },
      ],
      personas: ['youngPerson', 'mother'],
    });

/** Skyddad folkbokföring: one named handler; a note and a goal's action are kept from the father. */
export const protectedRegistration =
  (cast: Cast) =>
  (time: DemoTime): CaseStory => {
    const brief = briefCase(time, cast, {
      age: 14,
      shows: 'Protected registration: only the named handler reads the address; a plan note is kept from the father.',
      protectedAs: {
        level: 'PROTECTED_REGISTRATION',
        from: time.daysAgo(95, '00:00'),
        handlers: ['socialWorker'],
      },
      consents: [form(cast, time.daysAgo(94), time.inDays(60, '00:00'))],
      personas: ['youngPerson', 'mother', 'father'],
    });
    const kept = {
      at: time.daysAgo(7, '13:00'),
      by: 'socialWorker',
      category: 'PLAN',
      text: 'Umgänget prövas på nytt i tingsrätten. Sägs inte till pappan innan det är avgjort.',
      hiddenFrom: ['father'],
    } as const;
    return { ...brief, notes: [...brief.notes, kept] };
  };

/** The father is recorded as prevented: the mother signs alone, and he still reads. */
export const preventedCustodian =
  (cast: Cast) =>
  (time: DemoTime): CaseStory =>
    briefCase(
      time,
      { ...cast, father: { ...cast.father, preventedFrom: time.dateDaysAgo(120) } },
      {
        age: 13,
        shows: 'One custodian is recorded as prevented: the other signs alone, and the prevented one still reads.',
        consents: [
          form(cast, time.daysAgo(94), time.inDays(60, '00:00'), {
            signers: { youngPerson: 'GRANTED', mother: 'GRANTED' },
          }),
        ],
        personas: ['father'],
      },
    );

/** The court has given custody to the mother alone from a day soon to come. */
export const custodyEnds =
  (cast: Cast) =>
  (time: DemoTime): CaseStory =>
    briefCase(
      time,
      { ...cast, father: { ...cast.father, custodyUntil: time.dateInDays(9) } },
      {
        age: 14,
        shows: "The father's custody ends in nine days: until then he signs and reads, from then on neither.",
        consents: [form(cast, time.daysAgo(94), time.inDays(60, '00:00'))],
        personas: ['mother', 'father'],
      },
    );
