import type { Pool } from 'pg';
import { scheduleDestruction } from '../../src/record/destruction.js';
import { TestSchedule } from '../support/schedule.js';

it('looks at once and again, and a fault with one kind leaves the other to be destroyed', async () => {
  const asked: string[] = [];
  const faults: unknown[] = [];
  const query = (text: string): Promise<object> => {
    asked.push(/sig\.\w+/.exec(text)?.[0] ?? '');
    return text.includes('declined') ? Promise.reject(new Error('no')) : Promise.resolve({ rows: [{ destroyed: 1 }] });
  };
  const schedule = new TestSchedule();
  const onFault = (fault: unknown): void => void faults.push(fault);
  const destroying = scheduleDestruction({ jobs: { query } as unknown as Pool, schedule, every: 1, onFault });
  schedule.tick();
  await destroying.stop();
  schedule.tick();
  const each = ['sig.destroy_declined', 'sig.destroy_lapsed_forms'];
  expect([asked, faults.length]).toEqual([[...each, ...each], 2]);
});
