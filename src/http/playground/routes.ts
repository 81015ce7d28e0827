import type { Reply } from '../http-reply.js';
import type { Route, RouteRequest } from '../http-server.js';
import { asset } from '../page-asset.js';
import { renderPage } from './page.js';
import { PAGE_SCRIPT } from './page-script.js';
import { PAGE_STYLE } from './page-style.js';

/** Everything from this origin; styles inline because the editor writes its own. Nothing is evaluated. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#14324a"/>' +
  '<path d="M8 3 3.5 11h9z" fill="none" stroke="#ffc94d"/><g fill="#fff"><circle cx="8" cy="3.5" r="1.7"/>' +
  '<circle cx="3.8" cy="11.3" r="1.7"/><circle cx="12.2" cy="11.3" r="1.7"/></g></svg>';

/** `GET /`: GraphiQL with a bar to pick a person and an example. Development only; it reaches no other address. */
export function playgroundRoutes(): Route[] {
  return [
    { path: '/', handle: page },
    asset('/playground/page.js', 'text/javascript', () => PAGE_SCRIPT),
    asset('/playground/page.css', 'text/css', () => PAGE_STYLE),
    asset('/playground/icon.svg', 'image/svg+xml', () => ICON),
    asset('/playground/graphiql.js', 'text/javascript', async () => (await editor()).js),
    asset('/playground/graphiql.css', 'text/css', async () => (await editor()).css),
    asset('/playground/editor.worker.js', 'text/javascript', async () => (await editor()).editorWorkerService),
    asset('/playground/json.worker.js', 'text/javascript', async () => (await editor()).jsonWorker),
    asset('/playground/graphql.worker.js', 'text/javascript', async () => (await editor()).graphqlWorker),
  ];
}

/** Nine megabytes of text: loaded when first asked for, not at the start. */
function editor(): Promise<typeof import('@graphql-yoga/render-graphiql/graphiql')> {
  return import('@graphql-yoga/render-graphiql/graphiql');
}

function page({ search, language, headers }: RouteRequest): Reply {
  const asked = search.get('lang');
  const host = /^[\w.:[\]-]+$/.exec(headers.host ?? '')?.[0];
  // Not every browser reads 'self' as the WebSocket of the same host.
  const connect = `connect-src 'self'${host === undefined ? '' : ` ws://${host} wss://${host}`}`;
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [...POLICY, connect].join('; '),
    },
    body: renderPage(asked === 'sv' || asked === 'en' ? asked : language),
  };
}
