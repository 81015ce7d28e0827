const STATES_SV: Readonly<Record<string, string>> = { ACTIVE: 'pågår', PAUSED: 'pausat', ACCEPTED: 'antaget' };
const STATES_EN: Readonly<Record<string, string>> = { ACTIVE: 'active', PAUSED: 'paused', ACCEPTED: 'accepted' };

export const TEXTS = {
  sv: {
    title: 'Mina ärenden',
    who: 'Inloggad som',
    overview: 'Överblick',
    live: 'live',
    away: 'ansluter igen',
    number: 'Ärende',
    person: 'Vem',
    status: 'Läge',
    progress: 'Plan',
    meeting: 'Nästa möte',
    withheld: 'visas inte för dig',
    none: 'inget planerat',
    states: STATES_SV,
    done: (done: number, total: number) => `${done} av ${total} klara`,
    late: (count: number) => `${count} försenade`,
    due: (by: string, overdue: boolean) => (overdue ? `skulle ha hållits ${by}` : `ska hållas senast ${by}`),
    meetingsPlot: 'Möten de närmaste fem veckorna',
    progressPlot: 'Åtgärder: klara, på väg, försenade',
    meetingsSummary: (count: number) => `${count} planerade möten`,
  },
  en: {
    title: 'My cases',
    who: 'Signed in as',
    overview: 'Overview',
    live: 'live',
    away: 'reconnecting',
    number: 'Case',
    person: 'Who',
    status: 'Status',
    progress: 'Plan',
    meeting: 'Next meeting',
    withheld: 'not shown to you',
    none: 'none planned',
    states: STATES_EN,
    done: (done: number, total: number) => `${done} of ${total} done`,
    late: (count: number) => `${count} late`,
    due: (by: string, overdue: boolean) => (overdue ? `was due ${by}` : `due by ${by}`),
    meetingsPlot: 'Meetings in the next five weeks',
    progressPlot: 'Actions: done, under way, late',
    meetingsSummary: (count: number) => `${count} planned meetings`,
  },
} as const;

export type Texts = (typeof TEXTS)[keyof typeof TEXTS];
