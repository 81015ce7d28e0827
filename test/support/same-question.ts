/** The part of the schema that the generated documents walk: a leaf is `true`, a list and a single object look the same. */
type Shape = { readonly [field: string]: true | Reference };
interface Reference {
  readonly type: string;
  readonly connection?: true;
}

const to = (type: string): Reference => ({ type });
const manyOf = (type: string): Reference => ({ type, connection: true });

export const SHAPES: Readonly<Record<string, Shape>> = {
  Case: {
    ...{ id: true, number: true, status: true, youngPerson: to('YoungPerson'), guardians: to('Guardian') },
    ...{ notes: manyOf('Note'), plan: to('Plan'), meetings: manyOf('Meeting'), mappings: manyOf('NeedsMapping') },
    ...{ otherImportantPersons: to('OtherImportantPerson'), outcomes: to('Outcome') },
    ...{ municipality: to('Municipality'), coordinator: to('Professional'), participants: to('Participant') },
    ...{ consents: to('Consent'), blocks: to('Block') },
  },
  Municipality: { id: true, name: true, code: true, agencies: to('Agency') },
  Agency: { id: true, name: true, kind: true },
  Professional: { id: true, name: true, profession: true, agency: to('Agency') },
  Participant: { id: true, from: true, professional: to('Professional') },
  Consent: { id: true, sequence: true, decision: true, purpose: true, recordedAt: true, signer: to('Signer') },
  Block: { id: true, from: true, until: true, by: to('Signer'), holder: to('Agency') },
  Signer: { personId: true, role: true, name: true },
  YoungPerson: { id: true, givenName: true, familyName: true, age: true, address: true, phone: true },
  Guardian: { id: true, givenName: true, familyName: true },
  OtherImportantPerson: { id: true, name: true, relation: true, contact: true, from: true, until: true },
  Note: {
    ...{ id: true, category: true, text: true, writtenAt: true, holder: to('Agency'), author: to('Professional') },
    objections: to('Objection'),
  },
  Objection: { id: true, role: true, text: true },
  Plan: { id: true, goals: to('Goal'), history: manyOf('PlanVersion') },
  PlanVersion: { id: true, part: true, version: true, at: true },
  Goal: { id: true, area: true, inOwnWords: true, actions: to('Action') },
  Action: { id: true, what: true, status: true, category: true, evaluations: to('Evaluation') },
  Evaluation: { id: true, text: true, evaluatedOn: true },
  Meeting: {
    id: true,
    kind: true,
    place: true,
    invitations: to('Invitation'),
    agenda: to('AgendaItem'),
    decisions: to('MeetingDecision'),
    minutes: to('MeetingMinutes'),
  },
  Invitation: { id: true, required: true, attendance: true },
  AgendaItem: { id: true, title: true, category: true },
  MeetingDecision: { id: true, text: true },
  MeetingMinutes: { id: true, text: true },
  NeedsMapping: { id: true, category: true, needs: true },
  Outcome: { id: true, category: true, before: true, after: true },
};

export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** Everything of a type, each field by its own name: what all other ways of asking are held against. */
export function everythingOf(type: string): string {
  const fields = Object.entries(SHAPES[type] ?? {}).map(([field, leads]) => {
    if (leads === true) return field;
    const inner = everythingOf(leads.type);
    return leads.connection ? `${field}(first: 40) { totalCount edges { node ${inner} } }` : `${field} ${inner}`;
  });
  return `{ ${fields.join(' ')} }`;
}

/** An object of an answer that can be asked for by its own id. */
export interface AskedNode {
  readonly type: string;
  readonly id: string;
  readonly answer: Json;
}

/** Every object of one of these types in an answer to everything. */
export function nodesIn(type: string, answer: Json, types: ReadonlySet<string>): AskedNode[] {
  if (answer === null) return [];
  if (Array.isArray(answer)) return answer.flatMap((one: Json) => nodesIn(type, one, types));
  const object = answer as Record<string, Json>;
  const own = types.has(type) ? [{ type, id: object['id'] as string, answer }] : [];
  const below = Object.entries(SHAPES[type] ?? {}).flatMap(([field, leads]) => {
    const value = object[field] ?? null;
    if (leads === true || value === null) return [];
    if (leads.connection !== true) return nodesIn(leads.type, value, types);
    return (value as { edges: { node: Json }[] }).edges.flatMap(({ node }) => nodesIn(leads.type, node, types));
  });
  return [...own, ...below];
}

/** One way of asking for some of it, and what the answer must then be, given the answer to everything. */
export interface Question {
  readonly selection: string;
  readonly expected: (everything: Json) => Json;
}

/** A generator of questions: the same seed asks the same. */
export class Questions {
  readonly fragments: string[] = [];
  #state: number;
  #aliases = 0;

  constructor(seed: number) {
    this.#state = seed * 2654435761 + 1;
  }

  /** A whole number below `below`. */
  roll(below: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * below);
  }

  /** Some fields of a type, under aliases, behind fragments and twice, as the seed has it. */
  ask(type: string): Question {
    const all = Object.entries(SHAPES[type] ?? {});
    const chosen = all.filter(() => this.roll(2) === 0);
    const parts = (chosen.length === 0 ? all.slice(0, 1) : chosen).map(([field, leads]) => this.#field(field, leads));
    return {
      selection: `{ ${parts.map(({ text }) => this.#wrapped(type, text)).join(' ')} }`,
      expected: (everything) => each(everything, (one) => Object.fromEntries(parts.map((part) => part.answer(one)))),
    };
  }

  #field(
    field: string,
    leads: true | Reference,
  ): { text: string; answer: (one: Record<string, Json>) => [string, Json] } {
    const key = this.#aliases < 25 && this.roll(3) === 0 ? `a${(this.#aliases += 1)}` : field;
    const name = key === field ? field : `${key}: ${field}`;
    if (leads === true) return { text: name, answer: (one) => [key, one[field] ?? null] };
    const inner = this.ask(leads.type);
    if (!leads.connection)
      return { text: `${name} ${inner.selection}`, answer: (one) => [key, inner.expected(one[field] ?? null)] };
    return {
      text: `${name}(first: 40) { edges { node ${inner.selection} } totalCount }`,
      answer: (one) => {
        const { edges, totalCount } = one[field] as { edges: { node: Json }[]; totalCount: number };
        return [key, { edges: edges.map(({ node }) => ({ node: inner.expected(node) })), totalCount }];
      },
    };
  }

  #wrapped(type: string, text: string): string {
    switch (this.roll(5)) {
      case 0:
        return `... on ${type} { ${text} }`;
      case 1:
        return `... { ${text} }`;
      case 2: {
        const name = `F${this.fragments.length}`;
        this.fragments.push(`fragment ${name} on ${type} { ${text} }`);
        return `...${name}`;
      }
      case 3:
        // Aliases are limited, also when they are repeated.
        return /\ba\d+: /.test(text) ? text : `${text} ${text}`;
      default:
        return text;
    }
  }
}

function each(value: Json, one: (object: Record<string, Json>) => Json): Json {
  if (value === null) return null;
  return Array.isArray(value) ? value.map((entry: Json) => each(entry, one)) : one(value as Record<string, Json>);
}

/** With its keys in order, so that two answers can be compared as text. */
export function canonical(value: Json): string {
  return JSON.stringify(value, (_key, inner: Json) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
