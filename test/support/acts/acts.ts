import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import pg from 'pg';
import { startTestApp } from '../app.js';
import type { TestApp } from '../app.js';
import { changing } from '../changes.js';
import type { Changing } from '../changes.js';
import { createTestDatabase } from '../database.js';
import { mutationWorld } from '../mutations/mutation-world.js';
import type { MutationWorld } from '../mutations/mutation-world.js';
import { pick } from '../random-document.js';
import type { Random } from '../random-document.js';
import { until } from '../event.js';
import { allTold } from '../told.js';
import { caseThen, isClosedTo } from './closed.js';
import type { HiddenAct } from './hidden-acts.js';
import { Journal } from './journal.js';
import { Listening } from './listening.js';
import { everybody, letFamiliesSignIn } from './people.js';
import type { SignedIn } from './people.js';
import { calendarOf, difference, everything, readingOf } from './reading.js';
import { situate } from './situation.js';

type Reader = SignedIn & { readonly calendar: string };

/** What somebody felt of an act that was closed to them. */
export interface Felt {
  readonly field: string;
  readonly by: string;
  readonly situation: readonly string[];
  readonly what: string;
}

/** One act, seen by some: how many of them it was closed to, and what these felt of it all the same. */
export interface ActSeen {
  readonly happened: boolean;
  readonly closed: number;
  readonly felt: readonly Felt[];
}

/** The demo's Uddevalla, in which one act after the other is made, watched and taken back. */
export class Acts {
  private constructor(
    readonly app: TestApp,
    private readonly world: MutationWorld,
    private readonly superuser: pg.Client,
    private readonly writer: Changing,
    private readonly journal: Journal,
    private readonly readers: readonly Reader[],
    private readonly documents: readonly string[],
    private readonly takeTurn: () => Promise<void>,
  ) {}

  static async begin(): Promise<Acts> {
    const database = await createTestDatabase({ demo: true });
    await letFamiliesSignIn(database);
    let takeTurn: () => Promise<void> = () => Promise.resolve();
    const begun = Date.now();
    const app = await startTestApp({
      database,
      // The process's clock alone, by which a calendar may be asked for thirty times a minute: here it is asked more often.
      systemTime: () => begun + 10 * (Date.now() - begun),
      notifying: (work) => {
        takeTurn = work;
        return () => undefined;
      },
      sealing: () => () => undefined,
    });
    const superuser = new pg.Client({ ...database.login, options: '-c timezone=UTC' });
    await superuser.connect();
    const people = await everybody(app, 'Uddevalla');
    const readers = await Promise.all(people.map(async (one) => ({ ...one, calendar: await calendarOf(app, one) })));
    const documents = everything(buildSchema(readFileSync('schema.graphql', 'utf8'), { assumeValidSDL: true }));
    const [world, writer] = [await mutationWorld(app), await changing(database)];
    return new Acts(app, world, superuser, writer, await Journal.begin(superuser), readers, documents, () =>
      takeTurn(),
    );
  }

  async end(): Promise<void> {
    await this.writer.end();
    await this.superuser.end();
    await this.app.stop();
  }

  /** Makes one act in a random situation, watched by so many, and takes it back. */
  async see(row: HiddenAct, random: Random, watched: number, isPlain: boolean): Promise<ActSeen> {
    const { journal, world, superuser } = this;
    const begun = await journal.mark();
    try {
      const early = random() < 0.5;
      const situation = !isPlain && early ? await situate(world, superuser, random) : [];
      const args = await this.#ready(row, isPlain);
      if (args === null) return { happened: false, closed: 0, felt: [] };
      if (!isPlain && !early) situation.push(...(await situate(world, superuser, random)));
      return await this.#watch(row, args, situation, random, watched);
    } finally {
      await journal.undo(begun);
    }
  }

