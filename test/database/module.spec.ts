import { Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { DatabaseModule } from '../../src/platform/database/database.module.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { migratedDatabase, type TestDatabase } from '../support/databases.js';
import { Ledger, ledger, ledgers } from '../support/ledger.js';

@Injectable()
class LedgersService {
  constructor(
    @InjectRepository(Ledger) private readonly ledgers: Repository<Ledger>,
    private readonly units: UnitOfWork,
  ) {}

  open(code: string): Promise<Ledger> {
    return this.units.inTransaction((manager) => manager.save(Ledger, ledger({ code }) as Ledger));
  }

  find(code: string): Promise<Ledger | null> {
    return this.ledgers.findOneBy({ code });
  }
}

@Module({ imports: [TypeOrmModule.forFeature([Ledger])], providers: [LedgersService] })
class LedgersModule {}

let database: TestDatabase;

beforeAll(async () => {
  database = await migratedDatabase(ledgers);
});
afterAll(() => database.drop());

const application = () =>
  Test.createTestingModule({ imports: [DatabaseModule.with(database.settings), LedgersModule] }).compile();

describe('the database module', () => {
  it('gives a feature repositories to read and units to write with', async () => {
    const app = await application();
    const service = app.get(LedgersService, { strict: false });
    const { id } = await service.open('first');
    expect(await service.find('first')).toMatchObject({ id });
    await app.close();
  });

  it('finishes what has begun when the application closes', async () => {
    const app = await application();
    const opened = app.get(LedgersService, { strict: false }).open('last');
    await app.close();
    const { id } = await opened;
    const next = await application();
    expect(await next.get(LedgersService, { strict: false }).find('last')).toMatchObject({ id });
    await next.close();
  });
});
