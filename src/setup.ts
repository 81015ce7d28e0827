import { readConfig } from './config.js';
import { setupCommand } from './setup/setup-command.js';

// Like main.ts this file acts when it is imported: it is the command `npm run setup`.
try {
  console.log(await setupCommand(process.argv.slice(2), readConfig(process.env)));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
