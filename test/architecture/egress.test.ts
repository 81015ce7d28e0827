import { sourceFiles } from './source-files.js';

const SENDING =
  /\bfetch\(|sendMail\(|createTransport\(|createRemoteJWKSet\(|import (?!type ).* from 'node:(https?|net|tls|dgram)'/;
/** Servers that answer (known-holes-of-transport.test.ts knows those), a page for the browser, and a look for a free port. */
const ANSWERING = /^src\/(http\/(playground\/|http-server|ws-server)|storage\/embedded-postgres)/;

test('what the server sends of its own accord stands in two files, beside the keys of the sign-in that it fetches', () => {
  const found = sourceFiles('src/**/*.ts').filter(({ path, text }) => SENDING.test(text) && !ANSWERING.test(path));
  expect(found.map(({ path }) => path).sort()).toEqual([
    'src/http/provider-keys.ts',
    'src/notification/mail.ts',
    'src/notification/webhook.ts',
  ]);
});
