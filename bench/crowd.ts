import { WebSocket } from 'ws';

/** Clients that count what they are told and look no further. */
export class Crowd {
  readonly #sockets: WebSocket[] = [];
  received = 0;
  /** Told of every frame, by the number of the client. */
  onFrame: (client: number) => void = () => undefined;
  #wanted = Infinity;
  #enough: () => void = () => undefined;

  /** @param first what the client says at once @param then what it says to the first answer; without it frames come at once */
  async join(url: string, first?: object, then?: object): Promise<void> {
    const client = this.#sockets.length;
    const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
    this.#sockets.push(socket);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    if (first !== undefined) {
      socket.send(JSON.stringify(first));
      await new Promise((resolve, reject) => socket.once('message', resolve).once('close', reject));
      socket.send(JSON.stringify(then));
    }
    socket.on('message', () => {
      this.received += 1;
      this.onFrame(client);
      if (this.received >= this.#wanted) this.#enough();
    });
  }

  /** Until so many frames have come in all. */
  until(wanted: number): Promise<void> {
    this.#wanted = wanted;
    return this.received >= wanted ? Promise.resolve() : new Promise((resolve) => (this.#enough = resolve));
  }

  leave(): void {
    for (const socket of this.#sockets) socket.terminate();
  }
}
