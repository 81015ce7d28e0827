import { randomUUID } from 'node:crypto';
import { createDevelopmentTokens } from '../../src/http/token.js';
import { setClock } from '../../src/storage/clock.js';
import { loadKeys } from '../../src/crypto/keys.js';
import type { TestApp } from './app.js';

const DAY = 86_400_000;

export interface Followed {
  number: string;
  status: string;
  startedOn: string | null;
  plannedEndOn: string | null;
  closingReason: string | null;
  closingEvaluation: { text: string } | null;
  nextMeetingDue: { overdue: boolean } | null;
  youngPerson: { id: string; givenName: string | null };
  guardians: { id: string; givenName: string }[];
  municipality: { agencies: { id: string; name: string; kind: string; parent: object | null }[] };
  participants: { duty: string | null; professional: { name: string; profession: string } }[];
  plan: {
    id: string;
    progress: { total: number; done: number };
    goals: {
      id: string;
      version: number;
      inOwnWords: string | null;
      actions: { id: string; version: number; what: string; status: string; evaluations: { text: string }[] }[];
    }[];
  } | null;
  meetings: { edges: { node: { id: string; kind: string; status: string; version: number } }[] };
  outcomes: { category: string; before: string; after: string | null }[];
  upcoming: { causes: string[] }[] | null;
}
const FOLLOWED = `number status startedOn plannedEndOn closingReason closingEvaluation { text } nextMeetingDue { overdue }
  youngPerson { id givenName } guardians { id givenName }
  municipality { agencies { id name kind parent { id } } } participants { duty professional { name profession } }
  plan { id progress { total done } goals { id version inOwnWords actions { id version what status evaluations { text } } } }
  meetings(first: 100) { edges { node { id kind status version } } } outcomes { category before after } upcoming { causes }`;

export interface HeldMeeting {
  id: string;
  version: number;
  status: string;
  missingParties: string[];
  invitations: { id: string; invitee: { id: string } }[];
}
const MEETING = `id version status missingParties invitations { id invitee {
  ... on Professional { id } ... on YoungPerson { id } ... on Guardian { id } } }`;

/** One case as a leaflet tells it: who does what, day by day, each step by the persona whose job it is. */
export class LeafletCase {
  caseId = '';
  /** How far the database's clock is ahead, in milliseconds. */
  #ahead = 0;
  readonly #family = new Map<string, string>();

  constructor(
    readonly app: TestApp,
    readonly municipality: string,
  ) {}

  /** The token of a professional of the municipality, or of a member of the family by given name. */
  as(who: string): string {
    return this.#family.get(who) ?? this.role(who).token;
  }

  role(profession: string): { id: string; token: string } {
    return this.app.persona({ municipality: this.municipality, profession });
  }

  /** A mutation, with the fields of its answer. @throws Error with the refusal. */
  async does<Result = { id: string }>(
    who: string,
    field: string,
    input: object,
    selection = '__typename',
  ): Promise<Result> {
    const type = INPUTS[field] ?? `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { it: ${field}(input: $input) { ${selection} } }`;
    const withId = { input: { requestId: randomUUID(), ...input } };
    const { data, errors } = await this.app.ask<{ it: Result }>(this.as(who), document, withId);
    const refused = errors?.[0];
    if (refused !== undefined)
      throw new Error(`${refused.extensions.code} ${refused.extensions.reason ?? refused.message}`);
    return data.it;
  }

  /** The case as somebody sees it; `null` when it is not theirs to know. */
  async seenBy(who: string): Promise<Followed | null> {
    const document = `query ($id: ID!) { case(id: $id) { ${FOLLOWED} } }`;
    return (await this.app.ask<{ case: Followed | null }>(this.as(who), document, { id: this.caseId })).data.case;
  }

  /** For steps that need what the coordinator sees. */
  async seen(): Promise<Followed> {
    const seen = await this.seenBy('COORDINATOR');
    if (seen === null) throw new Error('The coordinator does not know the case');
    return seen;
  }

