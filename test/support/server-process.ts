import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../../src/platform/config/project-root.js';
import { freePort } from './mariadb.js';

/** The built product as a process of its own, to be killed and started again on the same data and port. */
export class ServerProcess {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly port: number,
    private readonly environment: Record<string, string>,
  ) {}

  /** Starts it; `environment` says where its data are. */
  static async start(environment: Record<string, string>): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(), environment);
    await server.launch();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends it without a word, as a power cut does. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** @returns the milliseconds until it answered again. */
  async restart(): Promise<number> {
    const begun = performance.now();
    await this.launch();
    return performance.now() - begun;
  }

  private async launch(): Promise<void> {
    const environment = {
      LOG_LEVEL: 'fatal',
      HOST: '127.0.0.1',
      PORT: String(this.port),
      ...this.environment,
    };
    const child = spawn(process.execPath, [join(projectRoot, 'dist', 'src', 'main.js')], {
      cwd: projectRoot,
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.child = child;
    while (!(await this.answers())) {
      if (child.exitCode !== null) throw new Error(`the product ended with code ${child.exitCode}`);
      await pause(20);
    }
  }

  private async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/sign-in`)).ok;
    } catch {
      return false;
    }
  }
}
