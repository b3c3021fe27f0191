import { hashPassword, passwordMatches } from '../src/people/passwords.js';
import { demoPassword } from '../src/seeds/demo-people.js';
import { median } from './comparison.js';
import { cpuMs } from './cpu.js';

/** CPU milliseconds of checking one password: the part of a sign-in that is slow on purpose. */
export async function hashCostMs(): Promise<number> {
  const hashed = await hashPassword(demoPassword);
  const costs: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    const before = cpuMs([process.pid]);
    await passwordMatches(hashed, demoPassword);
    costs.push(cpuMs([process.pid]) - before);
  }
  return median(costs);
}
