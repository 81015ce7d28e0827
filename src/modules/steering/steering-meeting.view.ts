import type { ReadScope } from '../../access/read-scope.js';
import type { RoleTermId } from '../../core/ids.js';
import { steeringTerm } from '../../core/steering-term.js';
import { isOpenTo } from '../../core/rules/named-rules.js';
import type { SealedWords } from '../../database/sealed-words.js';
import { page } from '../../graphql/connection.js';
import type { PageArgs } from '../../graphql/connection.js';
import type { CursorCodec } from '../../graphql/cursor.js';
import { professional } from '../agency/agency.view.js';
import { rulePacks } from '../agency/rule-pack.view.js';
import { STEERING_MEETINGS } from './steering-meeting.repository.js';
import type {
  SteeringAttendanceType,
  SteeringMeetingConnectionType,
  SteeringMeetingType,
  SteeringTermType,
} from './steering-meeting.type.js';

/** As a meeting is shown: what was written down stays sealed until somebody asks for it. */
type Shown = SteeringMeetingType & { readonly minutesSealed: Buffer | null };

interface SteeringMeetingRow extends Omit<Shown, 'attendance'> {
  readonly attendedIds: readonly RoleTermId[] | null;
  readonly absentIds: readonly RoleTermId[] | null;
}

/** The meetings of the own municipality, the latest first; `null` for whoever they are not open to. */
export async function steeringMeetings(
  scope: ReadScope,
  codec: CursorCodec,
  args: PageArgs,
): Promise<SteeringMeetingConnectionType | null> {
  const meetings = await allMeetings(scope);
  if (meetings === null) return null;
  const key = ({ startsAt, id }: SteeringMeetingType): string => `${String(startsAt).padStart(15, '0')} ${id}`;
  return page(meetings, args, { key, descending: true }, { codec, context: `${scope.viewer.id} steeringMeetings` });
}

/** `null` where there is none with that id in the viewer's municipality, or it is not open to them. */
export async function steeringMeeting(scope: ReadScope, id: string): Promise<SteeringMeetingType | null> {
  return (await allMeetings(scope))?.find((meeting) => meeting.id === id.toLowerCase()) ?? null;
}

/** What was written down of a meeting that is already shown. */
export function minutesOf(meeting: SteeringMeetingType, words: SealedWords): string | null {
  const { id, minutesSealed } = meeting as Shown;
  return minutesSealed === null ? null : words.open(id, minutesSealed);
}

/** This term by the local rules; `null` where they say nothing of it, and for whoever the meetings are not open to. */
export async function thisTerm(scope: ReadScope): Promise<SteeringTermType | null> {
  const [meetings, packs] = await Promise.all([allMeetings(scope), rulePacks(scope)]);
  if (meetings === null) return null;
  return steeringTerm(
    packs.map((pack) => ({ validFrom: pack.validFrom, pack })),
    meetings,
    scope.at,
  );
}

/** Every one of the own municipality; `null` for whoever they are not open to. */
export async function allMeetings(scope: ReadScope): Promise<SteeringMeetingType[] | null> {
  if (!isOpenTo('steeringMeetings', scope.viewer.capacity)) return null;
  const rows = await scope.query<SteeringMeetingRow>(STEERING_MEETINGS, []);
  return Promise.all(rows.map((row) => present(scope, row)));
}

async function present(scope: ReadScope, { attendedIds, absentIds, ...row }: SteeringMeetingRow): Promise<Shown> {
  const told = async (attended: boolean, ids: readonly RoleTermId[] | null): Promise<SteeringAttendanceType[]> =>
    Promise.all((ids ?? []).map(async (id) => ({ professional: await professional(scope, id), attended })));
  const attendance = (await Promise.all([told(true, attendedIds), told(false, absentIds)])).flat();
  const name = (member: SteeringAttendanceType): string => member.professional?.name ?? '';
  return { ...row, attendance: attendance.sort((a, b) => name(a).localeCompare(name(b), 'sv')) };
}
