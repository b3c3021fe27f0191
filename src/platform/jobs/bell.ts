/** Wakes whoever waits for work in this process. */
export class Bell {
  private rung = 0;
  private readonly waiting = new Set<() => void>();

  ring(): void {
    this.rung += 1;
    for (const wake of this.waiting) wake();
  }

  /** How often it has rung; handed to `after`, so that a ring in between is not slept through. */
  get count(): number {
    return this.rung;
  }

  /** Resolves when the bell has rung more often than `count`, or after so many milliseconds. */
  async after(count: number, milliseconds: number): Promise<void> {
    if (this.rung > count) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.waiting.add(wake);
    });
  }
}
