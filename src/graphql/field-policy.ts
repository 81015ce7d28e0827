import { Directive, Extensions } from 'type-graphql';
import type { InformationCategory } from '../core/information-category.js';
import type { RuleName } from '../core/rules/named-rules.js';

/** Who may see a field; every concrete (object type, field) has exactly one (design, section 4). */
export type FieldPolicy =
  | { readonly kind: 'open' }
  | { readonly kind: 'piece' }
  | { readonly kind: 'consent'; readonly category: InformationCategory }
  | { readonly kind: 'rule'; readonly name: RuleName };

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

/** On a field: readable by a named rule of `core/rules`. */
export const Rule = (name: RuleName) => mark('policyRule', { kind: 'rule', name }, `@rule(name: "${name}")`);
