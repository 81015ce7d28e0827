import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { z } from 'zod';
import { AGENCY_KINDS, MEETING_PARTIES, PROFESSIONS } from '../core/closed-lists.js';
import { DomainError } from '../core/errors.js';
import { INFORMATION_CATEGORIES } from '../core/information-category.js';
import { MEETING_KINDS } from '../core/meeting-kind.js';
import { keyOfSignIn } from './setup-sign-in.js';
import { requireRules } from '../core/rules/local-rules.js';

const text = z.string().trim().min(1).max(200);
const day = z.iso.date();
/** By which entries of the file name each other, and keep their id when the file is run again. */
const key = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, 'letters, digits and hyphens, beginning with a letter');
const years = z.int();

const signIn = z
  .strictObject({
    ...{ hsaId: text.optional(), email: text.optional(), personalIdentityNumber: text.optional() },
    subject: z.strictObject({ issuer: z.url(), sub: text }).optional(),
  })
  .refine((given) => Object.keys(given).length === 1, 'one of hsaId, email, personalIdentityNumber and subject')
  .refine((given) => keyOfSignIn(given) !== null, 'cannot be one; see docs/operations.md for how it is written');

const RULES = z.strictObject({
  ...{ targetAgeFrom: years, targetAgeThrough: years, youngPersonSignsFromAge: years, guardiansSignUntilAge: years },
  ...{ agreesToTakePartFromAge: years, timeMayOpen: z.boolean() },
  ...{ followUpEveryDaysFrom: z.int(), followUpEveryDaysThrough: z.int() },
  ...{ interventionMonths: z.int().nullable(), steeringMeetingsPerTerm: z.int().nullable() },
  ...{ concernReportGate: z.boolean(), consentNeedsSecondPerson: z.boolean() },
  ...{ consentMonthsAtMost: z.int(), declinedProposalKeptDays: z.int() },
  heldBackCategories: z.array(z.enum(INFORMATION_CATEGORIES)),
  meetingParties: z.array(
    z.strictObject({
      kind: z.enum(MEETING_KINDS),
      required: z.array(z.enum(MEETING_PARTIES)),
      optional: z.array(z.enum(MEETING_PARTIES)),
    }),
  ),
});

const FILE = z.strictObject({
  municipality: z.strictObject({ code: z.string().regex(/^\d{4}$/, "SCB's four digits, in quotes"), name: text }),
  contact: z.strictObject({
    ...{ name: text, telephone: text.optional(), email: z.email().optional(), switchboard: text.optional() },
    reachedThrough: text.optional(),
  }),
  areas: z
    .strictObject({ promise: z.strictObject({ text: text.max(2_000), from: day }), names: z.array(text) })
    .optional(),
  rules: RULES,
  agencies: z.record(key, z.strictObject({ name: text, kind: z.enum(AGENCY_KINDS), parent: key.optional() })),
  staff: z.record(
    key,
    z.strictObject({
      ...{ name: text, profession: z.enum(PROFESSIONS), agency: key.optional(), mayDisclose: z.boolean().optional() },
      capacity: z.enum(['PROFESSIONAL', 'COORDINATOR', 'STEERING_MEMBER', 'ADMINISTRATOR']),
      /** The key of an entry that is the same human being in another role. */
      sameAs: key.optional(),
      from: day.optional(),
      /** Who they are to the identity provider; of one human being it stands at the entry that others are the same as. */
      signIn: signIn.optional(),
    }),
  ),
  groups: z
    .strictObject({
      operative: z.strictObject({ name: text, members: z.array(key) }).optional(),
      steering: z.strictObject({ name: text, members: z.array(key) }).optional(),
    })
    .optional(),
});

/** A municipality as its setup file has it. */
export type SetupFile = z.output<typeof FILE>;

type Path = readonly PropertyKey[];
type Fault = readonly [path: Path, message: string];

/** Every fault of a file at once, each with its line: `file:12: agencies.school.parent: …`. */
export class SetupFileError extends Error {}

/**
 * Reads a setup file as a whole.
 *
 * @param name of the file, for the messages
 * @throws SetupFileError with one line for each fault
 */
export function readSetupFile(name: string, yaml: string): SetupFile {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const refuse = (faults: readonly (readonly [line: number, message: string])[]): SetupFileError =>
    new SetupFileError(faults.map(([line, message]) => `${name}:${line}: ${message}`).join('\n'));
  if (document.errors.length > 0) {
    throw refuse(document.errors.map(({ pos, message }) => [lines.linePos(pos[0]).line, message]));
  }
  const read = FILE.safeParse(document.toJS() as unknown);
  const faults: readonly Fault[] = read.success
    ? faultsOf(read.data)
    : read.error.issues.map(({ path, message }) => [path, message]);
  if (read.success && faults.length === 0) return read.data;
  throw refuse(faults.map(([path, message]) => [lineOf(document, lines, path), `${path.join('.')}: ${message}`]));
}