  /** The family signs in, each by the person that they are in the case. */
  async familySignsIn(): Promise<void> {
    const { youngPerson, guardians } = await this.seen();
    const keys = await loadKeys(this.app.database.dataDir);
    const { issueToken } = await createDevelopmentTokens(keys.tokens);
    const members = [
      { ...youngPerson, capacity: 'YOUNG_PERSON' as const },
      ...guardians.map((guardian) => ({ ...guardian, capacity: 'GUARDIAN' as const })),
    ];
    for (const { id, givenName, capacity } of members) {
      this.#family.set(givenName ?? '', await issueToken({ subjectId: id, capacity }, Date.now(), DAY));
    }
  }

  /** So many days pass by the database's clock. */
  async daysPass(days: number): Promise<void> {
    this.#ahead += days * DAY;
    await setClock(this.app.database.login, Date.now() + this.#ahead);
  }

  inDays(days: number, minutes = 0): string {
    return new Date(Date.now() + this.#ahead + days * DAY + minutes * 60_000).toISOString();
  }

  /** The family's form: these parties may talk openly with one another about these areas of life. */
  async signed(
    by: readonly string[],
    parties: readonly string[],
    categories: readonly string[],
    until?: string,
  ): Promise<void> {
    const { youngPerson, guardians, municipality } = await this.seen();
    const persons = new Map([youngPerson, ...guardians].map(({ givenName, id }) => [givenName, id]));
    await this.does('COORDINATOR', 'recordConsent', {
      caseId: this.caseId,
      signers: by.map((name) => ({ personId: persons.get(name), decision: 'GRANTED' })),
      talkOpenly: parties.map((name) => municipality.agencies.find((agency) => agency.name === name)?.id),
      categories,
      purpose: 'Samverkan kring en gemensam plan',
      until: until ?? null,
      evidence: {
        method: 'WRITTEN',
        formVersion: '2019-01',
        language: 'sv',
        informedById: this.role('COORDINATOR').id,
      },
    });
  }

  /** The coordinator asks, who is asked says yes. */
  async takesPart(profession: string, duty: string, by = profession): Promise<void> {
    const professionalId = this.role(profession).id;
    const { id } = await this.does('COORDINATOR', 'assign', { caseId: this.caseId, professionalId, duty }, 'id');
    await this.does(by, 'confirmAssignment', { assignmentRequestId: id });
  }

  /**
   * The coordinator calls to a meeting in an hour; whoever is called says that they come; and when it was held, the
   * coordinator records who came, what was said and what was decided.
   */
  async meets(
    kind: string,
    invited: readonly string[],
    minutes?: string,
    decisions: object[] = [],
  ): Promise<HeldMeeting> {
    const { youngPerson, guardians } = await this.seen();
    const persons = new Map([youngPerson, ...guardians].map(({ givenName, id }) => [givenName, id]));
    const times = { startsAt: this.inDays(0, 90), endsAt: this.inDays(0, 150) };
    const { id: meetingId } = await this.does(
      'COORDINATOR',
      'scheduleMeeting',
      { caseId: this.caseId, kind, ...times },
      'id',
    );
    const invitees = invited.map((who) => ({
      [persons.has(who) ? 'personId' : 'professionalId']: this.idOf(who, persons),
    }));
    const called = await this.does<HeldMeeting>('COORDINATOR', 'invite', { meetingId, invitees }, MEETING);
    for (const { id: invitationId, invitee } of called.invitations) {
      const who = invited.find((name) => this.idOf(name, persons) === invitee.id)!;
      await this.does(who, 'answerInvitation', { invitationId, answer: 'ACCEPTED' });
    }
    await this.daysPass(0.2);
    const attendance = called.invitations.map(({ id }) => ({ invitationId: id, attendance: 'ATTENDED' }));
    const held = { meetingId, expectedVersion: called.version, attendance, decisions, minutes: minutes ?? null };
    const { status } = await this.does<HeldMeeting>('COORDINATOR', 'recordMeeting', held, MEETING);
    return { ...called, status };
  }

  private idOf(who: string, persons: ReadonlyMap<string | null, string>): string {
    return persons.get(who) ?? this.role(who).id;
  }
}

/** Inputs that are not named after their field. */
const INPUTS: Readonly<Record<string, string>> = {
  confirmAssignment: 'AnswerAssignmentInput',
  declineAssignment: 'AnswerAssignmentInput',
};
