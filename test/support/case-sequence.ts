import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { parseFacts } from '../../src/access/facts.js';
import type { CaseFacts, Grant, Statement } from '../../src/core/case-facts.js';
import type { GrantPair } from '../../src/core/grant-pairs.js';
import type { BlockId, PersonId } from '../../src/core/ids.js';
import { INFORMATION_CATEGORIES } from '../../src/core/information-category.js';
import type { Viewer } from '../../src/core/viewer.js';
import { startTestApp } from './app.js';
import type { Persona, TestApp } from './app.js';
import { reportConcern } from './disclosing.js';
import { KIND_NUMBERS, KINDS_BY_HAND } from './kinds-by-hand.js';
import { modelReadable } from './reference-model.js';
import { custodyChanges, leaves, takesPart } from './sequence-people.js';
import type { Acting } from './sequence-people.js';
import type { StoredPiece } from './stored-format.js';
import { swedishMidnight } from './swedish-midnight.js';
import type { Step } from './sequence-steps.js';
import { caseOf } from './demo-case.js';
import type { YoungCase } from './demo-case.js';

const DAY = 86_400_000;
/** Alva's case on a server of its own, beside a model that applies every change by itself to the facts it began with. */
export class CaseSequence {
  readonly #viewers: readonly { persona: Persona; viewer: Viewer }[];
  #facts: CaseFacts;
  #pieces: readonly StoredPiece[];

  private constructor(
    readonly app: TestApp,
    readonly superuser: pg.Client,
    readonly alva: YoungCase,
    known: {
      viewers: readonly { persona: Persona; viewer: Viewer }[];
      facts: CaseFacts;
      pieces: readonly StoredPiece[];
    },
  ) {
    this.#viewers = known.viewers;
    this.#facts = known.facts;
    this.#pieces = known.pieces;
  }

  static async begin(): Promise<CaseSequence> {
    const app = await startTestApp();
    const superuser = new pg.Client(app.database.login);
    await superuser.connect();
    const young = app.persona({ municipality: 'Uddevalla', name: 'Alva' });
    const alva = await caseOf(app, young.token);
    await superuser.query(
      `select set_config('sig.viewer', $1, false), set_config('sig.at', sig.ms(sig.now())::text, false)`,
      [young.id],
    );
    const { rows } = await superuser.query<{ facts: unknown }>('select facts from sig.case_facts($1::uuid[])', [
      [alva.id],
    ]);
    const facts = parseFacts(rows[0]?.facts, KINDS_BY_HAND);
    const columns = `id, holder_id as "holderId", category, subject_ids as "subjectIds", held_back as "heldBack",
      hidden_from_ids as "hiddenFromIds", sig.ms(recorded_at)::float as "recordedAt"`;
    const pieces = await superuser.query<StoredPiece>(
      `select case when kind = $2 then 'NOTE' else 'MEETING' end as kind, ${columns}
        from sig.piece where case_id = $1 and kind in ($2, $3) order by kind, id`,
      [alva.id, KIND_NUMBERS.get('NOTE'), KIND_NUMBERS.get('MEETING')],
    );
    const viewers = app.personas.flatMap((persona) => {
      const { id, capacity, agency } = persona;
      const home = { municipalityId: facts.municipalityId };
      if (alva.youngPersonId === id || alva.guardianIds.includes(id))
        return [{ persona, viewer: { ...home, capacity, personId: id, caseId: facts.caseId } as Viewer }];
      // Those who take no part may be asked to.
      const isHere = persona.municipality.id === facts.municipalityId;
      return isHere && (capacity === 'PROFESSIONAL' || capacity === 'COORDINATOR')
        ? [{ persona, viewer: { ...home, capacity, roleTermId: id, agencyId: agency?.id } as Viewer }]
        : [];
    });
    return new CaseSequence(app, superuser, alva, { viewers, facts, pieces: pieces.rows });
  }

  async end(): Promise<void> {
    await this.superuser.end();
    await this.app.stop();
  }

