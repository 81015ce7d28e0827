import type { Language } from '../../texts/message-text.js';
import { EXAMPLES } from './examples.js';
import { TEXTS } from './texts.js';

/** The page itself holds no token and no name: its script fetches the personas. */
export function renderPage(language: Language): string {
  const texts = TEXTS[language];
  const setup = JSON.stringify({ language, texts, examples: EXAMPLES.map((example) => localised(example, language)) });
  const options = EXAMPLES.map(({ key, title }) => `<option value="${key}">${escape(title[language])}</option>`).join(
    '',
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(texts.title)}</title>
<link rel="icon" href="/playground/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/playground/graphiql.css">
<link rel="stylesheet" href="/playground/page.css">
</head>
<body class="no-focus-outline">
<header class="bar">
  <strong class="name">sig-graph</strong>
  <label>${escape(texts.persona)} <select id="persona" autocomplete="off"></select></label>
  <label>${escape(texts.example)} <select id="example" autocomplete="off">${options}</select></label>
  <label class="language">${escape(texts.language)} <select id="language" autocomplete="off">
    <option value="sv"${language === 'sv' ? ' selected' : ''}>Svenska</option>
    <option value="en"${language === 'en' ? ' selected' : ''}>English</option>
  </select></label>
  <button id="copy" type="button">${escape(texts.copy)}</button>
  <p id="about" aria-live="polite"></p>
</header>
<noscript>${escape(texts.noScript)}</noscript>
<main id="graphiql"></main>
<script type="application/json" id="setup">${setup.replaceAll('<', '\\u003c')}</script>
<script src="/playground/graphiql.js"></script>
<script src="/playground/page.js"></script>
</body>
</html>
`;
}

function localised({ key, about, query }: (typeof EXAMPLES)[number], language: Language): object {
  return { key, about: about[language], query };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
