import fc from 'fast-check';
import { CaseSequence } from '../support/case-sequence.js';
import { CLOSING, KINDS, steps } from '../support/sequence-steps.js';
import type { Kind } from '../support/sequence-steps.js';
import { atLength, rounds } from './at-length.js';

const SEQUENCES = rounds(4);

test(
  'through any sequence of acts and of time, everybody reads what the model says, and what closes never opens',
  async () => {
    const count = { done: 0, changed: 0, shown: 0 };
    const agreed = new Set<Kind>();
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const run = await CaseSequence.begin();
        try {
          let before = await run.views();
          for (const step of sequence) {
            const done = await run.take(step);
            const after = await run.views();
            for (const [index, { name, read, model }] of after.entries()) {
              const told = {
                name,
                step,
                done,
                tooMuch: read.filter((id) => !model.includes(id)),
                missing: model.filter((id) => !read.includes(id)),
              };
              if (read.join() !== model.join()) throw new Error(`differs from the model: ${JSON.stringify(told)}`);
              const opened = read.filter((id) => before[index]?.read.includes(id) === false);
              if (CLOSING.includes(step.kind) && opened.length > 0)
                throw new Error(`opens: ${JSON.stringify({ ...told, opened })}`);
              count.shown += read.length;
            }
            count.done += Number(done);
            if (done) agreed.add(step.kind);
            count.changed += Number(JSON.stringify(after) !== JSON.stringify(before));
            before = after;
          }
        } finally {
          await run.end();
        }
      }),
      { numRuns: SEQUENCES, endOnFailure: true },
    );
    // A handful need not have done everything; the long proof has.
    expect(SEQUENCES < 40 ? [] : KINDS.filter((kind) => !agreed.has(kind))).toEqual([]);
    expect(count.changed).toBeGreaterThan(SEQUENCES);
    expect(count.done).toBeGreaterThan(SEQUENCES * 4);
    expect(count.shown).toBeGreaterThan(SEQUENCES);
  },
  atLength(180_000),
);
