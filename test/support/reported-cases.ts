import { localDate, midnightOf } from '../../src/core/calendar.js';
import { asOwner } from '../storage/viewing.js';
import type { Persona, TestApp } from './app.js';

/** How many of each kind of agency came to first and follow-up meetings since a day, as the coordinator reads it. */
export async function cameBy(app: TestApp, { token }: Persona, from: string): Promise<Map<string, number>> {
  interface Cases {
    cases: { edges: { node: { meetings: { edges: { node: Meeting }[] } } }[] };
  }
  interface Meeting {
    status: string;
    kind: string;
    startsAt: string;
    invitations: { attendance: string; invitee: { agency?: { kind: string } } }[];
  }
  const invitee = 'invitee { ... on Professional { agency { kind } } }';
  const { data } = await app.ask<Cases>(
    token,
    `{ cases(first: 100) { edges { node { meetings(first: 50) { edges { node { status kind startsAt invitations { attendance ${invitee} } } } } } } } }`,
  );
  const came = new Map<string, number>();
  const meetings = data.cases.edges.flatMap(({ node }) => node.meetings.edges);
  for (const { node } of meetings)
    for (const { attendance, invitee: called } of node.invitations)
      if (node.status === 'HELD' && ['FIRST', 'FOLLOW_UP'].includes(node.kind) && attendance === 'ATTENDED')
        if (called.agency !== undefined && localDate(Date.parse(node.startsAt)) >= from)
          came.set(called.agency.kind, (came.get(called.agency.kind) ?? 0) + 1);
  return came;
}

/** As many more cases that began on a day, of which nothing is known but that. */
export function moreCases(app: TestApp, home: string, from: string, count: number): Promise<string[]> {
  return asOwner(app.database.login, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into case_file (id, municipality_id, number, status, coordinator_id, seq, started_on, wrapped_key, facts_at, recorded_at)
        select gen_random_uuid(), c.municipality_id, c.number || '-' || n, 'ACTIVE', c.coordinator_id, 0, $3, c.wrapped_key, c.facts_at, c.recorded_at
          from (select * from case_file where municipality_id = $1 limit 1) c, generate_series(1, $2) n returning id`,
      [home, count, from],
    );
    for (const { id } of rows)
      await client.query(`insert into person values (gen_random_uuid(), $1, 'YOUNG_PERSON', '2010-01-01', now())`, [
        id,
      ]);
    return rows.map(({ id }) => id);
  });
}

/** Follow-up meetings of a case that were held, every week from a day on. */
export async function weeklyMeetings(app: TestApp, caseId: string, from: string, count: number): Promise<void> {
  await asOwner(app.database.login, (client) =>
    client.query(
      `insert into piece (id, case_id, kind, holder_id, category, subject_ids, held_back, hidden_from_ids, recorded_at, version, plain)
        select gen_random_uuid(), c.id, k.number, t.agency_id, 'MEETING', array[p.id], false, '{}', now(), 1,
            jsonb_build_object('meetingKind', 'FOLLOW_UP', 'status', 'HELD', 'startsAt', $2::bigint + n * 604800000::bigint,
              'endsAt', $2::bigint + n * 604800000::bigint + 3600000)
          from case_file c join person p on p.case_id = c.id join role_term t on t.id = c.coordinator_id
            join piece_kind k on k.name = 'MEETING', generate_series(0, $3 - 1) n where c.id = $1`,
      [caseId, midnightOf(from), count],
    ),
  );
}
