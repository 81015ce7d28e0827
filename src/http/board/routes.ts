import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../texts/message-text.js';
import type { Reply } from '../http-reply.js';
import type { Route, RouteRequest } from '../http-server.js';
import { asset } from '../page-asset.js';

/** The same place from the source and from what is built of it; `npm start` puts the pages' programs together. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDERS = { board: 'client/board', dashboard: 'examples/dashboard' } as const;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

const TITLES: Readonly<Record<'board' | 'dashboard', Readonly<Record<Language, string>>>> = {
  board: { sv: 'sig-graph · tavlan', en: 'sig-graph · the live board' },
  dashboard: { sv: 'sig-graph · mina ärenden', en: 'sig-graph · my cases' },
};

/** `GET /board`, `GET /dashboard`: pages over the API, made of `client/` and `examples/`. Development only; they reach no other address. */
export function boardRoutes(): Route[] {
  return (['board', 'dashboard'] as const).flatMap((name) => [
    { path: `/${name}`, handle: (request: RouteRequest) => page(name, request) },
    asset(`/${name}/page.js`, 'text/javascript', () => readFile(`${ROOT}dist/pages/${name}.js`)),
    asset(`/${name}/page.css`, 'text/css', () => readFile(`${ROOT}${FOLDERS[name]}/page.css`)),
  ]);
}

function page(name: 'board' | 'dashboard', { search, language: spoken, headers }: RouteRequest): Reply {
  const asked = search.get('lang');
  const language = asked === 'sv' || asked === 'en' ? asked : spoken;
  const host = /^[\w.:[\]-]+$/.exec(headers.host ?? '')?.[0];
  // Not every browser reads 'self' as the WebSocket of the same host.
  const connect = `connect-src 'self'${host === undefined ? '' : ` ws://${host} wss://${host}`}`;
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [...POLICY, connect].join('; '),
    },
    body: `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLES[name][language]}</title>
<link rel="icon" href="/playground/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/${name}/page.css">
</head>
<body>
<noscript>JavaScript</noscript>
<script type="module" src="/${name}/page.js"></script>
</body>
</html>
`,
  };
}
