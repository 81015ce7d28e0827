/** Every category, as a list for a check; a copy of the core's, since an applied migration must never change. */
export const CATEGORIES = `'IDENTITY', 'CONTACT', 'FAMILY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'STUDENT_HEALTH', 'HEALTH',
  'SUBSTANCE_USE', 'OFFENDING', 'SOCIAL_SUPPORT', 'LEISURE', 'EMPLOYMENT', 'PLAN', 'MEETING'`;

/** Rows are written in any order within a transaction. */
export const DEFERRED = 'deferrable initially deferred';

/** A table of pieces: what every piece carries, then its own columns and constraints. */
export function pieceTable(name: string, categories: string, own: string): string {
  return `
create table sig.${name} (
  id uuid primary key,
  case_id uuid not null references sig.case_file ${DEFERRED},
  holder_id uuid not null references sig.agency ${DEFERRED},
  category text not null check (category in (${categories})),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  ${own}
);
create index on sig.${name} (case_id);`;
}
