/** Everything that the board says, in both languages; what enums are called comes from the server's `labels`. */
export type Language = 'sv' | 'en';

const TEXTS = {
  title: { sv: 'Tavlan', en: 'The live board' },
  about: {
    sv: 'Samma fråga från fem håll. Samtycket i detta ögonblick avgör vad var och en ser.',
    en: 'One question, asked from five sides. The consent of this moment decides what each one sees.',
  },
  case: { sv: 'Ärende', en: 'Case' },
  copy: { sv: 'eget exemplar', en: 'copy of your own' },
  nextDay: { sv: '+1 dygn', en: '+1 day' },
  midnight: { sv: 'till midnatt', en: 'to midnight' },
  cut: { sv: 'Bryt anslutningen', en: 'Cut the connection' },
  restore: { sv: 'Återställ', en: 'Restore' },
  withdraw: { sv: (who: string) => `${who} tar tillbaka sitt samtycke`, en: (who: string) => `${who} withdraws` },
  toPolice: { sv: 'till och från polisen', en: 'to and from the police' },
  toAll: { sv: 'till alla', en: 'to everybody' },
  withdrawWhat: { sv: 'Vad som tas tillbaka', en: 'What is withdrawn' },
  signers: { sv: 'Samtycker', en: 'Consenting' },
  yes: { sv: 'ja', en: 'yes' },
  no: { sv: 'nej', en: 'no' },
  notAsked: { sv: 'inte tillfrågad', en: 'not asked' },
  partly: {
    sv: (yes: number, all: number) => `ja till ${yes} av ${all}`,
    en: (yes: number, all: number) => `yes to ${yes} of ${all}`,
  },
  live: { sv: 'live', en: 'live' },
  away: { sv: 'bruten', en: 'cut off' },
  over: { sv: 'avslutad', en: 'ended' },
  family: { sv: 'Familjen', en: 'The family' },
  name: { sv: 'Namn', en: 'Name' },
  address: { sv: 'Adress', en: 'Address' },
  attendance: { sv: 'Närvaro i skolan', en: 'Attendance' },
  concern: { sv: 'Polisens oro', en: 'Concern of the police' },
  leisure: { sv: 'Fritid', en: 'Leisure' },
  plan: { sv: 'Plan', en: 'Plan' },
  nextMeeting: { sv: 'Nästa möte', en: 'Next meeting' },
  note: { sv: 'Senaste anteckning', en: 'Latest note' },
  done: {
    sv: (done: number, total: number) => `${done} av ${total} åtgärder klara`,
    en: (done: number, total: number) => `${done} of ${total} actions done`,
  },
  nothing: { sv: 'inget antecknat', en: 'nothing recorded' },
  someWithheld: { sv: 'En del visas inte', en: 'Some of it is not shown' },
  unknown: { sv: 'Känner inte till ärendet', en: 'Does not know the case' },
  ended: {
    sv: (ms: number) => `Strömmen bröts efter ${ms} ms.`,
    en: (ms: number) => `The stream was cut after ${ms} ms.`,
  },
  endedByItself: { sv: 'Strömmen bröts.', en: 'The stream was cut.' },
  forgotten: { sv: 'Det som fanns här är glömt.', en: 'What was here is forgotten.' },
  showQuery: { sv: 'Visa frågan', en: 'Show the query' },
  queryOf: { sv: 'Frågan bakom rutan', en: 'The query behind the tile' },
  close: { sv: 'Stäng', en: 'Close' },
  myConsents: { sv: 'Samtycken', en: 'Consents' },
  openOf: {
    sv: (open: number, all: number) => `${open} av ${all} öppna`,
    en: (open: number, all: number) => `${open} of ${all} open`,
  },
  closeSoon: { sv: (n: number) => `${n} går ut inom en månad`, en: (n: number) => `${n} end within a month` },
  whoRead: { sv: 'Vem har läst?', en: 'Who has read?' },
  nobodyRead: { sv: 'Ingen ännu', en: 'Nobody yet' },
  grid: { sv: 'Vad får gå från vem till vem', en: 'What may go from whom to whom' },
  fromTo: {
    sv: (from: string, to: string) => `${from} till ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  open: { sv: 'öppen', en: 'open' },
  shut: { sv: 'stängd', en: 'closed' },
  soon: { sv: (day: string) => `stänger ${day}`, en: (day: string) => `closes ${day}` },
  legend: { sv: 'Förklaring', en: 'Legend' },
  soonShort: { sv: 'stänger snart', en: 'closes soon' },
  timeline: { sv: 'Det som händer', en: 'What happens' },
  said: {
    sv: (who: string, what: string) => `${who} säger ${what}`,
    en: (who: string, what: string) => `${who} says ${what}`,
  },
  withdrew: {
    sv: (who: string, what: string) => `${who} tog tillbaka sitt ja ${what}`,
    en: (who: string, what: string) => `${who} withdrew, ${what}`,
  },
  moved: { sv: 'Klockan ställdes fram', en: 'The clock was moved' },
  changed: { sv: 'Samtycket ändrades', en: 'Consent changed' },
  startedCopy: { sv: 'Ett nytt exemplar av ärendet börjar', en: 'A fresh copy of the case begins' },
  closedCells: {
    sv: (n: number) => (n === 1 ? '1 cell stängdes' : `${n} celler stängdes`),
    en: (n: number) => `${n} cell${n === 1 ? '' : 's'} closed`,
  },
  openedCells: {
    sv: (n: number) => (n === 1 ? '1 cell öppnades' : `${n} celler öppnades`),
    en: (n: number) => `${n} cell${n === 1 ? '' : 's'} opened`,
  },
  noCells: { sv: 'ingen cell ändrades', en: 'no cell changed' },
  cutStreams: {
    sv: (n: number, ms: number) => (n === 1 ? `1 ström bröts på ${ms} ms` : `${n} strömmar bröts på ${ms} ms`),
    en: (n: number, ms: number) => `${n} stream${n === 1 ? '' : 's'} cut in ${ms} ms`,
  },
  frames: {
    sv: (n: number, ms: number) => (n === 1 ? `1 bild på ${ms} ms` : `${n} bilder på ${ms} ms`),
    en: (n: number, ms: number) => `${n} frame${n === 1 ? '' : 's'} in ${ms} ms`,
  },
  cutNow: {
    sv: 'Anslutningen bröts; under tiden ändras en åtgärd två gånger',
    en: 'The connection was cut; meanwhile an action is changed twice',
  },
  cameBack: {
    sv: (streams: number, lost: number, twice: number) =>
      `${streams} ${streams === 1 ? 'ström' : 'strömmar'} kom tillbaka: ${lost} förlorade, ${twice} dubbla`,
    en: (streams: number, lost: number, twice: number) =>
      `${streams} stream${streams === 1 ? '' : 's'} came back: ${lost} lost, ${twice} told twice`,
  },
  noPersonas: { sv: 'Tavlan behöver demodata: npm run demo.', en: 'The board needs the demo data: npm run demo.' },
  refused: { sv: (why: string) => `Gick inte: ${why}`, en: (why: string) => `Refused: ${why}` },
  agencies: { sv: 'Verksamhet', en: 'Agency' },
  age: { sv: (n: number) => `${n} år`, en: (n: number) => `aged ${n}` },
  clock: { sv: 'Serverns klocka', en: "The server's clock" },
} as const;

type Texts = { readonly [Key in keyof typeof TEXTS]: (typeof TEXTS)[Key][Language] };

export function textsOf(language: Language): Texts {
  return Object.fromEntries(Object.entries(TEXTS).map(([key, each]) => [key, each[language]])) as Texts;
}
export type { Texts };
