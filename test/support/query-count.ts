import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource, Logger } from 'typeorm';
import type { TestApp } from './app.js';

/** How many sentences the product sends to its database by the reader while the work runs. */
export async function countQueries({ app }: TestApp, work: () => Promise<unknown>): Promise<number> {
  const reader = app.get<DataSource>(getDataSourceToken());
  const before = reader.logger;
  let count = 0;
  reader.logger = new Proxy(before, {
    get: (logger, name: keyof Logger) =>
      name === 'logQuery' ? () => void (count += 1) : Reflect.get(logger, name).bind(logger),
  });
  try {
    await work();
    return count;
  } finally {
    reader.logger = before;
  }
}
