import type { Session } from '../session';
import { Acts } from './acts';
import type { Act } from './acts';
import { Column } from './column';
import { sayYes, withdraw } from './consent-acts';
import { FamilyColumn } from './family';
import { Grid } from './grid';
import { KINDS, coordinatorOf, sessionOf, speakerOf } from './people';
import type { Stage } from './people';
import { difference, formOf, loadSharing, signerStates } from './sharing';
import type { Agency, Sharing, SignerState } from './sharing';
import { Signers } from './signers';
import type { Answer } from './signers';
import type { Timeline } from './timeline';
import type { Frame, View } from './view';

const PARTICIPANTS = `query Participants($id: ID!) {
  case(id: $id) { participants { professional { id } } youngPerson { id } guardians { id } }
}`;
const CONSENT_STREAM = `subscription Consent($id: ID!, $after: Cursor) {
  consentChanged(caseId: $id, after: $after, begin: PLACE) {
    __typename
    ... on StreamStarted { cursor }
    ... on ConsentChanged { cursor }
    ... on AccessEnded { cursor reason }
  }
}`;

/** One case on the board: four agencies and the family, what may pass between them, and what is done about it. */
export class Board {
  readonly columns: readonly Column[];
  readonly signers: Signers;
  readonly grid: Grid;
  readonly acts = new Acts();
  #sharing: Sharing | null = null;
  #form: ReadonlySet<string> = new Set();
  /** Acts of the page itself that are under way: what they change is told as theirs. */
  #acting = 0;
  #leave = (): void => undefined;

