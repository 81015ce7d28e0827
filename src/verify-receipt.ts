import { verifyReceiptCommand } from './receipt/verify-receipt-command.js';

// Like main.ts this file acts when it is imported: it is the command `npm run verify-receipt`.
try {
  process.exitCode = await verifyReceiptCommand(process.argv.slice(2), (text) => console.log(text));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
