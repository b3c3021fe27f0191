import { createServer } from 'node:http';
import type { Answer } from './client.js';

// The least that a server can do: it reads the request and sends bytes that it was told once. What the same answer
// costs here is the unit of the bench.
let answer: Answer = { status: 204, headers: [], body: Buffer.alloc(0) };

process.on('message', (told: { status: number; headers: string[]; body: string }) => {
  answer = { ...told, body: Buffer.from(told.body, 'base64') };
  process.send?.('heard');
});
process.on('disconnect', () => process.exit(0));

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
});
server.keepAliveTimeout = 65_000;
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('ready'));
