import { meetings } from './meetings.js';
import { byKey, instant, padded } from './open-case.js';
import type { OpenCase } from './open-case.js';
import { plan } from './plan.js';

/** Numbers of kinds. */
const [IDENTITY, GUARDIAN, CONTACT, IMPORTANT_PERSON, SITUATION, MAPPING, NOTE, OBJECTION, EVALUATION, OUTCOME] = [
  1, 2, 3, 4, 5, 6, 7, 8, 12, 19,
];

/** The value of `case`, without its last field, `access`, which is known as text. */
export function fullCase(open: OpenCase): object {
  const { row, told, registers, of } = open;
  const { id, status, municipality } = told;
  // No demo case that is measured has any; should one, the answers would differ, and the bench would stop.
  const none = [IMPORTANT_PERSON, MAPPING, OBJECTION, EVALUATION, OUTCOME].flatMap((kind) => of(kind));
  if (none.length > 0) throw new Error('The limit does not know by heart how to write this case');
  const { number, startedOn, plannedEndOn, closedOn, closingReason } = row;
  const coordinator = registers.professional(row.coordinatorId);
  return {
    ...{ id, number, status, startedOn, plannedEndOn, closedOn, closingReason, municipality },
    coordinator: coordinator && {
      ...{ id: coordinator.id, name: coordinator.name, profession: coordinator.profession },
      agency: coordinator.agency && { name: coordinator.agency.name },
    },
    otherImportantPersons: [],
    participants: (row.participants ?? []).map(([participantId, roleTermId, from, until]) => ({
      id: participantId,
      professional: { id: roleTermId, name: registers.professional(roleTermId)?.name },
      ...{ from: instant(from), until: until === null ? null : instant(until) },
    })),
    youngPerson: youngPerson(open),
    guardians: told.guardians.map(({ id: guardianId, custody }) => {
      const says = of(GUARDIAN).find((piece) => piece.says.personId === guardianId)?.says;
      return { id: guardianId, givenName: says?.['givenName'], familyName: says?.['familyName'], custody };
    }),
    situation: situation(open),
    notes: notes(open),
    plan: plan(open),
    meetings: meetings(open),
    mappings: { totalCount: 0, edges: [] },
    outcomes: [],
    closingEvaluation: null,
  };
}

function youngPerson({
  told: {
    youngPerson: { id, birthDate, age },
  },
  of,
}: OpenCase): object {
  const identity = of(IDENTITY).find(({ says }) => says.personId === id)?.says;
  const contact = of(CONTACT).find(({ says }) => says.personId === id)?.says;
  return {
    id,
    givenName: identity?.['givenName'] ?? null,
    familyName: identity?.['familyName'] ?? null,
    personalIdentityNumber: identity?.['personalIdentityNumber'] ?? null,
    birthDate,
    age,
    address: contact?.['address'] ?? null,
    phone: contact?.['phone'] ?? null,
  };
}

function situation({ told, of }: OpenCase): object {
  const pieces = of(SITUATION);
  const say = (category: string, field: string, holder?: string): unknown => {
    const own = pieces.find((one) => one.category === category && (holder === undefined || one.holderId === holder));
    return own?.says.content?.[field] ?? null;
  };
  return {
    schools: told.situation.schools.map(({ agency: { id } }) => ({
      agency: { id },
      attendancePercent: say('SCHOOL_ATTENDANCE', 'attendancePercent', id),
      passingGrades: say('SCHOOL_RESULTS', 'passingGrades', id),
      studentHealthContact: say('STUDENT_HEALTH', 'studentHealthContact', id),
    })),
    police: { concern: say('OFFENDING', 'concern'), lastSharedIncidentOn: say('OFFENDING', 'lastSharedIncidentOn') },
    socialServices: {
      openInquiry: say('SOCIAL_SUPPORT', 'openInquiry'),
      measures: say('SOCIAL_SUPPORT', 'measures'),
      substanceUse: say('SUBSTANCE_USE', 'substanceUse'),
    },
    leisure: { activities: say('LEISURE', 'activities') },
    employment: { placement: say('EMPLOYMENT', 'placement'), works: say('EMPLOYMENT', 'works') },
  };
}

function notes({ told, viewerId, registers, cursors, of }: OpenCase): object {
  const keyed = of(NOTE).map((note) => ({ note, key: `${padded(note.says.writtenAt)} ${note.id}` }));
  const newestFirst = byKey(keyed, ({ key }) => key).reverse();
  return {
    totalCount: keyed.length,
    pageInfo: { hasNextPage: false },
    edges: newestFirst.map(({ note: { id, holderId, category, says }, key }) => ({
      cursor: cursors.seal(`${viewerId} notes ${told.id}`, key),
      node: {
        ...{ id, holder: { id: holderId }, category, text: says.text },
        author: { name: registers.professional(says.authorId ?? null)?.name },
        ...{ writtenAt: instant(says.writtenAt), objections: [] },
      },
    })),
  };
}
