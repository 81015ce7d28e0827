import { getNamedType, isUnionType } from 'graphql';
import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { TypeOwnership } from '../access/type-ownership.js';
import type { CaseFacts } from '../core/case-facts.js';
import type { WITHHELD_EXTENTS } from '../core/closed-lists.js';
import type { Decision, Verdict, WithheldReason } from '../core/decision.js';
import type { Extent } from '../core/extent.js';
import type { AgencyId } from '../core/ids.js';
import type { InformationCategory } from '../core/information-category.js';
import type { RuleName } from '../core/rules/named-rules.js';
import type { PolicyTable } from './policy-table.js';
import { possibleTypes, selectedFields } from './selection.js';
import type { SelectedField } from './selection.js';

type WithheldExtent = (typeof WITHHELD_EXTENTS)[number];

/** One entry of `extensions.withheld`; the conventions are in the design, section 4. */
export interface Withheld {
  readonly path: readonly string[];
  readonly reason: WithheldReason;
  /** `NOW`: what is recorded now, and not all of what was; `EARLIER`: only what was recorded earlier, or some of it. */
  readonly extent: WithheldExtent;
  /** Empty where a rule closes the field. */
  readonly cells: readonly { readonly holder: string; readonly category: InformationCategory }[];
  /** The cases for which it is so. */
  readonly caseIds: readonly string[];
}

/** A case that a root field answered for. */
export interface AnsweredCase {
  readonly facts: CaseFacts;
  readonly decision: Decision;
}

interface Root {
  readonly info: GraphQLResolveInfo;
  readonly typename: string;
  readonly cases: readonly AnsweredCase[];
  readonly rule: RuleName | null;
}

/** Gathers, root field by root field, for which cases an operation answered. */
export class WithheldReport {
  readonly #roots: Root[] = [];

  /** @param rule the one that the root field itself is open by, where it is not open to whoever knows the case. */
  add(info: GraphQLResolveInfo, typename: string, cases: readonly AnsweredCase[], rule: RuleName | null = null): void {
    this.#roots.push({ info, typename, cases, rule });
  }

  clear(): void {
    this.#roots.length = 0;
  }

  /**
   * Computed from the selection and the decisions alone: it is the same whether or not anything is stored (P11). In the
   * order
   * of the document, not that in which the roots were answered: what is stored takes time, and would be told by it.
   */
  explain(explanations: Explanations): readonly Withheld[] {
    const [only, ...more] = this.#roots;
    // The very list that was kept, so that its text is too.
    if (only !== undefined && more.length === 0) return explanations.of(only);
    return this.#roots.toSorted((a, b) => placeOf(a) - placeOf(b)).flatMap((root) => explanations.of(root));
  }
}

/** The texts of lists that were kept. */
const texts = new WeakMap<readonly Withheld[], string>();

/** JSON, written once for a list that is kept: of a long answer it is most. */
export function textOfWithheld(entries: readonly Withheld[]): string {
  const known = texts.get(entries);
  if (known !== undefined) return known;
  const text = JSON.stringify(entries);
  texts.set(entries, text);
  return text;
}

/** Texts that are kept for one decision: of one document with one set of variables. */
const MOST_FOR_DECISION = 20;

interface KeptExplanation {
  readonly fieldNodes: GraphQLResolveInfo['fieldNodes'];
  readonly variables: string;
  readonly decisions: readonly Decision[];
  readonly entries: readonly Withheld[];
}

/** Explanations, worked out once for a document and decisions that are the very same objects. */
export class Explanations {
  readonly #kept = new WeakMap<Decision, KeptExplanation[]>();

  constructor(
    private readonly policies: PolicyTable,
    private readonly ownership: TypeOwnership,
  ) {}

  of(root: Root): readonly Withheld[] {
    const [first] = root.cases;
    if (first === undefined) return [];
    const { fieldNodes, variableValues } = root.info;
    const variables = JSON.stringify(variableValues);
    const decisions = root.cases.map(({ decision }) => decision);
    const kept = this.#kept.get(first.decision) ?? [];
    const known = kept.find(
      (one) => one.fieldNodes[0] === fieldNodes[0] && one.variables === variables && areSame(one.decisions, decisions),
    );
    if (known !== undefined) return known.entries;
    const entries = this.#work(root);
    this.#kept.set(first.decision, [
      { fieldNodes, variables, decisions, entries },
      ...kept.slice(0, MOST_FOR_DECISION - 1),
    ]);
    return entries;
  }

  #work({ info, typename, cases, rule }: Root): readonly Withheld[] {
    const type = info.schema.getType(typename) as GraphQLObjectType;
    const walk = new Walk(info, this.policies, this.ownership, cases);
    const path = [String(info.path.key)];
    if (walk.connection(type, path) && (rule === null || walk.rule(rule, path)))
      walk.object(type, info.fieldNodes, path, {});
    return walk.entries();
  }
}

function areSame(some: readonly Decision[], others: readonly Decision[]): boolean {
  return some.length === others.length && some.every((decision, index) => decision === others[index]);
}

function placeOf({ info: { fieldNodes } }: Root): number {
  return fieldNodes[0]?.loc?.start ?? 0;
}

class Walk {
  readonly #entries = new Map<string, Withheld & { readonly caseIds: string[] }>();

  constructor(
    readonly info: GraphQLResolveInfo,
    readonly policies: PolicyTable,
    readonly ownership: TypeOwnership,
    readonly cases: readonly AnsweredCase[],
  ) {}

