/** The bar above GraphiQL, and the room that is left for the editor. */
export const PAGE_STYLE = `
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; font: 15px/1.4 system-ui, sans-serif; background: #fff; color: #1b2733; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.1rem; padding: .6rem 1rem; background: #14324a; color: #fff; }
.bar .name { font-size: 1.05rem; letter-spacing: .01em; }
.bar label { display: flex; align-items: center; gap: .45rem; color: #d4e1ec; }
.bar select, .bar button { font: inherit; color: #14324a; background: #fff; border: 1px solid #fff; border-radius: 5px; padding: .3rem .5rem; }
.bar #persona { width: 26rem; max-width: 60vw; }
.bar button { cursor: pointer; background: transparent; color: #fff; border-color: #7d9bb3; }
.bar button:hover { background: #1f4563; }
.bar select:focus-visible, .bar button:focus-visible { outline: 3px solid #ffc94d; outline-offset: 2px; }
.bar .language { margin-left: auto; }
.bar p { flex-basis: 100%; margin: 0; color: #d4e1ec; }
#graphiql { flex: 1; min-height: 0; }
#graphiql > div { height: 100%; }
.graphiql-container .graphiql-logo { display: none; }
noscript { padding: 1rem; }
`;
