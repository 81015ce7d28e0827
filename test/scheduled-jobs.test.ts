import { startScheduledJobs } from '../src/compose/scheduled-jobs.js';
import { TestSchedule } from './support/schedule.js';

it('looks at once and again, and a fault in one work leaves the other to be done', async () => {
  const done: string[] = [];
  const faults: unknown[] = [];
  const jobs = [
    (): Promise<void> => Promise.reject(new Error('no')),
    (): Promise<void> => Promise.resolve(void done.push('other')),
  ];
  const schedule = new TestSchedule();
  const scheduled = startScheduledJobs({ schedule, every: 1, jobs, onFault: (fault) => void faults.push(fault) });
  schedule.tick();
  await scheduled.stop();
  schedule.tick();
  expect([done, faults.length]).toEqual([['other', 'other'], 2]);
});
