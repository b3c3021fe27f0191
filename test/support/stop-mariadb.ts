/** What Jest does after a run with suites on MariaDB. */
export default async function stopAfterRun(): Promise<void> {
  await (globalThis as { serverOfRun?: { stop(): Promise<void> } }).serverOfRun?.stop();
}
