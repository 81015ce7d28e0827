import { isHostAllowed } from '../../src/http/allowed-hosts.js';

const asked = (...hosts: string[]) => ({
  headers: { host: hosts[0] },
  rawHeaders: hosts.flatMap((host) => ['Host', host]),
});
const development = { development: true };

it.each([
  ['its own address', '127.0.0.1:4000'],
  ['an address of the machine', '10.0.0.7'],
  ['an address in brackets', '[::1]:4000'],
  ['localhost', 'localhost:4000'],
  ['a name below localhost', 'sig.localhost'],
  ['localhost as a whole name', 'LOCALHOST.'],
  ['a name of the own network', 'sig-server:4000'],
])('answers in development to %s', (_, host) => {
  expect(isHostAllowed(asked(host), development)).toBe(true);
});

it.each([
  ['the name of another site that was made to point here', 'evil.example:4000'],
  ['a name that begins like an address', '127.0.0.1.evil.example'],
  ['a name that begins like localhost', 'localhost.evil.example'],
  ['nothing', ''],
])('refuses in development %s', (_, host) => {
  expect(isHostAllowed(asked(host), development)).toBe(false);
});

it('answers to the names it was given, in production to any where it was given none, and never to two', () => {
  const given = { development: false, allowedHosts: ['sig.example.se'] };
  expect(isHostAllowed(asked('sig.example.se'), given)).toBe(true);
  expect(isHostAllowed(asked('SIG.example.se:443'), given)).toBe(true);
  expect(isHostAllowed(asked('other.example.se'), given)).toBe(false);
  expect(isHostAllowed(asked('other.example.se'), { development: false })).toBe(true);
  expect(isHostAllowed(asked('sig.example.se', 'sig.example.se'), given)).toBe(false);
  expect(isHostAllowed(asked('127.0.0.1', 'evil.example'), { development: false })).toBe(false);
});
