import express from 'express';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { slowBodies } from './slow-bodies.js';

let server: Server;

beforeAll(async () => {
  const app = express();
  app.use(slowBodies({ formMs: 300, stretchMs: 100, bytes: 10 }));
  app.post('/', (request, response) => {
    request.resume().on('end', () => setTimeout(() => response.end('all came'), 400));
  });
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

/** Sends the head of a request, then each part with a rest before it. @returns what was answered, '' for nothing. */
async function send(type: string, parts: string[], restMs: number): Promise<string> {
  const socket: Socket = connect((server.address() as AddressInfo).port, '127.0.0.1').setEncoding('utf8');
  let answer = '';
  socket.on('data', (text) => (answer += String(text))).on('error', () => undefined);
  const closed = once(socket, 'close');
  const length = parts.join('').length;
  socket.write(
    `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`,
  );
  for (const part of parts) {
    await pause(restMs);
    if (socket.destroyed) break;
    socket.write(part);
  }
  await closed;
  return answer;
}

const multipart = 'multipart/form-data; boundary=x';
const form = 'application/x-www-form-urlencoded';

describe('a body that comes slowly', () => {
  it('is waited for where it holds files and comes forward, however long it takes', async () => {
    expect(await send(multipart, Array<string>(20).fill('x'.repeat(50)), 40)).toContain('all came');
  });

  it('is broken off where it holds files and stands still', async () => {
    expect(await send(multipart, ['xxxxx', 'y'], 2_000)).toBe('');
  });

  it('is broken off where it is a form that trickles', async () => {
    expect(await send(form, Array<string>(40).fill('x'), 40)).toBe('');
  });

  it('is no matter once it is there: the answer may take longer', async () => {
    expect(await send(form, ['a=b'], 0)).toContain('all came');
    expect(await send(multipart, ['x'], 0)).toContain('all came');
  });
});
