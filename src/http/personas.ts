import type { Pool } from 'pg';
import { z } from 'zod';
import type { Instant } from '../core/period.js';
import type { Capacity } from '../core/viewer.js';
import { FIRST_COPY } from '../storage/demo-persona.entity.js';
import type { DemoPersona } from '../storage/demo-persona.entity.js';
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

interface Registers {
  readonly municipality: Persona['municipality'];
  readonly agencies: ReadonlyMap<string, NonNullable<Persona['agency']>>;
}

const PERSONAS = `select id, subject_id as "subjectId", name, profession, agency_id as "agencyId",
  municipality_id as "municipalityId", capacity from sig.demo_persona
  where case when $1::uuid is null then position < $2 else municipality_id = $1 end order by position`;

/**
 * `GET /dev/personas`: development only, for it hands out tokens to whoever asks. The people of a copied case are told
 * to those who know its municipality (`?municipality=ID`).
 */
export function personasRoute(options: PersonasOptions): Route {
  return {
    path: '/dev/personas',
    async handle({ search }) {
      const municipality = z.uuid().safeParse(search.get('municipality'));
      return json(200, await loadPersonas(options, municipality.data ?? null));
    },
  };
}

/** Those whose role or place in a case still holds, each with a token. */
export async function loadPersonas(
  { pool, issueToken, now }: PersonasOptions,
  municipalityId: string | null,
): Promise<Persona[]> {
  const { rows } = await pool.query<DemoPersona>(PERSONAS, [municipalityId, FIRST_COPY]);
  const registers = new Map<string, Registers | null>();
  for (const { municipalityId: id } of rows) {
    if (!registers.has(id)) {
      registers.set(
        id,
        await readRegisters(
          pool,
          rows.filter((row) => row.municipalityId === id),
        ),
      );
    }
  }
  const personas = rows.map(async (row): Promise<Persona | null> => {
    const known = registers.get(row.municipalityId);
    if (!known) return null;
    const { id, name, profession, capacity } = row;
    const agency = row.agencyId === null ? null : (known.agencies.get(row.agencyId) ?? null);
    const token = await issueToken({ subjectId: row.subjectId, capacity }, now(), TOKEN_LIFETIME);
    return { id, name, profession, agency, municipality: known.municipality, capacity, token };
  });
  return (await Promise.all(personas)).filter((persona) => persona !== null);
}

/**
 * The names of one municipality's agencies, as one of its personas may read them: the reader sees no register outside a
 * scope. The first persona whose term still holds will do.
 */
async function readRegisters(pool: Pool, personas: readonly DemoPersona[]): Promise<Registers | null> {
  const client = await pool.connect();
  try {
    for (const { subjectId: subject, capacity } of personas) {
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
