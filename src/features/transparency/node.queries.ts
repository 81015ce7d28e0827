import type { Needs } from '../../access/load.js';
import type { LoadedCase } from '../../access/loaded-case.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { RegisteredAgency, Registers } from '../../access/registers.js';
import type { Shown } from '../../access/shown.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { CaseId } from '../../core/ids.js';
import type { Needed } from '../../graphql/field-policy.js';
import { presentCase } from '../case/case.queries.js';
import { blocks, consents, CONSENTS_NEED } from '../consent/consent.queries.js';
import type { ShownBlock, ShownConsent } from '../consent/consent.queries.js';
import { mappings } from '../mapping/mapping.queries.js';
import { decisions } from '../meeting/meeting-content.queries.js';
import { meetings } from '../meeting/meeting.queries.js';
import { notes } from '../note/note.queries.js';
import { guardians, importantPersons, youngPerson } from '../person/person.queries.js';
import { evaluations } from '../plan/plan-history.queries.js';
import { actions, goals } from '../plan/plan.queries.js';
import { LOCATE } from './node.repository.js';

type Municipality = ReturnType<Registers['municipality']>;
export type Node = Shown | ShownConsent | ShownBlock | RegisteredAgency | Municipality;

export interface FoundNode {
  readonly typename: string;
  readonly node: Node;
  /** The case that it belongs to; none for municipality and agencies. */
  readonly of: LoadedCase | null;
}

/** What of a case is loaded to find a node in it, beside the pieces that nodes show. */
export const NODES_NEED: readonly Needed[] = CONSENTS_NEED;

/** Every kind of piece that is a node is found the same way that it is reached through its case. */
const PIECES: Readonly<Record<string, (loaded: LoadedCase) => readonly Shown[]>> = {
  Note: notes,
  Goal: goals,
  Action: actions,
  Evaluation: evaluations,
  Meeting: meetings,
  MeetingDecision: decisions,
  NeedsMapping: mappings,
  OtherImportantPerson: importantPersons,
};

type Find = (loaded: LoadedCase, scope: ReadScope) => readonly (Shown | ShownConsent | ShownBlock)[];

const FIND: Readonly<Record<string, Find>> = {
  ...PIECES,
  Case: (loaded) => [presentCase(loaded)],
  YoungPerson: (loaded) => [youngPerson(loaded)],
  Guardian: guardians,
  Consent: (loaded, scope) => consents(loaded, scope) ?? [],
  Block: (loaded) => blocks(loaded) ?? [],
};

interface Place {
  readonly typename: string | null;
  readonly kind: number | null;
  readonly caseId: CaseId;
}

/** @throws DomainError NOT_FOUND, in the same words for what does not exist and what is not the viewer's to know. */
export async function findNode(scope: ReadScope, needs: Needs, text: string): Promise<FoundNode> {
  const id = requireId<string>(text);
  const municipality = scope.registers.municipality(scope.at);
  if (municipality.id === id) return { typename: 'Municipality', node: municipality, of: null };
  const agency = scope.registers.agency(id);
  if (agency !== null) return { typename: 'Agency', node: agency, of: null };

  const [place] = await scope.query<Place>(LOCATE, [id]);
  const typename = place === undefined ? null : typenameOf(scope, place);
  const loaded = place === undefined || typename === null ? null : await scope.load(place.caseId, needs);
  const candidates = loaded === null || typename === null ? [] : (FIND[typename]?.(loaded, scope) ?? []);
  const node = candidates.find((candidate) => idOf(candidate) === id);
  if (loaded === null || typename === null || node === undefined) throw new DomainError('NOT_FOUND', 'nodeNotFound');
  scope.log.recordCase(loaded.id);
  return { typename, node, of: loaded };
}

/** The type that shows what was located; `null` where it is no node. */
function typenameOf({ kinds }: ReadScope, { typename, kind }: Place): string | null {
  if (kind === null) return typename;
  return Object.keys(kinds.byNumber(kind).shownAs).find((shown) => shown in PIECES) ?? null;
}

/** The ids of all pieces that are nodes and that the viewer may see. */
export function idsOfNodes(loaded: LoadedCase): readonly unknown[] {
  return Object.values(PIECES).flatMap((find) => find(loaded).map(idOf));
}

function idOf(node: Shown | ShownConsent | ShownBlock): unknown {
  return 'id' in node ? node.id : node.value('id');
}
