import type { ReadScope } from '../../access/read-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import { agenciesById, municipalityOf } from '../agency/agency.view.js';
import { caseView, presentCase } from '../case/case.view.js';
import type { CaseView } from '../case/case.view.js';
import { blocks, consents } from '../consent/consent.view.js';
import { mappings } from '../mapping/mapping.view.js';
import { decisions } from '../meeting/meeting-content.view.js';
import { meetings } from '../meeting/meeting.view.js';
import { notes } from '../note/note.view.js';
import { guardians, importantPersons, youngPerson } from '../person/person.view.js';
import { evaluations } from '../plan/plan-history.view.js';
import { actions, goals, plan } from '../plan/plan.view.js';
import { LOCATE } from './node.repository.js';

export interface FoundNode {
  readonly typename: string;
  readonly node: { readonly id: string };
  /** The case that it belongs to; none for municipality and agencies. */
  readonly view: CaseView | null;
}

type Find = (scope: ReadScope, view: CaseView) => Promise<readonly { readonly id: string }[]>;

/** Every kind of node is found the same way that it is reached through its case. */
const FIND: Record<string, Find> = {
  YoungPerson: async (scope, view) => [await youngPerson(scope, view)],
  Guardian: guardians,
  Note: (scope, { id }) => notes(scope, id),
  Plan: async (scope, { id }) => [(await plan(scope, id)) ?? []].flat(),
  Goal: (scope, { id }) => goals(scope, id),
  Action: (scope, { id }) => actions(scope, id),
  Evaluation: (scope, { id }) => evaluations(scope, id),
  Meeting: (scope, { id }) => meetings(scope, id),
  MeetingDecision: (scope, { id }) => decisions(scope, id),
  NeedsMapping: (scope, { id }) => mappings(scope, id),
  OtherImportantPerson: importantPersons,
  Consent: async (scope, { id }) => (await consents(scope, id)) ?? [],
  Block: async (scope, { id }) => (await blocks(scope, id)) ?? [],
};

interface Place {
  readonly typename: string;
  readonly caseId: string;
}

/** Those of the ids that name something of the case that the viewer may see. */
export async function visibleNodes(scope: ReadScope, view: CaseView, ids: readonly string[]): Promise<string[]> {
  const places = (await Promise.all(ids.map((id) => scope.query<Place>(LOCATE, [id])))).flat();
  const kinds = new Set(places.map(({ typename }) => typename));
  const found = await Promise.all([...kinds].map(async (kind) => (await FIND[kind]?.(scope, view)) ?? []));
  const visible = new Set(found.flat().map(({ id }) => id));
  return ids.filter((id) => visible.has(id));
}

/** @throws DomainError NOT_FOUND, in the same words for what does not exist and what is not the viewer's to know. */
export async function findNode(scope: ReadScope, text: string): Promise<FoundNode> {
  const id = requireId<string>(text);
  const municipality = await municipalityOf(scope);
  if (municipality.id === id) return { typename: 'Municipality', node: municipality, view: null };
  const agency = (await agenciesById(scope)).get(id);
  if (agency !== undefined) return { typename: 'Agency', node: agency, view: null };

  const [place] = await scope.query<Place>(LOCATE, [id]);
  const view = place === undefined ? null : await caseView(scope, place.caseId);
  if (place !== undefined && view !== null) {
    const candidates =
      place.typename === 'Case' ? [presentCase(view)] : ((await FIND[place.typename]?.(scope, view)) ?? []);
    const node = candidates.find((candidate) => candidate.id === id);
    if (node !== undefined) {
      scope.recorder.touch(view.id);
      return { typename: place.typename, node: Object.assign(node, { __typename: place.typename }), view };
    }
  }
  throw new DomainError('NOT_FOUND', 'nodeNotFound');
}
