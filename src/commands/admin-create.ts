import { randomInt } from 'node:crypto';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { migrateFirst } from '../migrate-first.js';
import { AdministratorsService } from '../people/administrators.service.js';
import { type Config, readConfig } from '../platform/config/config.js';
import { projectRoot } from '../platform/config/project-root.js';
import { installedWords } from '../platform/i18n/installed-words.js';

// `npm run admin:create -- --name "Dwi Lestari" --email dwi@contoh.id`: makes an administrator and shows the password
// once. With `--password-stdin` the password is read from the standard input instead. What is left out is asked for.
const { values: given } = parseArgs({
  options: {
    name: { type: 'string' },
    email: { type: 'string' },
    'password-stdin': { type: 'boolean', default: false },
  },
});
const config = readConfig(process.env, projectRoot);
const words = installedWords(config);

if (config.demo) fail('demo');
else await createAdministrator({ ...config, worker: 'off' });

async function createAdministrator(config: Config): Promise<void> {
  const fromStdin = given['password-stdin'];
  const name = given.name ?? (await ask('name'));
  const email = given.email ?? (await ask('email'));
  const password = fromStdin ? (await text(stdin)).replace(/\r?\n$/, '') : freshPassword();
  await migrateFirst(config);
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: ['error', 'warn'],
  });
  try {
    const problem = await app.get(AdministratorsService).create({ name, email, password });
    if (problem) return fail(problem);
    console.log(words.t('people.command.created', { email }));
    if (!fromStdin) console.log(words.t('people.command.password', { password }));
  } finally {
    await app.close();
  }
}

/** Asks at the keyboard; nobody is asked where the standard input is something else. */
async function ask(what: 'name' | 'email'): Promise<string> {
  if (!stdin.isTTY) return '';
  const terminal = createInterface({ input: stdin, output: stdout });
  try {
    return await terminal.question(`${words.t(`people.command.ask.${what}`)} `);
  } finally {
    terminal.close();
  }
}

/** Sixteen letters and digits that are not taken for each other: 79 bits. */
function freshPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const some = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [some(), some(), some(), some()].join('-');
}

function fail(problem: string): void {
  console.error(words.t(`people.command.problems.${problem}`));
  process.exitCode = 1;
}
