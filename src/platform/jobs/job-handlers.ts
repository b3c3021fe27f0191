import { Injectable } from '@nestjs/common';

/** One attempt at a job. */
interface RunningJob<P> {
  id: number;
  /** As it was added. */
  payload: P;
  startedById: number | null;
  /** Says how far it is; written down twice a second at most. A total of 0 means that nobody knows. */
  progress(done: number, total: number): Promise<void>;
}

/**
 * Does a job. It may be called again after it succeeded (a crash just before that was written down), so what it does
 * twice must come to the same as once. It throws to be tried again later.
 */
export type JobHandler<P> = (job: RunningJob<P>) => Promise<void>;

/** Who does which kind of job. Features register theirs when they start (`OnModuleInit`). */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, JobHandler<unknown>>();
  private readonly everyMinutes = new Map<string, number>();

  /**
   * `kind` is the key of the catalogues under which people read what is done: `certificates.jobs.issue`. `P` is the
   * payload that the feature adds with this kind.
   */
  register<P>(kind: string, handler: JobHandler<P>): void {
    if (this.handlers.has(kind)) throw new Error(`two handlers for jobs of kind ${kind}`);
    this.handlers.set(kind, handler as JobHandler<unknown>);
  }

  /** Work that comes round by itself, once in so many minutes, whatever the number of instances. */
  registerRecurring(kind: string, everyMinutes: number, handler: JobHandler<null>): void {
    this.register(kind, handler);
    this.everyMinutes.set(kind, everyMinutes);
  }

  of(kind: string): JobHandler<unknown> | undefined {
    return this.handlers.get(kind);
  }

  get kinds(): string[] {
    return [...this.handlers.keys()];
  }

  get recurring(): [kind: string, everyMinutes: number][] {
    return [...this.everyMinutes];
  }
}
