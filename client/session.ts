import { createClient } from 'graphql-ws';
import type { Client, FormattedExecutionResult } from 'graphql-ws';
import { subscribeResumably } from './resumable';
import type { StreamRequest, StreamSink } from './resumable';

/** Somebody to sign in as, of `GET /dev/personas`. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly profession: string | null;
  readonly agency: { readonly id: string; readonly name: string; readonly kind: string } | null;
  readonly municipality: { readonly id: string; readonly name: string };
  readonly capacity: string;
  readonly token: string;
}

export type Result<Data> = FormattedExecutionResult<Data>;

/** Milliseconds without a sign of life after which a connection counts as lost. */
const KEEP_ALIVE = 10_000;

/** One signed-in person: asks over HTTP, follows over one socket. */
export class Session {
  readonly #client: Client;
  #socket: WebSocket | undefined;
  /** Resolves when connections may be made. */
  #gate = Promise.resolve();
  #open: () => void = () => undefined;

  constructor(
    public persona: Persona,
    private readonly language: string,
    /** Tokens end, and the clock of the board is moved: then the person is signed in anew. */
    private readonly signInAgain: (persona: Persona) => Promise<Persona>,
  ) {
    this.#client = createClient({
      url: async () => {
        await this.#gate;
        return `${location.origin.replace(/^http/, 'ws')}/graphql`;
      },
      connectionParams: () => ({ authorization: `Bearer ${this.persona.token}`, language }),
      retryAttempts: 0,
      keepAlive: KEEP_ALIVE,
      on: {
        opened: (socket) => (this.#socket = socket as WebSocket),
        closed: (event) => {
          if ((event as CloseEvent).code === 4403) void this.#renew();
        },
      },
    });
  }

  async ask<Data>(query: string, variables: object = {}): Promise<Result<Data>> {
    const first = await this.#post<Data>(query, variables);
    if (first !== null) return first;
    await this.#renew();
    return (await this.#post<Data>(query, variables)) ?? { data: null as Data, errors: [] };
  }

  follow<Frame extends { readonly __typename: string }>(request: StreamRequest, sink: StreamSink<Frame>): () => void {
    return subscribeResumably<Frame>(this.#client, request, sink);
  }

  /** As if the network had gone: the socket closes, and none is opened until `restore`. */
  cut(): void {
    this.#gate = new Promise((resolve) => (this.#open = resolve));
    this.#socket?.close(4499, 'cut');
  }

  restore(): void {
    this.#open();
    this.#gate = Promise.resolve();
  }

  end(): void {
    this.restore();
    void this.#client.dispose();
  }

  /** @returns null for a token that has ended. */
  async #post<Data>(query: string, variables: object): Promise<Result<Data> | null> {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.persona.token}`,
        'accept-language': this.language,
      },
      body: JSON.stringify({ query, variables }),
    });
    return response.status === 401 ? null : ((await response.json()) as Result<Data>);
  }

  async #renew(): Promise<void> {
    this.persona = await this.signInAgain(this.persona);
  }
}
