import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { createDataSource, type DatabaseSettings, dataSourceFor, dataSourceOptions } from './data-source.js';
import { UnitOfWork } from './unit-of-work.js';

const WRITER = Symbol('writing data source');

/**
 * Gives every feature the repositories of the reader (`TypeOrmModule.forFeature`, `@InjectRepository`) and the
 * `UnitOfWork` to write with. The database is migrated before the application starts.
 */
@Module({})
export class DatabaseModule implements BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    @Inject(WRITER) private readonly writer: DataSource,
    private readonly units: UnitOfWork,
  ) {}

  static with(settings: DatabaseSettings): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSourceOptions('reader', settings),
          dataSourceFactory: async (options) => createDataSource(options as DataSourceOptions).initialize(),
        }),
      ],
      providers: [
        {
          provide: WRITER,
          inject: [getDataSourceToken()],
          useFactory: (reader: DataSource) => writerBeside(reader, settings),
        },
        { provide: UnitOfWork, inject: [WRITER], useFactory: (writer: DataSource) => new UnitOfWork(writer) },
      ],
      exports: [UnitOfWork],
    };
  }

  /** Before any connection is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.units.settled();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.writer.isInitialized) await this.writer.destroy();
  }
}

/** MariaDB reads and writes through one pool; SQLite writes on a connection of its own. */
async function writerBeside(reader: DataSource, settings: DatabaseSettings): Promise<DataSource> {
  if (reader.options.type !== 'better-sqlite3') return reader;
  return (await dataSourceFor('writer', settings)).initialize();
}
