import type { DemoTime } from '../demo-time.js';
import type { CaseStory } from '../story.js';
import { briefCase, form, type Cast } from './brief-case.js';

const NOTHING_YET = { situation: {}, notes: [], consents: [], assigned: {}, personas: [] } as const;

/**
 * Proposed by the police without a basis: the name stays with the police, the coordinator sees a number and the
 * grounds.
 */
export const blindProposal =
  (cast: Cast) =>
  ({ inDays, ...time }: DemoTime): CaseStory => {
    const {
      plan: _plan,
      startedOn: _started,
      plannedEndOn: _end,
      ...brief
    } = briefCase({ inDays, ...time }, cast, {
      ...NOTHING_YET,
      age: 15,
      shows: 'A blind proposal by the police: the coordinator sees that there is one, and nothing of whom it is about.',
      status: 'PROPOSED',
      identityHeldBy: 'police',
      proposal: {
        by: 'policeOfficer',
        reasons: ['RISK_OF_CRIME', 'RISK_OF_EXCLUSION'],
        riskAreas: ['FRIENDS', 'LATE_NIGHTS'],
        words: 'Påträffad fyra gånger sent vid centrum tillsammans med äldre personer.',
        concern: 'KNOWN_TO_BE_INVOLVED',
      },
      guardians: {},
      meetings: [],
    });
    return { ...brief, openedAt: time.daysAgo(4, '09:00') };
  };

/**
 * Proposed by the school on the family's yes, which became a no; nothing was ever shared, and in ten days it is
 * destroyed.
 */
export const declined =
  (cast: Cast) =>
  (time: DemoTime): CaseStory => {
    const {
      plan: _plan,
      startedOn: _started,
      plannedEndOn: _end,
      ...brief
    } = briefCase(time, cast, {
      ...NOTHING_YET,
      age: 14,
      shows: 'Declined after the introductory talk: nothing was shared, and nobody but the coordinator was assigned.',
      status: 'DECLINED',
      proposal: {
        by: 'principal',
        reasons: ['RISK_OF_EXCLUSION'],
        riskAreas: ['SCHOOL_ABSENCE'],
        words: 'Mycket frånvaro sedan terminsstarten. Familjen vill gärna veta mer.',
        basis: 'FAMILY_AGREED',
        concern: { reference: 'ORO 118', reportedOn: time.dateDaysAgo(45) },
        declined: { at: time.daysAgo(20, '10:00'), reason: 'Familjen tackade nej efter introduktionssamtalet.' },
      },
      meetings: [
        { kind: 'INTRODUCTION', startsAt: time.daysAgo(40, '15:00'), minutes: 45, place: 'Socialtjänstens samtalsrum' },
      ],
      personas: ['mother'],
    });
    return brief;
  };

/** Closed after four months; the others' assignments ended with the follow-up, the outcomes stay. */
export const closed =
  (cast: Cast) =>
  (time: DemoTime): CaseStory =>
    briefCase(time, cast, {
      age: 16,
      shows: 'Closed with outcomes before and after: the other agencies are no longer assigned.',
      status: 'CLOSED',
      plannedEndOn: time.dateDaysAgo(15),
      closed: {
        at: time.daysAgo(16, '15:00'),
        reason: 'GOALS_REACHED',
        evaluation:
          'Lugnare kvällar och fler dagar i skolan. Mentorn fortsätter som stöd, och familjen vet vart den vänder sig.',
      },
      assigned: {
        socialWorker: true,
        principal: { until: time.daysAgo(10) },
        policeOfficer: { until: time.daysAgo(10) },
      },
      consents: [form(cast, time.daysAgo(94), time.daysAgo(10, '00:00'))],
      meetings: [
        { kind: 'FIRST', startsAt: time.daysAgo(88, '14:00'), minutes: 60, place: 'Kommunhuset' },
        {
          kind: 'CLOSING',
          startsAt: time.daysAgo(16, '14:00'),
          minutes: 60,
          place: 'Kommunhuset',
          decisions: [{ category: 'PLAN', text: 'Insatsen avslutas. Mentorssamtalen fortsätter i skolans regi.' }],
        },
      ],
      outcomes: {
        SCHOOL_RESULTS: { before: 'NOT_MET', after: 'MET' },
        EMPLOYMENT: { before: 'PARTLY_MET', after: 'MET' },
        LEISURE: { before: 'NOT_MET', after: 'PARTLY_MET' },
        OFFENDING: { before: 'PARTLY_MET', after: 'MET' },
        SUBSTANCE_USE: { before: 'UNKNOWN', after: 'UNKNOWN' },
      },
      personas: ['youngPerson', 'father'],
    });
