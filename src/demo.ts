import { randomUUID } from 'node:crypto';
import { readConfig } from './config.js';
import { demoCommand } from './demo/demo-command.js';

// Like main.ts this file acts when it is imported: it is the command `npm run demo`.
try {
  console.log(await demoCommand(process.argv.slice(2), readConfig(process.env), randomUUID));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
