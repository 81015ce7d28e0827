import type { DemoTime } from '../demo-time.js';
import type { CaseStory } from '../story.js';
import { briefCase, form, type Cast } from './brief-case.js';

/** The form ran out and nobody has asked for a new one yet. */
export const expired =
  (cast: Cast) =>
  (time: DemoTime): CaseStory =>
    briefCase(time, cast, {
      age: 15,
      shows: 'The consent has expired and was not renewed: everybody is back to what their own agency holds.',
      consents: [form(cast, time.daysAgo(94), time.daysAgo(16, '00:00'))],
      personas: ['youngPerson'],
    });

/** Renewed before it ran out; the mother has set a block of her own since. */
export const renewed =
  (cast: Cast) =>
  (time: DemoTime): CaseStory =>
    briefCase(time, cast, {
      age: 16,
      shows: 'The consent was renewed in time; a block by the mother keeps the attendance from the police.',
      consents: [
        form(cast, time.daysAgo(94), time.daysAgo(20, '00:00')),
        form(cast, time.daysAgo(25), time.inDays(90, '00:00')),
      ],
      blocks: [
        {
          at: time.daysAgo(18),
          by: { signer: 'mother' },
          grants: [{ from: 'school', to: 'police', categories: ['SCHOOL_ATTENDANCE'] }],
          reason: 'Frånvaron är skolans sak.',
        },
      ],
      personas: ['mother'],
    });

/** Of age since some weeks: signs alone, and the guardians no longer know the case. */
export const alreadyEighteen =
  (cast: Cast) =>
  (time: DemoTime): CaseStory => {
    const brief = briefCase(time, cast, {
      age: 18,
      shows: 'Already 18 and signs alone; the guardians have lost the case; the police hold a note back.',
      consents: [
        form(cast, time.daysAgo(94), time.inDays(60, '00:00')),
        form(cast, time.daysAgo(12), time.inDays(90, '00:00'), { signers: { youngPerson: 'GRANTED' } }),
      ],
      personas: ['youngPerson'],
    });
    const investigation = {
      at: time.daysAgo(6, '11:00'),
      by: 'policeOfficer',
      category: 'OFFENDING',
      text: 'Hörs som vittne i en pågående utredning.',
      heldBack: true,
    } as const;
    return { ...brief, notes: [...brief.notes, investigation] };
  };
