import { Entity, Index, type MigrationInterface, type QueryRunner, type Relation } from 'typeorm';
import {
  code,
  createTable,
  flag,
  id,
  index,
  instant,
  line,
  longText,
  nullable,
  primary,
  reference,
  score,
  unique,
  whole,
} from '../../src/migrations/table.js';
import {
  BelongsTo,
  Code,
  Flag,
  Id,
  Instant,
  JsonText,
  Line,
  LongText,
  Score,
  Whole,
} from '../../src/platform/database/columns.js';

/** Small tables with every kind of column, for the tests of the database layer. */
@Entity('ledgers')
@Index('ledgers_code', ['code'], { unique: true })
export class Ledger {
  @Id() id: number;
  @Code() code: string;
  @Line(120) title: string;
  @Whole() balance: number;
  @Score({ nullable: true }) bestScore: number | null;
  @Flag() isOpen: boolean;
  @LongText({ nullable: true }) remarks: string | null;
  @JsonText() settings: Record<string, unknown>;
  @JsonText({ nullable: true }) extra: unknown;
  @Instant() openedAt: Date;
  @Instant({ nullable: true }) closedAt: Date | null;
}

@Entity('bookings')
@Index('bookings_ledger_at', ['ledgerId', 'bookedAt'])
export class Booking {
  @Id() id: number;
  @Whole() ledgerId: number;
  @Whole() amount: number;
  @Instant() bookedAt: Date;

  @BelongsTo(() => Ledger, 'bookings_ledger')
  ledger: Relation<Ledger>;
}

/** A key of two columns. */
@Entity('ledger_marks')
export class LedgerMark {
  @Whole({ primary: true }) ledgerId: number;
  @Code(20, { primary: true }) kind: string;
  @Whole() count: number;

  @BelongsTo(() => Ledger, 'ledger_marks_ledger', 'CASCADE')
  ledger: Relation<Ledger>;
}

export class CreateLedgers1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [
      id(),
      code('code'),
      line('title', 120),
      whole('balance'),
      score('best_score', nullable),
      flag('is_open'),
      longText('remarks', nullable),
      longText('settings'),
      longText('extra', nullable),
      instant('opened_at'),
      instant('closed_at', nullable),
    ];
    await createTable(runner, 'ledgers', columns, { indices: [unique('ledgers_code', 'code')] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('ledgers');
  }
}

export class CreateBookings1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [id(), whole('ledger_id'), whole('amount'), instant('booked_at')];
    await createTable(runner, 'bookings', columns, {
      indices: [index('bookings_ledger_at', 'ledger_id', 'booked_at')],
      foreignKeys: [reference('bookings_ledger', 'ledger_id', 'ledgers')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('bookings');
  }
}

export class CreateLedgerMarks1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [whole('ledger_id', primary), code('kind', 20, primary), whole('count')];
    await createTable(runner, 'ledger_marks', columns, {
      foreignKeys: [reference('ledger_marks_ledger', 'ledger_id', 'ledgers', 'CASCADE')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('ledger_marks');
  }
}

export const ledgers = {
  entities: [Ledger, Booking, LedgerMark],
  migrations: [CreateLedgers1700000000001, CreateBookings1700000000002, CreateLedgerMarks1700000000003],
};

/** A valid, unsaved ledger. */
export function ledger(values: Partial<Ledger> = {}): Partial<Ledger> {
  const openedAt = new Date('2027-03-01T02:00:00.123Z');
  return { code: 'main', title: 'Kas', balance: 0, isOpen: true, settings: {}, openedAt, ...values };
}
