import { createLog, faultLog } from '../../src/telemetry/log.js';

test('the same fault is told once a minute, with how often it came meanwhile; another one at once', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  let now = 5;
  const told = (): unknown[] =>
    lines.splice(0).map((line) => {
      const { msg, code, times } = JSON.parse(line) as Record<string, unknown>;
      return [msg, code, times];
    });
  const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
  const full = Object.assign(new Error('full'), { code: '53300' });
  const onFault = faultLog(log, true, () => now)('reading failed');
  for (let at = 0; at < 60; at++) onFault(away);
  expect(told()).toEqual([['reading failed', 'ECONNREFUSED', undefined]]);
  onFault(full);
  expect(told()).toEqual([['reading failed', '53300', undefined]]);
  now += 60_000;
  onFault(away);
  onFault(away);
  expect(told()).toEqual([['reading failed', 'ECONNREFUSED', 60]]);
  now += 60_000;
  onFault(full);
  expect(told()).toEqual([['reading failed', '53300', undefined]]);
});
