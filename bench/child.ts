import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const HOOKS = fileURLToPath(new URL('../test/support/typescript-hooks.mjs', import.meta.url));

/** What a process used. */
export interface Used {
  /** Microseconds of CPU since its start. */
  readonly cpu: number;
  /** Bytes on the heap and beside it, after a collection. */
  readonly memory: number;
}

/** A process of its own, so that what the server uses and what its clients use can be told apart. */
export class Child<Order extends object> {
  readonly #process: ChildProcess;
  readonly #exit: Promise<number | null>;
  #next = 0;

  constructor(file: string, environment: Record<string, string>) {
    this.#process = fork(fileURLToPath(new URL(file, import.meta.url)), {
      execArgv: ['--expose-gc', '--import', HOOKS],
      env: { ...process.env, ...environment },
    });
    this.#exit = new Promise((resolve) => this.#process.once('exit', resolve));
  }

  /** Resolves with the answer to an order. */
  ask<Answer>(order: Order): Promise<Answer> {
    const id = ++this.#next;
    return new Promise((resolve, reject) => {
      const hear = (message: { id: number; answer: Answer }): void => {
        if (message.id !== id) return;
        this.#process.off('message', hear);
        resolve(message.answer);
      };
      this.#process.on('message', hear);
      void this.#exit.then((code) => reject(new Error(`The process ended with ${code ?? 'a signal'}`)));
      this.#process.send({ id, order });
    });
  }

  async end(): Promise<void> {
    this.#process.disconnect();
    await this.#exit;
  }

  /** Without a word, as the kernel or an orchestrator does. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#exit;
  }
}

/** The child's side: answers every order, ends when its parent lets go. */
export function obey(act: (order: never) => Promise<unknown>, stop: () => Promise<void>): void {
  process.on('message', ({ id, order }: { id: number; order: object }) => {
    void act(order as never).then((answer) => process.send?.({ id, answer }));
  });
  process.once('disconnect', () => void stop().then(() => process.exit(0)));
}

export function used(): Used {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return { cpu: usedCpu(), memory: heapUsed + external };
}

/** Microseconds since its start, without a collection that a short turn would pay for. */
export function usedCpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