  /** Whatever the act needs; `null` where the situation is one in which that cannot be made. */
  async #ready(row: HiddenAct, isPlain: boolean): Promise<object | null> {
    try {
      return await row.change(this.world);
    } catch (error) {
      if (isPlain) throw error;
      return null;
    }
  }

  async #watch(
    row: HiddenAct,
    args: object,
    situation: readonly string[],
    random: Random,
    watched: number,
  ): Promise<ActSeen> {
    const { app, world, superuser, journal } = this;
    const caseId = row.of === 'Elias' ? world.elias.id : world.alva.id;
    await superuser.query('update sig.case_file set facts_version = gen_random_uuid() where id = $1', [caseId]);
    await this.#passOver();
    const watching = this.#some(caseId, await this.#assigned(caseId), random, watched);
    const listening = await Promise.all(watching.map((one) => Listening.begin(app.url, one, caseId)));
    try {
      await this.#untilStreamsStand(listening);
      const before = { then: await caseThen(superuser, caseId), read: await this.#read(caseId, watching) };
      const mark = await journal.mark();
      const told = listening.map((one) => one.told.length);
      const { errors } = await world.send(world.persona(row.by).token, row.field, args);
      const after = await caseThen(superuser, caseId);
      const written = await journal.since(mark);
      await allTold(app.database, this.takeTurn);
      const read = await this.#read(caseId, watching);
      const noticed = (await journal.since(mark)).filter(({ relation }) => relation === 'notification');
      const since = await this.#tellAll(caseId, watching, listening, before.read);
      const felt: Felt[] = [];
      let closed = 0;
      for (const [index, { name, viewer }] of watching.entries()) {
        if (!isClosedTo(viewer, written, before.then, after, row.names ?? null)) continue;
        closed += 1;
        const what = [
          difference(before.read[index]!, read[index]!),
          ...listening[index]!.told.slice(told[index])
            .filter(({ at }) => (at ?? 0) < since)
            .map(({ text }) => `a frame: ${text}`),
          ...noticed
            .filter((one) => one.after?.['recipient_id'] === viewer.id)
            .map((one) => `a notice: ${JSON.stringify(one.after)}`),
        ].filter((one) => one !== null);
        if (what.length > 0) felt.push({ field: row.field, by: name, situation, what: what.join('\n') });
      }
      return { happened: errors === undefined, closed, felt };
    } finally {
      await Promise.all(listening.map((one) => one.end()));
    }
  }

  /**
   * A stream that is refused says so, and one that runs is silent: no message tells that it stands. It does when no
   * reading is under way any more, looked at twice as one may just take over the connection of another; what they
   * answered has come when a ping behind it is answered.
   */
  async #untilStreamsStand(listening: readonly Listening[]): Promise<void> {
    let quiet = 0;
    await until('streams that stand', async () => {
      const { rows } = await this.superuser.query(
        `select from pg_stat_activity where datname = current_database() and usename = 'sig_reader' and state <> 'idle'`,
      );
      quiet = rows.length === 0 ? quiet + 1 : 0;
      return quiet > 1;
    });
    await Promise.all(listening.map((one) => one.settled()));
  }

  /** Of what was made ready for the act nobody is notified: judging as everybody is work that others would wait for. */
  async #passOver(): Promise<void> {
    await until('changes that have their place', async () => {
      const { rows } = await this.superuser.query('select from sig.outbox o where o.position is null limit 1');
      return rows.length === 0;
    });
    await this.superuser.query('update sig.notifier set last_position = s.last_position from sig.stream s');
  }

  /** Most of them know the case. */
  #some(caseId: string, assigned: ReadonlySet<string>, random: Random, watched: number): Reader[] {
    const near = this.readers.filter(
      ({ viewer }) => assigned.has(viewer.id) || ('caseId' in viewer && viewer.caseId === caseId),
    );
    const chosen = new Set<Reader>();
    while (chosen.size < watched) chosen.add(pick(random, random() < 0.85 ? near : this.readers));
    return [...chosen];
  }

  async #assigned(caseId: string): Promise<ReadonlySet<string>> {
    const { rows } = await this.superuser.query<{ id: string }>(
      'select role_term_id as id from sig.assignment where case_id = $1',
      [caseId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What reading leaves behind is taken away before each: it would be read by the next. */
  async #read(caseId: string, watching: readonly Reader[]): Promise<readonly (readonly string[])[]> {
    await this.superuser.query('delete from sig.access_record');
    return Promise.all(watching.map((one) => readingOf(this.app, this.documents, caseId, one)));
  }

  /**
   * A change that everybody sees in every stream that stands: what comes before it came from the act.
   *
   * @returns its instant
   */
  async #tellAll(
    caseId: string,
    watching: readonly Reader[],
    listening: readonly Listening[],
    read: readonly (readonly string[])[],
  ): Promise<number> {
    const { superuser, writer } = this;
    const { rows } = await superuser.query<{ at: number; plan: string[]; meetings: string[]; said: string[] }>(
      `select sig.ms(sig.now())::float as at, array(select p.id from sig.piece p where p.case_id = $1 and p.kind in (9, 10, 11)) as plan,
        array(select p.id from sig.piece p where p.case_id = $1 and p.kind = 13) as meetings,
        array(select s.id from sig.consent_statement s where s.case_id = $1) as said`,
      [caseId],
    );
    const { at, plan, meetings, said } = rows[0]!;
    await writer.change(caseId, {
      CASE_CHANGED: [caseId],
      PLAN_CHANGED: plan,
      MEETING_CHANGED: meetings,
      CONSENT_CHANGED: said,
    });
    await superuser.query(
      `insert into sig.notification (id, case_id, recipient_id, kind, ids, position, at, attempts)
        select gen_random_uuid(), $1::uuid, r, 'CASE', jsonb_build_array($1::uuid::text), (random() * 1e12)::bigint, sig.now(), 0
        from unnest($2::uuid[]) r`,
      [caseId, watching.map(({ viewer }) => viewer.id)],
    );
    await superuser.query(`notify sig_changes, 'committed'`);
    for (const [index, one] of listening.entries()) {
      const text = read[index]!.join('\n');
      const sees: Readonly<Record<string, boolean>> = {
        caseChanged: text.includes('"startedOn"'),
        planChanged: text.includes('"__typename":"Plan"'),
        meetingChanged: meetings.some((id) => text.includes(id)),
        consentChanged: said.some((id) => text.includes(id)),
        notificationsChanged: text.includes('"startedOn"'),
      };
      for (const [stream, isSeen] of Object.entries(sees)) if (isSeen) await one.hears(stream, at);
    }
    return at;
  }
}
