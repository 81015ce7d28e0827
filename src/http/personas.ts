import type { Pool } from 'pg';
import type { Instant } from '../core/period.js';
import type { Capacity } from '../core/viewer.js';
import { json } from './http-reply.js';
import type { Route } from './http-server.js';
import type { IssueToken } from './token.js';

/** Somebody of the demo data to sign in as, with a token that is valid at the server's own clock. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly profession: string | null;
  readonly agency: { readonly id: string; readonly name: string; readonly kind: string } | null;
  readonly municipality: { readonly id: string; readonly name: string };
  readonly capacity: Capacity;
  readonly token: string;
}

export interface PersonasOptions {
  /** The reader's: a persona shows nothing that its own scope would not. */
  readonly pool: Pool;
  readonly issueToken: IssueToken;
  readonly now: () => Instant;
}

const TOKEN_LIFETIME = 12 * 60 * 60 * 1000;

interface PersonaRow {
  readonly id: string;
  readonly subject_id: string;
  readonly name: string;
  readonly profession: string | null;
  readonly agency_id: string | null;
  readonly municipality_id: string;
  readonly capacity: Capacity;
}

interface Registers {
  readonly municipality: Persona['municipality'];
  readonly agencies: ReadonlyMap<string, NonNullable<Persona['agency']>>;
}

const PERSONAS =
  'select id, subject_id, name, profession, agency_id, municipality_id, capacity from sig.demo_persona order by position';

/** `GET /dev/personas`: development only, for it hands out tokens to whoever asks. */
export function personasRoute(options: PersonasOptions): Route {
  return { path: '/dev/personas', handle: async () => json(200, await loadPersonas(options)) };
}

async function loadPersonas({ pool, issueToken, now }: PersonasOptions): Promise<Persona[]> {
  const { rows } = await pool.query<PersonaRow>(PERSONAS);
  const registers = new Map<string, Registers | null>();
  for (const { municipality_id: id } of rows) {
    if (!registers.has(id)) {
      registers.set(
        id,
        await readRegisters(
          pool,
          rows.filter((row) => row.municipality_id === id),
        ),
      );
    }
  }
  const personas = rows.map(async (row): Promise<Persona | null> => {
    const known = registers.get(row.municipality_id);
    if (!known) return null;
    const { id, name, profession, capacity } = row;
    const agency = row.agency_id === null ? null : (known.agencies.get(row.agency_id) ?? null);
    const token = await issueToken({ subjectId: row.subject_id, capacity }, now(), TOKEN_LIFETIME);
    return { id, name, profession, agency, municipality: known.municipality, capacity, token };
  });
  return (await Promise.all(personas)).filter((persona) => persona !== null);
}

/**
 * The names of one municipality's agencies, as one of its personas may read them: the reader sees no register outside a
 * scope. The first persona whose term still holds will do.
 */
async function readRegisters(pool: Pool, personas: readonly PersonaRow[]): Promise<Registers | null> {
  const client = await pool.connect();
  try {
    for (const { subject_id: subject, capacity } of personas) {
      await client.query('begin isolation level repeatable read read only');
      const { rowCount } = await client.query('select from sig.open_scope($1, $2)', [subject, capacity]);
      const read = rowCount === 1 ? await registersInScope() : null;
      await client.query('commit');
      if (read) return read;
    }
    return null;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }

  async function registersInScope(): Promise<Registers | null> {
    const [municipality] = (await client.query<Persona['municipality']>('select id, name from sig.municipality')).rows;
    const agencies = await client.query<NonNullable<Persona['agency']>>('select id, name, kind from sig.agency');
    return municipality
      ? { municipality, agencies: new Map(agencies.rows.map((agency) => [agency.id, agency])) }
      : null;
  }
}