  entries(): Withheld[] {
    return [...this.#entries.values()];
  }

  /** `listArgs` are those of the field that leads to a connection: they narrow what the pieces behind it may be. */
  object(
    type: GraphQLObjectType,
    nodes: SelectedField['nodes'],
    path: readonly string[],
    listArgs: SelectedField['args'],
  ): void {
    const policies = this.policies.fieldsOf(type.name);
    for (const selected of selectedFields(this.info, type, nodes)) {
      const at = [...path, selected.responseKey];
      const policy = policies.get(selected.field.name);
      if (policy?.kind === 'consent') {
        this.#report(at, ({ facts, decision }) =>
          this.ownership
            .holdersOf(type.name, facts)
            .map((holder) => this.#cell(decision, type.name, holder, policy.category)),
        );
        continue;
      }
      if (policy?.kind === 'rule') {
        if (!this.rule(policy.name, at)) continue;
      }
      this.#descend(type, selected, at, listArgs);
    }
  }

  /** A connection of pieces at the root is reported there; false when it is closed for every case. */
  connection(type: GraphQLObjectType, path: readonly string[]): boolean {
    const piece = this.#pieceBehind(type);
    if (piece === null || piece === type.name) return true;
    return this.#report(path, ({ facts, decision }) => this.#pieceCells(piece, facts, decision, {}));
  }

  /** Notes a path that a rule closes; false when it is closed for every case. */
  rule(name: RuleName, path: readonly string[]): boolean {
    return this.#report(path, ({ decision }) => {
      const verdict = decision.rule(name);
      return [{ verdict, earlier: verdict.open ? 'ALL' : 'NONE' }];
    });
  }

  #descend(
    type: GraphQLObjectType,
    selected: SelectedField,
    at: readonly string[],
    listArgs: SelectedField['args'],
  ): void {
    const args = type.name.endsWith('Connection') || type.name.endsWith('Edge') ? listArgs : selected.args;
    for (const next of possibleTypes(this.info.schema, selected.field)) {
      const piece = this.#pieceBehind(next);
      // A connection is reported where it is asked for, not at its nodes: `notes { totalCount }` is withheld as well.
      const isInner = type.name.endsWith('Connection') || type.name.endsWith('Edge');
      if (piece !== null && !isInner && !isUnionType(getNamedType(selected.field.type))) {
        const open = this.#report(at, ({ facts, decision }) => this.#pieceCells(piece, facts, decision, args));
        if (!open && !this.ownership.isPlace(piece)) continue;
      }
      this.object(next, selected.nodes, at, args);
    }
  }

  /** The piece type that a type is, or that it is a connection of. */
  #pieceBehind(type: GraphQLObjectType): string | null {
    if (this.ownership.inheritsParentPolicy(type.name)) return null;
    if (this.policies.isPiece(type.name)) return type.name;
    const name = type.name.replace(/Connection$/, '');
    return name !== type.name && this.policies.isPiece(name) ? name : null;
  }

  #pieceCells(piece: string, facts: CaseFacts, decision: Decision, args: SelectedField['args']): CellVerdict[] {
    const asked = args['category'] as InformationCategory | null | undefined;
    const categories = this.ownership
      .categoriesOf(piece)
      .filter((category) => asked === undefined || asked === null || category === asked);
    return this.ownership
      .holdersOf(piece, facts)
      .flatMap((holder) => categories.map((category) => this.#cell(decision, piece, holder, category)));
  }

  #cell(decision: Decision, typename: string, holder: AgencyId, category: InformationCategory): CellVerdict {
    const kind = this.ownership.kindOf(typename, category);
    return {
      verdict: decision.cell(holder, category, kind),
      earlier: decision.earlier(holder, category, kind),
      cell: { holder, category },
    };
  }

  /** Notes what is closed; false when everything is, so that nothing is listed below a withheld parent. */
  #report(path: readonly string[], verdictsOf: (answered: AnsweredCase) => readonly CellVerdict[]): boolean {
    let anyOpen = false;
    for (const answered of this.cases) {
      const verdicts = verdictsOf(answered);
      anyOpen ||= verdicts.some(({ verdict, earlier }) => verdict.open || earlier !== 'NONE');
      for (const [kind, alike] of Map.groupBy(verdicts, kindOfWithheld)) {
        if (kind === null) continue;
        const [reason, extent] = kind.split(' ') as [WithheldReason, WithheldExtent];
        const named = new Map(alike.flatMap(({ cell }) => (cell === undefined ? [] : [[keyOfCell(cell), cell]])));
        const key = [kind, path.join('.'), ...named.keys()].join('\n');
        const entry = this.#entries.get(key) ?? { path, reason, extent, cells: [...named.values()], caseIds: [] };
        if (!entry.caseIds.includes(answered.facts.caseId)) entry.caseIds.push(answered.facts.caseId);
        this.#entries.set(key, entry);
      }
    }
    return anyOpen;
  }
}

interface CellVerdict {
  readonly verdict: Verdict;
  readonly earlier: Extent;
  readonly cell?: Withheld['cells'][number];
}

const keyOfCell = ({ holder, category }: Withheld['cells'][number]): string => `${holder} ${category}`;

/** Its reason and extent; `null` where nothing is withheld, or nothing may be said of it. */
function kindOfWithheld({ verdict, earlier }: CellVerdict): string | null {
  // Only consent tells earlier from now.
  if (verdict.open) return earlier === 'ALL' ? null : 'NO_CONSENT EARLIER';
  return verdict.reason === null ? null : `${verdict.reason} ${earlier === 'NONE' ? 'ALL' : 'NOW'}`;
}
