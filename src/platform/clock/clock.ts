/** Where "now" comes from. Rules never read it; services pass its answer on. Tests hold one of their own. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
