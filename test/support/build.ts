import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What Jest does before a run with suites that start the product as a process of its own. */
export default function build(_run: unknown, { rootDir }: { rootDir: string }): void {
  const nest = join(rootDir, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  execFileSync(process.execPath, [nest, 'build'], { cwd: rootDir, stdio: ['ignore', 'ignore', 'inherit'] });
}
