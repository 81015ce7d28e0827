import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { nextEvent, nextLine, until, within } from './event.js';

describe('waiting for a named thing', () => {
  test('what never comes fails with its name', async () => {
    const never = new Promise<void>(() => undefined);
    await expect(within('the answer', never, 20)).rejects.toThrow('Waited 20 ms in vain for: the answer');
  });

  test('an event that does not fit is passed over', async () => {
    const emitter = new EventEmitter();
    const event = nextEvent<[number]>(emitter, 'count', { fits: (count) => count > 1 });
    emitter.emit('count', 1);
    emitter.emit('count', 2);
    await expect(event).resolves.toEqual([2]);
    expect(emitter.eventNames()).toEqual([]);
  });

  test('an error of the emitter ends the wait', async () => {
    const emitter = new EventEmitter();
    const event = nextEvent(emitter, 'done');
    emitter.emit('error', new Error('broken'));
    await expect(event).rejects.toThrow('broken');
  });

  test('a line is found among others', async () => {
    const stream = new PassThrough();
    const line = nextLine(stream, /^ready at (.*)$/);
    stream.end('starting\nready at :4000\n');
    expect((await line)[1]).toBe(':4000');
  });

  test('output that ends without the line tells what was said instead', async () => {
    const stream = new PassThrough();
    const line = nextLine(stream, /^ready/);
    stream.end('no such folder\n');
    await expect(line).rejects.toThrow('no such folder');
  });

  test('a condition is asked until it holds', async () => {
    let asked = 0;
    await until('three questions', () => ++asked === 3);
    expect(asked).toBe(3);
  });
});