  private constructor(
    readonly stage: Stage,
    private readonly view: View,
    private readonly timeline: Timeline,
    readonly coordinator: Session,
    private readonly family: { readonly sessions: ReadonlyMap<string, Session>; readonly column: FamilyColumn | null },
    columns: (board: Board) => Column[],
    private readonly onNotAsked: (name: string) => void,
  ) {
    this.signers = new Signers(view, (signer, answer) => void this.#answer(signer, answer));
    this.grid = new Grid(view);
    this.columns = columns(this);
  }

  static async open(
    stage: Stage,
    view: View,
    timeline: Timeline,
    onNotAsked: (name: string) => void,
  ): Promise<Board | null> {
    const persona = coordinatorOf(stage);
    if (persona === undefined) return null;
    const coordinator = sessionOf(stage, persona, view.language);
    type Data = {
      case: {
        participants: { professional: { id: string } | null }[];
        youngPerson: { id: string };
        guardians: { id: string }[];
      } | null;
    };
    const { data } = await coordinator.ask<Data>(PARTICIPANTS, { id: stage.caseId });
    if (!data?.case) return null;
    const assigned = data.case.participants.flatMap(({ professional }) => (professional ? [professional.id] : []));
    const members = [data.case.youngPerson, ...data.case.guardians].flatMap(({ id }) =>
      stage.personas.filter((one) => one.id === id),
    );
    const sessions = new Map(members.map((one) => [one.id, sessionOf(stage, one, view.language)]));
    const [first] = members;
    const column =
      first === undefined
        ? null
        : new FamilyColumn(sessionOf(stage, first, view.language), first.name, stage.caseId, view);
    return new Board(
      stage,
      view,
      timeline,
      coordinator,
      { sessions, column },
      (board) => board.#columns(assigned),
      onNotAsked,
    );
  }

  get familyColumn(): FamilyColumn | null {
    return this.family.column;
  }

  get agencies(): Agency[] {
    return this.columns.flatMap(({ session }) => (session.persona.agency === null ? [] : [session.persona.agency]));
  }

  async start(): Promise<void> {
    await Promise.all(this.columns.map((column) => column.start()));
    this.family.column?.start();
    await this.#reload();
    this.#leave = this.coordinator.follow<Frame>(
      { query: CONSENT_STREAM, variables: { id: this.stage.caseId } },
      { frame: () => void this.#changedElsewhere(), ended: () => undefined, refused: () => undefined },
    );
  }

  stop(): void {
    this.#leave();
    for (const column of this.columns) column.stop();
    this.family.column?.stop();
    for (const session of this.family.sessions.values()) session.end();
    this.coordinator.end();
  }

  /** The first who could take back a yes: the young person before the guardians. */
  get withdrawer(): SignerState | null {
    if (this.#sharing === null) return null;
    const states = signerStates(this.#sharing, this.#form).filter(({ yes }) => yes > 0);
    return states.find(({ personId }) => personId === this.#sharing?.youngPerson.id) ?? states[0] ?? null;
  }

  /** Takes back the yes of the withdrawer, to and from a kind of agency or altogether. */
  async withdraw(kind: string | null): Promise<void> {
    const signer = this.withdrawer;
    if (signer === null || this.#sharing === null) return;
    const { texts } = this.view;
    await this.#act(texts.withdrew(signer.name, kind === null ? texts.toAll : texts.toPolice), (sharing) =>
      withdraw(this.#sessionsOf(signer), this.stage.caseId, signer.personId, sharing, kind),
    );
  }

  async #answer(signer: SignerState, answer: Answer): Promise<void> {
    const { texts } = this.view;
    if (answer === 'notAsked') {
      this.onNotAsked(signer.name);
      return;
    }
    await this.#act(texts.said(signer.name, texts[answer]), (sharing) =>
      answer === 'yes'
        ? sayYes(this.coordinator, this.stage.caseId, signer.personId, sharing, this.#form)
        : withdraw(this.#sessionsOf(signer), this.stage.caseId, signer.personId, sharing, null),
    );
  }

  #sessionsOf({ personId }: SignerState): { coordinator: Session; signer: Session | null } {
    return { coordinator: this.coordinator, signer: this.family.sessions.get(personId) ?? null };
  }

  /** Does something about consent, and tells what came of it as it becomes known. */
  async #act(what: string, work: (sharing: Sharing) => Promise<string | null>): Promise<void> {
    const before = this.#sharing;
    if (before === null) return;
    const entry = this.timeline.add(what);
    let cells = '';
    let act: Act | null = null;
    const tell = (): void =>
      entry.set(what, [cells, act === null ? '' : this.#streams(act)].filter(Boolean).join(', '), true);
    act = this.acts.begin(tell);
    this.#acting += 1;
    const refusal = await work(before);
    const after = await this.#reload();
    this.#acting -= 1;
    if (after !== null) cells = this.#cells(before, after);
    if (refusal === null) tell();
    else entry.set(what, this.view.texts.refused(refusal));
  }

  #streams({ cuts, frames }: Act): string {
    const { texts } = this.view;
    return [
      cuts.length > 0 ? texts.cutStreams(cuts.length, Math.max(...cuts)) : '',
      frames.length > 0 ? texts.frames(frames.length, Math.max(...frames)) : '',
    ]
      .filter(Boolean)
      .join(', ');
  }

  #cells(before: Sharing, after: Sharing): string {
    const { opened, closed } = difference(before, after);
    const { texts } = this.view;
    const said = [closed > 0 ? texts.closedCells(closed) : '', opened > 0 ? texts.openedCells(opened) : ''];
    return said.filter(Boolean).join(', ') || texts.noCells;
  }

  /** By somebody else, in another window, or by time. */
  async #changedElsewhere(): Promise<void> {
    if (this.#acting > 0) return;
    const before = this.#sharing;
    const after = await this.#reload();
    if (before === null || after === null) return;
    const { opened, closed } = difference(before, after);
    if (opened + closed > 0)
      this.timeline.add(this.view.texts.changed).set(this.view.texts.changed, this.#cells(before, after));
  }

  async #reload(): Promise<Sharing | null> {
    const sharing = await loadSharing(this.coordinator, this.stage.caseId);
    if (sharing === null) return null;
    if (this.#sharing === null) {
      this.#form = formOf(
        sharing,
        this.agencies.map(({ id }) => id),
      );
    }
    this.#sharing = sharing;
    this.signers.show(signerStates(sharing, this.#form));
    this.grid.show(sharing, this.agencies);
    this.family.column?.showSharing(sharing, this.agencies);
    return sharing;
  }

  #columns(assigned: readonly string[]): Column[] {
    return KINDS.flatMap((kind) => {
      const persona = speakerOf(this.stage, kind, assigned);
      if (persona === undefined) return [];
      const profession = persona.profession === null ? '' : this.view.label('Profession', persona.profession);
      return new Column({
        key: kind,
        title: persona.agency?.name ?? this.view.label('AgencyKind', kind),
        who: `${persona.name}, ${profession.toLowerCase()}`,
        caseId: this.stage.caseId,
        session: sessionOf(this.stage, persona, this.view.language),
        view: this.view,
        acts: this.acts,
        onRead: () => void this.family.column?.refresh(),
      });
    });
  }
}
