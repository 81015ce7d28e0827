import { randomUUID } from 'node:crypto';
import { WAITS } from '../../src/storage/waits.js';
import { startTestApp } from '../support/app.js';
import { caseOf } from '../support/demo-case.js';
import { refusalOf } from '../support/refusals.js';
import { asOwner } from '../storage/viewing.js';

const NOTE = `mutation ($input: WriteNoteInput!) { writeNote(input: $input) { id } }`;

it('refuses a change of a case that somebody holds, so that it can be sent again, and keeps nobody else waiting', async () => {
  const writer = { ...WAITS.writer, lock: 300 };
  const app = await startTestApp({ waits: { ...WAITS, writer } });
  const leader = app.persona({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' }).token;
  const held = await caseOf(app, app.persona({ municipality: 'Uddevalla', capacity: 'YOUNG_PERSON' }).token);
  const elsewhere = app.persona({ municipality: 'Vellinge', profession: 'LEISURE_LEADER' });
  const other = await caseOf(app, elsewhere.token);
  const noteOn = (token: string, caseId: string, requestId: string): Promise<string> =>
    app.ask(token, NOTE, { input: { requestId, caseId, category: 'LEISURE', text: 'Kom i tid.' } }).then(refusalOf);
  const requestId = randomUUID();
  await asOwner(app.database.login, async (client) => {
    await client.query('begin');
    await client.query('select 1 from case_file where id = $1 for update', [held.id]);
    // As many as the pool has connections, and more.
    const waiting = Array.from({ length: 12 }, () => noteOn(leader, held.id, randomUUID()));
    expect(await noteOn(elsewhere.token, other.id, randomUUID())).toBe('');
    expect(await noteOn(leader, held.id, requestId)).toBe('CONFLICT changedMeanwhile');
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['CONFLICT changedMeanwhile']));
    await client.query('rollback');
  });
  expect(await noteOn(leader, held.id, requestId)).toBe('');
  await app.stop();
});
