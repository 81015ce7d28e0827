import { readConfig } from './config.js';
import { verifyCommand } from './record/verify-command.js';

// Like main.ts this file acts when it is imported: it is the command `npm run verify-record`.
try {
  const isSound = await verifyCommand(process.argv.slice(2), readConfig(process.env), {
    line: (text) => console.log(text),
    progress: (text) => void process.stderr.write(`\r${text}`),
  });
  if (!isSound) process.exitCode = 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
