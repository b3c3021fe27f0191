import { Clock } from '../platform/clock/clock.js';

/** The clock of the demo while it is made: what happened in the past happens at its own time. */
export class DemoClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  now(): Date {
    return new Date(this.at);
  }

  moveTo(at: Date): void {
    this.at = at;
  }

  advance(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}
