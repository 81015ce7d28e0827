import { h } from '../../client/dom';
import type { MyCase } from './main';
import type { Texts } from './texts';

const SVG = 'http://www.w3.org/2000/svg';
const DAY = 24 * 60 * 60 * 1000;
const DAYS = 35;
const WIDTH = 560;
const LEAST_HEIGHT = 120;
/** Between meetings of one day. */
const STEP = 15;

function draw(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

function figure(title: string, summary: string, height: number, shapes: readonly SVGElement[]): HTMLElement {
  const svg = draw('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': `${title}: ${summary}` });
  svg.append(...shapes);
  return h('figure', {}, h('figcaption', {}, title), svg);
}

/** A dot for each planned meeting on a line of days; those of one day stand above each other. */
export function drawMeetings(cases: readonly MyCase[], now: number, texts: Texts, language: string): HTMLElement {
  const perDay = new Map<number, string[]>();
  for (const { number, meetings } of cases) {
    for (const { node } of meetings.edges) {
      const day = Math.floor((Date.parse(node.startsAt) - now) / DAY);
      if (node.status === 'PLANNED' && day >= 0 && day < DAYS) perDay.set(day, [...(perDay.get(day) ?? []), number]);
    }
  }
  const stacks = [...perDay.entries()];
  const count = stacks.reduce((sum, [, numbers]) => sum + numbers.length, 0);
  const height = Math.max(LEAST_HEIGHT, 44 + STEP * Math.max(0, ...stacks.map(([, numbers]) => numbers.length)));
  const dots = stacks.flatMap(([day, numbers]) =>
    numbers.map((number, above) => {
      const dot = draw('circle', { cx: xOf(day + 0.5), cy: height - 34 - above * STEP, r: 6, class: 'meeting' });
      dot.append(draw('title', {}, number));
      return dot;
    }),
  );
  const format = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'Europe/Stockholm',
  });
  const axis = Array.from({ length: DAYS / 7 + 1 }, (_, week) => [
    draw('line', { x1: xOf(week * 7), x2: xOf(week * 7), y1: 8, y2: height - 24, class: 'rule' }),
    draw(
      'text',
      { x: xOf(week * 7), y: height - 8, 'text-anchor': week === 0 ? 'start' : week === DAYS / 7 ? 'end' : 'middle' },
      format.format(now + week * 7 * DAY),
    ),
  ]).flat();
  return figure(texts.meetingsPlot, texts.meetingsSummary(count), height, [...axis, ...dots]);
}

function xOf(day: number): number {
  return 6 + (day * (WIDTH - 12)) / DAYS;
}

/** A bar a case: what is done, under way and late, of what the viewer may see. */
export function drawProgress(cases: readonly MyCase[], texts: Texts): HTMLElement {
  const shown = cases.flatMap(({ number, plan }) =>
    plan === null || plan.progress.total === 0 ? [] : [{ number, ...plan.progress }],
  );
  const most = Math.max(1, ...shown.map(({ total }) => total));
  const shapes = shown.flatMap(({ number, done, overdue, total }, index) => {
    const y = index * 20;
    const unit = (WIDTH - 130) / most;
    const bars = [
      { of: done, class: 'done' },
      { of: total - done - overdue, class: 'open' },
      { of: overdue, class: 'late' },
    ];
    let x = 124;
    return [
      draw('text', { x: 0, y: y + 13 }, number),
      ...bars.map(({ of, class: name }) => {
        const bar = draw('rect', { x, y: y + 2, width: Math.max(0, of * unit - 1), height: 14, rx: 3, class: name });
        x += of * unit;
        return bar;
      }),
    ];
  });
  const summary = shown.map(({ number, done, total }) => `${number} ${texts.done(done, total)}`).join(', ');
  return figure(texts.progressPlot, summary, Math.max(20, shown.length * 20), shapes);
}
