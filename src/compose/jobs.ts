import { forgetChanges } from '../changes/change-log.js';
import type { Schedule } from '../changes/schedule.js';
import type { Config } from '../config.js';
import type { Instant } from '../core/period.js';
import { NOTICE_RULES } from '../features/notification/visible-change.js';
import type { AddressBook } from '../notification/mail.js';
import { startNotifier } from '../notification/notifier.js';
import { tellPlannedEnds } from '../notification/planned-ends.js';
import { webhook } from '../notification/webhook.js';
import { destroyDeclined, destroyLapsedForms } from '../record/destruction.js';
import { everyMilliseconds, startSealer } from '../record/sealer.js';
import type { FaultLog } from '../telemetry/log.js';
import type { Access } from './access.js';
import { startScheduledJobs } from './scheduled-jobs.js';
import type { RuntimeDependencies } from './runtime-dependencies.js';
import type { OnStop, Storage } from './storage.js';

export interface JobsOptions {
  readonly config: Config;
  readonly runtime: RuntimeDependencies;
  readonly storage: Storage;
  readonly addresses: AddressBook;
  readonly schedule: Schedule;
  readonly onFault: FaultLog;
  readonly now: () => Instant;
  readonly access: Access;
  readonly onCommitted: () => void;
}

const SEAL_EVERY_MS = 1_000;
const LOOK_EVERY_MS = 60_000;
const NOTIFY_EVERY_MS = 1_000;

/** What the server does by itself: seals the record, does what is due on its day, notifies. */
export function startJobs(options: JobsOptions, onStop: OnStop): void {
  const { config, runtime, storage, addresses, schedule, onFault, now, access, onCommitted } = options;
  const { keys, pools } = storage;
  const { jobs } = pools;

  const sealing = runtime.sealing ?? everyMilliseconds(SEAL_EVERY_MS);
  onStop(
    startSealer({ jobs, keys: keys.record, repeat: sealing, onFault: onFault('sealing the access record failed') }),
  );

  const due = [destroyDeclined, destroyLapsedForms, tellPlannedEnds, forgetChanges].map((job) => () => job(jobs));
  const scheduled = startScheduledJobs({
    ...{ schedule, every: LOOK_EVERY_MS, jobs: due },
    onFault: onFault('what was to be done by its day failed'),
  });
  onStop(() => scheduled.stop());

  const notices = {
    ...{ rules: NOTICE_RULES, jobs, newId: runtime.newId, openScope: access.ownDoors.openScope, onCommitted },
    mail: { addresses, link: config.mail?.link ?? null },
    send: config.webhook === null ? null : webhook(config.webhook, now),
    onFault: onFault('telling of changes failed'),
  };
  onStop(startNotifier(notices, runtime.notifying ?? everyMilliseconds(NOTIFY_EVERY_MS)));
}
