import type { ReadScope } from '../../access/read-scope.js';
import type { Shown } from '../../access/shown.js';
import type { RulePack } from '../../core/case-facts.js';
import type { RoleTermId } from '../../core/ids.js';
import { steeringTerm } from '../../core/steering-term.js';
import { isOpenTo } from '../../core/rules/named-rules.js';
import type { SealedText } from '../../crypto/sealed-text.js';
import { page } from '../../graphql/connection.js';
import type { PageArgs } from '../../graphql/connection.js';
import type { CursorCodec } from '../../crypto/cursor.js';
import { STEERING_MEETINGS } from './steering-meeting.repository.js';
import type { SteeringAttendanceType, SteeringMeetingType, SteeringTermType } from './steering-meeting.type.js';

/** As a meeting is shown: what was written down stays sealed until somebody asks for it. */
type SealedMeeting = SteeringMeetingType & { readonly minutesSealed: Buffer | null };

interface SteeringMeetingRow extends Omit<SealedMeeting, 'attendance'> {
  readonly attendedIds: readonly RoleTermId[] | null;
  readonly absentIds: readonly RoleTermId[] | null;
}

/** The meetings of the own municipality, the latest first; `null` for whoever they are not open to. */
export async function steeringMeetings(scope: ReadScope, codec: CursorCodec, args: PageArgs): Promise<Shown | null> {
  const meetings = await allMeetings(scope);
  if (meetings === null) return null;
  const { connection } = page(
    {
      typename: 'SteeringMeetingConnection',
      items: meetings,
      key: ({ startsAt, id }) => `${String(startsAt).padStart(15, '0')} ${id}`,
      descending: true,
      show: (meeting) => meeting,
    },
    args,
    { codec, context: `${scope.viewer.id} steeringMeetings` },
  );
  return connection;
}

/** `null` where there is none with that id in the viewer's municipality, or it is not open to them. */
export async function steeringMeeting(scope: ReadScope, id: string): Promise<SteeringMeetingType | null> {
  return (await allMeetings(scope))?.find((meeting) => meeting.id === id.toLowerCase()) ?? null;
}

/** What was written down of a meeting that is already shown. */
export function minutesOf(meeting: SteeringMeetingType, words: SealedText): string | null {
  const { id, minutesSealed } = meeting as SealedMeeting;
  return minutesSealed === null ? null : words.open(id, minutesSealed);
}

/** This term by the local rules; `null` where they say nothing of it, and for whoever the meetings are not open to. */
export async function thisTerm(scope: ReadScope): Promise<SteeringTermType | null> {
  const meetings = await allMeetings(scope);
  if (meetings === null) return null;
  const packs = scope.registers.packs.map((pack) => ({
    validFrom: pack.validFrom,
    pack: pack as unknown as RulePack,
  }));
  return steeringTerm(packs, meetings, scope.at);
}

/** Every one of the own municipality; `null` for whoever they are not open to. */
export async function allMeetings(scope: ReadScope): Promise<SteeringMeetingType[] | null> {
  if (!isOpenTo('steeringMeetings', scope.viewer.capacity)) return null;
  const rows = await scope.query<SteeringMeetingRow>(STEERING_MEETINGS, []);
  return rows.map((row) => present(scope, row));
}

function present({ registers }: ReadScope, { attendedIds, absentIds, ...row }: SteeringMeetingRow): SealedMeeting {
  const told = (attended: boolean, ids: readonly RoleTermId[] | null): SteeringAttendanceType[] =>
    (ids ?? []).map((id) => ({ professional: registers.professional(id), attended }));
  const attendance = [...told(true, attendedIds), ...told(false, absentIds)];
  const name = (member: SteeringAttendanceType): string => member.professional?.name ?? '';
  return { ...row, attendance: attendance.sort((a, b) => name(a).localeCompare(name(b), 'sv')) };
}
