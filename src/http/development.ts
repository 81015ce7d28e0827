import { z } from 'zod';
import { daysLater, localDate, midnightOf } from '../core/calendar.js';
import type { Instant } from '../core/period.js';
import { json } from './http-reply.js';
import type { Reply } from './http-reply.js';
import type { Route } from './http-server.js';
import { loadPersonas } from './personas.js';
import type { PersonasOptions } from './personas.js';

/** What the live board does beside the API. Development only: the clock is everybody's, and it hands out tokens. */
export interface DevelopmentOptions extends PersonasOptions {
  /** Sets the one clock of all processes. It runs on from there. */
  readonly setClock: (to: Instant) => Promise<void>;
  /** Tells a case of the demo data once more; null where there is no such case. */
  readonly tellCaseAnew: (wish: FreshCaseWish) => Promise<FreshCase | null>;
}

type FreshCaseWish = z.infer<typeof FRESH_CASE>;

interface FreshCase {
  readonly caseId: string;
  readonly municipalityId: string;
}

const CLOCK = z.strictObject({ to: z.enum(['MIDNIGHT', 'NEXT_DAY']) });
const FRESH_CASE = z.strictObject({
  municipality: z.string().max(100),
  youngPerson: z.string().max(200),
  notAsked: z.array(z.string().max(200)).max(10),
});

/** `POST /dev/clock` moves the clock forward, never back; `POST /dev/cases` tells a case of the demo data anew. */
export function developmentRoutes(options: DevelopmentOptions): Route[] {
  return [
    {
      path: '/dev/clock',
      handle: () => tellTime(options),
      async post(body) {
        const asked = CLOCK.safeParse(body);
        if (!asked.success) return refused(asked.error);
        const now = options.now();
        await options.setClock(
          asked.data.to === 'MIDNIGHT' ? midnightOf(localDate(daysLater(now, 1))) : daysLater(now, 1),
        );
        return tellTime(options);
      },
    },
    {
      path: '/dev/cases',
      handle: () => json(405, { error: 'POST a case of the demo data: { municipality, youngPerson, notAsked }.' }),
      async post(body) {
        const asked = FRESH_CASE.safeParse(body);
        if (!asked.success) return refused(asked.error);
        const fresh = await options.tellCaseAnew(asked.data);
        if (fresh === null) return json(404, { error: 'The demo data tells of no such case.' });
        return json(200, { caseId: fresh.caseId, personas: await loadPersonas(options, fresh.municipalityId) });
      },
    },
  ];
}

function tellTime({ now }: DevelopmentOptions): Reply {
  return json(200, { now: new Date(now()).toISOString() });
}

function refused(error: z.ZodError): Reply {
  return json(400, { error: z.prettifyError(error) });
}
