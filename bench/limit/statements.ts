/** A statement that PostgreSQL plans once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /** Rows as lists. */
  readonly rowMode?: 'array';
}

export const OPEN: Statement = {
  name: 'limit_open',
  text: `select o.viewer, (o.at at time zone 'Europe/Stockholm')::date::text as day, r.version::text as registers
    from sig.open_scope($1, $2) o
      join sig.register_version r on r.municipality_id = (o.viewer ->> 'municipalityId')::uuid`,
};

const PIECE = 'holder_id, category, sig.ms(recorded_at), version, plain, sealed';

/** The case itself, with what is one string for few rows: cheaper than a statement of its own. */
export const FULL_CASE: Statement = {
  name: 'limit_full_case',
  text: `select c.number, c.facts_version::text as version, c.coordinator_id as "coordinatorId",
      c.started_on as "startedOn", c.planned_end_on as "plannedEndOn", c.closed_on as "closedOn",
      c.closing_reason as "closingReason",
      (select json_object_agg(k.holder_id, encode(k.wrapped_key, 'base64'))
        from sig.piece_key k where k.case_id = c.id) as keys,
      (select json_agg(json_build_array(id, role_term_id, sig.ms(valid_from), sig.ms(valid_until)) order by valid_from, id)
        from sig.assignment where case_id = c.id) as participants
    from sig.case_file c where c.id = $1`,
};

/** See {@link StoredPiece}. */
export const PIECES: Statement = {
  name: 'limit_pieces',
  text: `select id, kind, parent_id, ${PIECE} from sig.piece where case_id = $1`,
  rowMode: 'array',
};

export const VERSIONS: Statement = {
  name: 'limit_versions',
  text: `select id, kind, piece_id, ${PIECE}, recorded_by_id from sig.piece_version
    where case_id = $1 and kind in (10, 11) and cause in ('CREATED', 'CHANGED')`,
  rowMode: 'array',
};

const PLAN_PARTS = `(select json_agg(json_build_array(id, kind, parent_id, holder_id, category, null, version, plain))
  from sig.piece where case_id = c.id and kind in (9, 10, 11)) as pieces`;

export const PROGRESS: Statement = {
  name: 'limit_progress',
  text: `select c.id, c.number, c.facts_version::text as version, ${PLAN_PARTS} from sig.case_file c where c.id = $1`,
};

export const LIST: Statement = {
  name: 'limit_list',
  text: `select c.id, c.number, c.version, c.total, ${PLAN_PARTS}
    from (select id, number, facts_version::text as version, count(*) over ()::int as total
      from sig.case_file order by number, id limit 20) c`,
};

export const STATUS: Statement = {
  name: 'limit_status',
  text: 'select id, number, facts_version::text as version from sig.case_file where id = $1',
};

/** `$5` and `$6` are of the same length: one row for each case that was shown. */
export const RECORD: Statement = {
  name: 'limit_record',
  text: `insert into sig.access_record (id, operation_id, case_id, viewer_id, capacity, agency_id, at, entries)
    select gen_random_uuid(), $1, r.case_id, $2, $3, $4, sig.at(), r.entries
    from unnest($5::uuid[], $6::jsonb[]) r (case_id, entries)`,
};
