/**
 * Up to which places of what was written somebody may have been told, where changes that wait are told as one: each frame
 * names, once each, what a whole stretch of changes was about. Nothing lost and nothing twice is when the last place is
 * among them. Empty when the frames fit no stretches at all.
 *
 * @param written what each change was about, in order
 * @param frames what each frame named, in order
 */
export function placesTold(written: readonly string[], frames: readonly (readonly string[])[]): ReadonlySet<number> {
  let places: ReadonlySet<number> = new Set([0]);
  for (const frame of frames) places = new Set([...places].flatMap((from) => endsOf(written, from, new Set(frame))));
  return places;
}

/** Where a stretch may end that begins there and is about exactly this. */
function endsOf(written: readonly string[], from: number, frame: ReadonlySet<string>): number[] {
  const ends: number[] = [];
  const met = new Set<string>();
  for (let at = from; at < written.length; at++) {
    const about = written[at]!;
    if (!frame.has(about)) break;
    met.add(about);
    if (met.size === frame.size) ends.push(at + 1);
  }
  return ends;
}

export function isAllTold(written: readonly string[], frames: readonly (readonly string[])[]): boolean {
  return placesTold(written, frames).has(written.length);
}
