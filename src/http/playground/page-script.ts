/**
 * The script of the page, as the browser gets it. Changing the person keeps the operation and asks again; the token
 * goes into every request from here, so that no editor holds it. GraphiQL gets a storage that forgets: what it had
 * stored would otherwise win over the example, and answers about people do not belong in a browser's storage.
 */
export const PAGE_SCRIPT = String.raw`'use strict';
(async () => {
  const { language, texts, examples } = JSON.parse(document.getElementById('setup').textContent);
  const byId = (id) => document.getElementById(id);
  const address = new URL(location.href);
  const example = examples.find(({ key }) => key === address.searchParams.get('example')) ?? examples[0];
  let personas = [];
  let query = address.searchParams.get('query') || example.query;

  const persona = () => personas.find(({ id }) => id === byId('persona').value);
  const authorization = () => (persona() ? 'Bearer ' + persona().token : undefined);
  const pageAddress = (changes) => {
    const next = new URL('/', location.href);
    const current = { persona: byId('persona').value, example: example.key, lang: language, query };
    for (const [name, value] of Object.entries({ ...current, ...changes })) {
      if (value && !(name === 'query' && value === example.query)) next.searchParams.set(name, value);
    }
    return next;
  };
  const loadPersonas = async () => {
    const response = await originalFetch('/dev/personas');
    personas = response.ok ? await response.json() : [];
  };

  // One header per request, from the person picked at that moment; a header written by hand in the editor wins.
  const originalFetch = window.fetch.bind(window);
  window.fetch = async (input, init = {}) => {
    if (new URL(input, location.href).pathname !== '/graphql') return originalFetch(input, init);
    const send = () => {
      const headers = new Headers(init.headers);
      const own = headers.has('authorization');
      if (!own && authorization()) headers.set('authorization', authorization());
      if (!headers.has('accept-language')) headers.set('accept-language', language);
      return originalFetch(input, { ...init, headers }).then((response) => ({ response, own }));
    };
    const { response, own } = await send();
    if (response.status !== 401 || own) return response;
    await loadPersonas(); // the tokens are hours old, or the server's clock was moved
    return (await send()).response;
  };

  const label = ({ name, profession, agency, capacity }) => {
    const role = texts.professions[profession] ?? texts.capacities[capacity] ?? '';
    const office = capacity === 'STEERING_MEMBER' || capacity === 'ADMINISTRATOR' ? texts.capacities[capacity] : '';
    return [name, [role, office === role ? '' : office, agency?.name].filter(Boolean).join(', ')].filter(Boolean).join(' – ');
  };
  await loadPersonas();
  for (const municipality of new Set(personas.map((one) => one.municipality.name))) {
    const group = document.createElement('optgroup');
    group.label = municipality;
    for (const one of personas.filter((other) => other.municipality.name === municipality)) group.append(new Option(label(one), one.id));
    byId('persona').append(group);
  }
  const first = personas.find(({ capacity }) => capacity === 'PROFESSIONAL') ?? personas[0];
  byId('persona').value = personas.some(({ id }) => id === address.searchParams.get('persona')) ? address.searchParams.get('persona') : first?.id;
  byId('example').value = example.key;
  byId('about').textContent = personas.length > 0 ? example.about : texts.noPersonas;

  const kept = new Map();
  const storage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    get length() { return kept.size; },
  };
  window.MonacoEnvironment = {
    globalAPI: false,
    getWorkerUrl: (_, name) => '/playground/' + ({ json: 'json', graphql: 'graphql' }[name] ?? 'editor') + '.worker.js',
  };
  YogaGraphiQL.renderYogaGraphiQL(byId('graphiql'), {
    endpoint: '/graphql',
    title: '',
    logo: ' ',
    query,
    storage,
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: false,
    subscriptionsProtocol: 'WS',
    subscriptionsEndpoint: location.origin.replace(/^http/, 'ws') + '/graphql',
    connectionParams: () => ({ authorization: authorization() }),
    onEditQuery: (edited) => {
      query = edited;
      history.replaceState(null, '', pageAddress());
    },
  });

  const run = () => {
    if (!/^\s*(mutation|subscription)\b/m.test(query)) document.querySelector('.graphiql-execute-button')?.click();
  };
  const ready = () => document.querySelector('.graphiql-execute-button') && document.querySelector('.graphiql-query-editor .view-line');
  const watch = new MutationObserver(() => {
    if (!ready()) return;
    watch.disconnect();
    run();
  });
  watch.observe(byId('graphiql'), { childList: true, subtree: true });

  byId('persona').addEventListener('change', () => {
    history.replaceState(null, '', pageAddress());
    run();
  });
  byId('example').addEventListener('change', ({ target }) => location.assign(pageAddress({ example: target.value, query: '' })));
  byId('language').addEventListener('change', ({ target }) => location.assign(pageAddress({ lang: target.value })));
  byId('copy').addEventListener('click', async () => {
    await navigator.clipboard.writeText(persona()?.token ?? '');
    byId('copy').textContent = texts.copied;
    setTimeout(() => (byId('copy').textContent = texts.copy), 2000);
  });
})();
`;
