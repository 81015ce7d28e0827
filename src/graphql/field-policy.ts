import { Directive, Extensions } from 'type-graphql';
import type { CaseQuery } from '../access/prepared-query.js';
import type { AnyKind } from '../access/piece-kind.js';
import type { FieldRule } from '../access/shown.js';
import type { InformationCategory } from '../core/information-category.js';
import type { RuleName } from '../core/rules/named-rules.js';

/** Who may see a field; every concrete (object type, field) has exactly one (design, section 4). */
export type FieldPolicy = FieldRule;

/** What a field needs of its case beside the pieces that its type shows. */
export type Needed = AnyKind | CaseQuery<{ readonly caseId: string }> | { readonly versionsOf: AnyKind };

/** One key per mark: with a shared key a second mark would overwrite the first silently instead of being found. */
export const POLICY_KEYS = ['policyOpen', 'policyPiece', 'policyConsent', 'policyRule'] as const;
type PolicyKey = (typeof POLICY_KEYS)[number];

function mark(
  key: PolicyKey,
  policy: FieldPolicy,
  directive: string,
): ClassDecorator & PropertyDecorator & MethodDecorator {
  const extensions = Extensions({ [key]: policy });
  const printed = Directive(directive);
  return (target: object, property?: string | symbol, descriptor?: PropertyDescriptor) => {
    if (property === undefined) {
      (extensions as ClassDecorator)(target as never);
      (printed as ClassDecorator)(target as never);
      return;
    }
    (extensions as MethodDecorator)(target, property, descriptor as never);
    (printed as MethodDecorator)(target, property, descriptor as never);
  };
}

/** On a type or field: readable by everyone who may know that the object exists. */
export const Open = () => mark('policyOpen', { kind: 'open' }, '@open');

/** On a type: the object is there or not as a whole, by its stored holder, category and subjects. */
export const Piece = () => mark('policyPiece', { kind: 'piece' }, '@piece');

/** On a field of a type with one fixed holder: readable when `category` is open from that holder to the viewer. */
export const Consent = (category: InformationCategory) =>
  mark('policyConsent', { kind: 'consent', category }, `@consent(category: ${category})`);

/** On a field: what must be loaded of the case before it is resolved, beside the pieces that its type shows. */
export const Loads = (...needed: readonly Needed[]) => Extensions({ loads: needed });

/** On a field: readable by a named rule of `core/rules`. */
export const Rule = (name: RuleName) => mark('policyRule', { kind: 'rule', name }, `@rule(name: "${name}")`);