  /** Does it through the API; the model follows only where the server agreed. @returns whether it did */
  async take(step: Step): Promise<boolean> {
    const { id: caseId, youngPersonId, guardianIds } = this.alva;
    const signers = [youngPersonId, ...guardianIds];
    const signerId = chosen(signers, step.who) as PersonId;
    const signer = this.#viewers.find(({ persona }) => persona.id === signerId)?.persona;
    const coordinator = this.#viewers.find(({ persona }) => persona.capacity === 'COORDINATOR')?.persona;
    if (signer === undefined || coordinator === undefined) throw new Error('Somebody of the case cannot sign in');
    const ticked = this.#ticked(step.what);
    const grants = ticked.map(({ fromId, toId, ...rest }) => ({ ...rest, fromIds: [fromId], toIds: [toId] }));
    const input = { requestId: randomUUID(), caseId };
    switch (step.kind) {
      case 'WAIT': {
        await this.superuser.query('update sig.clock set offset_ms = offset_ms + $1::bigint', [step.days * DAY]);
        return true;
      }
      case 'GRANT':
      case 'REFUSE': {
        const decision = step.kind === 'GRANT' ? 'GRANTED' : 'REFUSED';
        const stating = decision === 'GRANTED' ? signers : [signerId];
        const until = decision === 'REFUSED' ? null : (await this.now()) + step.days * DAY;
        const { ask } = this.#acting(coordinator);
        const done = await ask(coordinator, 'recordConsent', 'RecordConsentInput!', {
          ...{
            ...input,
            grants: ticked,
            purpose: 'En samlad bild',
            until: until === null ? null : new Date(until).toISOString(),
          },
          signers: stating.map((personId) => ({ personId, decision })),
          evidence: {
            method: 'WRITTEN',
            formVersion: 'Uddevalla 2026:1',
            language: 'sv',
            informedById: coordinator.id,
          },
        });
        if (done !== null) await this.#state(stating as PersonId[], decision, grants, until);
        return done !== null;
      }
      case 'WITHDRAW': {
        const everything = step.what % 3 === 0;
        const done = await this.#send(
          signer,
          `mutation ($caseId: ID!, $scope: [ConsentGrantInput!]) { done: withdrawConsent(caseId: $caseId, scope: $scope) { id } }`,
          { caseId, scope: everything ? null : ticked },
        );
        if (done !== null) await this.#state([signerId], 'WITHDRAWN', everything ? null : grants, null);
        return done !== null;
      }
      case 'BLOCK': {
        const until = step.what % 2 === 0 ? null : (await this.now()) + step.days * DAY;
        const done = await this.#send(signer, `mutation ($input: BlockInput!) { done: block(input: $input) { id } }`, {
          input: { ...input, cells: ticked, until: until === null ? null : new Date(until).toISOString() },
        });
        if (done === null) return false;
        const made = { subjectId: youngPersonId as PersonId, bySignerId: signerId, byHolderId: null, grants };
        const period = { from: await this.now(), until };
        this.#facts = { ...this.#facts, blocks: [...this.#facts.blocks, { ...made, id: done as BlockId, period }] };
        return true;
      }
      case 'UNBLOCK': {
        const block = chosen(this.#facts.blocks, step.what);
        if (block === undefined) return false;
        const done = await this.#send(coordinator, 'mutation ($id: ID!) { done: unblock(blockId: $id) { id } }', {
          id: block.id,
        });
        if (done === null) return false;
        const period = { ...block.period, until: await this.now() };
        this.#facts = {
          ...this.#facts,
          blocks: this.#facts.blocks.map((one) => (one === block ? { ...one, period } : one)),
        };
        return true;
      }
      case 'HOLD':
      case 'RELEASE': {
        const piece = chosen(this.#pieces, step.what);
        const holder = this.#viewers.find(
          ({ viewer }) => 'agencyId' in viewer && viewer.agencyId === piece?.holderId,
        )?.persona;
        if (piece === undefined || holder === undefined) return false;
        const field = step.kind === 'HOLD' ? 'holdBack' : 'release';
        const done = await this.#send(holder, `mutation ($id: ID!) { done: ${field}(pieceId: $id) { id } }`, {
          id: piece.id,
        });
        if (done !== null)
          this.#pieces = this.#pieces.map((one) => (one === piece ? { ...one, heldBack: step.kind === 'HOLD' } : one));
        return done !== null;
      }
      case 'DISCLOSE':
        return reportConcern(this.app, caseId, (await this.now()) + 7 * DAY);
      case 'PREVENT':
      case 'END_CUSTODY':
      case 'CUSTODY': {
        const guardianId = chosen(guardianIds, step.who) as PersonId;
        return this.#follow(await custodyChanges(this.#acting(coordinator), step.kind, guardianId, step.days));
      }
      case 'LEAVE':
      case 'ASSIGN': {
        const staff = this.#viewers.filter(({ viewer }) => viewer.capacity === 'PROFESSIONAL');
        const one = chosen(staff, step.who)?.persona;
        // Most of them stay, or soon nobody would be left to show anything to.
        if (one === undefined || (step.kind === 'LEAVE' && step.what % 4 !== 0)) return false;
        const acting = this.#acting(coordinator);
        return this.#follow(
          step.kind === 'LEAVE' ? await leaves(acting, one) : await takesPart(acting, one, step.days),
        );
      }
      case 'BIRTHDAY': {
        // To the midnight itself, or a moment before it: nobody writes anything.
        const birthDate = this.#facts.persons.find(({ id }) => id === youngPersonId)?.birthDate ?? '';
        const age = chosen([15, 18], step.who) ?? 18;
        const midnight = swedishMidnight(`${Number(birthDate.slice(0, 4)) + age}${birthDate.slice(4)}`);
        const ahead = midnight - (await this.now()) + [0, -60_000, 1][step.what % 3]!;
        if (ahead <= 0) return false;
        await this.superuser.query('update sig.clock set offset_ms = offset_ms + $1::bigint', [Math.ceil(ahead)]);
        return true;
      }
    }
  }

  /** What everybody reads over HTTP, and what the model lets them read. */
  async views(): Promise<{ name: string; read: string[]; model: string[] }[]> {
    const query = `query ($id: ID!) { case(id: $id) {
      notes(first: 100) { edges { node { id } } } meetings(first: 100) { edges { node { id } } } } }`;
    const at = await this.now();
    return Promise.all(
      this.#viewers.map(async ({ persona, viewer }) => {
        interface List {
          edges: { node: { id: string } }[];
        }
        const { data, errors } = await this.app.ask<{ case: { notes: List; meetings: List } | null }>(
          persona.token,
          query,
          {
            id: this.alva.id,
          },
        );
        const other = errors?.find(({ extensions }) => extensions.code !== 'NOT_FOUND');
        if (other !== undefined) throw new Error(`${persona.name}: ${other.extensions.code} ${other.message}`);
        const shown = [...(data.case?.notes.edges ?? []), ...(data.case?.meetings.edges ?? [])].map(
          ({ node }) => node.id,
        );
        const model = this.#pieces.filter((piece) => modelReadable(this.#facts, viewer, piece, at)).map(({ id }) => id);
        return { name: persona.name, read: shown.sort(), model: model.sort() };
      }),
    );
  }

  async now(): Promise<number> {
    const { rows } = await this.superuser.query<{ now: number }>('select sig.ms(sig.now())::float as now');
    return rows[0]?.now ?? NaN;
  }

  #acting(coordinator: Persona): Acting {
    return {
      facts: this.#facts,
      coordinator,
      superuser: this.superuser,
      now: () => this.now(),
      ask: (persona, field, type, input, shows = '__typename') =>
        this.#send(persona, `mutation ($input: ${type}) { done: ${field}(input: $input) { ${shows} } }`, { input }),
    };
  }

  /** The model follows where the server agreed. */
  #follow(facts: CaseFacts | null): boolean {
    this.#facts = facts ?? this.#facts;
    return facts !== null;
  }

  /** As a form ticks them. */
  #ticked(what: number): readonly GrantPair[] {
    const ids = this.#facts.agencies.map(({ id }) => id);
    const pairs = ids.flatMap((fromId) => ids.filter((toId) => toId !== fromId).map((toId) => ({ fromId, toId })));
    const categories = INFORMATION_CATEGORIES.filter((_, index) => what % 5 === 0 || (index + what) % 3 > 0);
    return pairs
      .filter((_, index) => what % 2 === 0 || (index + what) % 4 > 0)
      .map((pair) => ({ ...pair, categories }));
  }

  async #state(
    signers: readonly PersonId[],
    decision: Statement['decision'],
    grants: Grant[] | null,
    until: number | null,
  ) {
    const now = await this.now();
    const said = { subjectId: this.alva.youngPersonId as PersonId, decision, grants, until, dataPeriods: null };
    const newest = Math.max(0, ...this.#facts.ledger.map(({ sequence }) => sequence));
    const rows = signers.map((signerId, index) => ({
      ...said,
      signerId,
      sequence: newest + index + 1,
      appliesFrom: now,
      recordedAt: now,
    }));
    this.#facts = { ...this.#facts, ledger: [...this.#facts.ledger, ...rows] };
  }

  /** @returns the id of the result, an empty text where it has none to show; `null` when it was refused */
  async #send(persona: Persona, mutation: string, variables: object): Promise<string | null> {
    const { data, errors } = await this.app.ask<{ done: { id?: string } | null } | null>(
      persona.token,
      mutation,
      variables,
    );
    const code = errors?.[0]?.extensions.code;
    if (code === 'INTERNAL' || code === 'GRAPHQL_VALIDATION_FAILED')
      throw new Error(`${mutation}: ${errors?.[0]?.message}`);
    return code === undefined ? (data?.done?.id ?? '') : null;
  }
}

function chosen<T>(from: readonly T[], number: number): T | undefined {
  return from[number % Math.max(1, from.length)];
}