/** What no single field can be wrong in. */
function faultsOf(file: SetupFile): readonly Fault[] {
  const { agencies, areas, groups, rules } = file;
  return [
    ...rulesFault(rules),
    ...twice(areas?.names ?? [], ['areas', 'names']),
    ...Object.entries(agencies).flatMap(([key, { parent }]) => [
      ...unknown(agencies, ['agencies', key, 'parent'], parent),
      ...faultIf(parent === key, ['agencies', key, 'parent'], 'an agency is no branch of itself'),
    ]),
    ...staffFaults(file),
    ...(['operative', 'steering'] as const).flatMap((kind) => {
      const [members, path] = [groups?.[kind]?.members ?? [], ['groups', kind, 'members']];
      const strangers = members.flatMap((member, index) => unknown(file.staff, [...path, index], member));
      return [...strangers, ...twice(members, path)];
    }),
  ];
}

function staffFaults({ agencies, staff }: SetupFile): readonly Fault[] {
  const people = Object.entries(staff);
  const administrators = people.filter(([, { capacity }]) => capacity === 'ADMINISTRATOR');
  const humans = new Set(administrators.map(([key, { sameAs }]) => sameAs ?? key));
  return [
    ...people.flatMap(([key, { agency, capacity, sameAs, name, signIn }]) => {
      const path = ['staff', key];
      const other = sameAs === undefined ? undefined : staff[sameAs];
      const needsAgency = capacity === 'PROFESSIONAL' || capacity === 'COORDINATOR';
      return [
        ...unknown(agencies, [...path, 'agency'], agency),
        ...unknown(staff, [...path, 'sameAs'], sameAs),
        ...faultIf(agency === undefined && needsAgency, path, `a ${capacity} belongs to an agency`),
        ...faultIf(
          other?.sameAs !== undefined,
          [...path, 'sameAs'],
          `${sameAs} is named as the same as another itself`,
        ),
        ...faultIf(other !== undefined && other.name !== name, [...path, 'name'], `${sameAs} has another name`),
        ...faultIf(
          sameAs !== undefined && signIn !== undefined,
          [...path, 'signIn'],
          `stands at ${sameAs}, who is the same human being`,
        ),
      ];
    }),
    ...sharedSignIns(people),
    ...faultIf(humans.size < 2, ['staff'], 'at least two administrators are needed: what opens is a decision of two'),
  ];
}

function sharedSignIns(people: readonly (readonly [key: string, entry: SetupFile['staff'][string]])[]): Fault[] {
  const keys = people.map(([, { signIn: given }]) => (given === undefined ? null : (keyOfSignIn(given)?.key ?? null)));
  return people.flatMap(([name], index) => {
    const isShared = keys[index] !== null && keys.indexOf(keys[index] ?? null) < index;
    return faultIf(isShared, ['staff', name, 'signIn'], 'somebody else has it; two roles of one are tied by sameAs');
  });
}

const faultIf = (isFault: boolean, path: Path, message: string): readonly Fault[] => (isFault ? [[path, message]] : []);

function unknown(found: object, path: Path, named: string | undefined): readonly Fault[] {
  const isKnown = named === undefined || Object.hasOwn(found, named);
  return faultIf(!isKnown, path, `there is no ${named}; there are ${Object.keys(found).join(', ')}`);
}

function twice(names: readonly string[], path: Path): readonly Fault[] {
  return names.flatMap((name, index) =>
    faultIf(names.indexOf(name) < index, [...path, index], `${name} stands here twice`),
  );
}

function rulesFault(rules: SetupFile['rules']): readonly Fault[] {
  try {
    requireRules(rules);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { field, least, most, lower, upper } = error.params;
    if (field !== undefined) return [[['rules', String(field)], `from ${least} to ${most}`]];
    if (lower !== undefined) return [[['rules', String(lower)], `not above ${upper}`]];
    return [[['rules', 'meetingParties'], 'each kind of meeting once, and nobody both required and optional']];
  }
}

/** Of the value at the path, or of what it is missing from. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const holder: unknown = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    if (!isMap(holder)) continue;
    const pair = holder.items.find((item) => String(item.key) === String(path[depth - 1]));
    const range = (pair?.key as { range?: readonly number[] | null } | undefined)?.range;
    if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
  }
  return 1;
}
