const SHORTEST = 2000;
const LONGEST = 30_000;

/*
 * Sends the answers of an outbox, one after the other, and again while the network is away: sooner at first, then
 * every half minute, each time with some chance in it, so that a whole class does not come back in the same second.
 *
 * `told(kind, entry, reply)` hears what became of each: saved, conflict, too-late, rejected (with a message), kept
 * (it will be sent again) or sign-in.
 */
export class Sender {
  #outbox;
  #attempt;
  #told;
  #running = null;
  #timer = 0;
  #wait = SHORTEST;
  #isOut = false;

  constructor(outbox, attempt, told) {
    this.#outbox = outbox;
    this.#attempt = attempt;
    this.#told = told;
    addEventListener('online', () => this.flush());
    document.addEventListener('visibilitychange', () => document.hidden || this.flush());
  }

  /** True where nothing is left to send. */
  flush() {
    clearTimeout(this.#timer);
    this.#running ??= this.#sendAll().finally(() => (this.#running = null));
    return this.#running;
  }

  async #sendAll() {
    for (;;) {
      const entry = this.#isOut ? undefined : this.#outbox.next();
      if (!entry) return this.#outbox.unsent.length === 0;
      const [kind, reply] = await this.#send(entry);
      if (kind === 'kept' || kind === 'sign-in') {
        this.#told(kind, entry, reply);
        this.#isOut = kind === 'sign-in';
        if (kind === 'kept') this.#later();
        return false;
      }
      this.#wait = SHORTEST;
      if (kind === 'conflict') this.#told(kind, this.#outbox.hold(entry), reply);
      else {
        this.#outbox.settle(entry, reply.seq ?? entry.seq);
        this.#told(kind, entry, reply);
      }
    }
  }

  #later() {
    this.#timer = setTimeout(() => this.flush(), this.#wait * (0.5 + Math.random()));
    this.#wait = Math.min(LONGEST, this.#wait * 2);
  }

  /** What came back; a page that is not ours (a hotel's sign-in, a proxy's error) is no answer. */
  async #send({ key, question, seq, answer, flagged, at }) {
    try {
      const response = await fetch(`/attempts/${this.#attempt}/answers`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json',
          'X-CSRF-Token': document.querySelector('meta[name="csrf-token"]').content,
        },
        body: JSON.stringify({ key, question, seq, answer, flagged, at }),
        signal: AbortSignal.timeout?.(15_000),
      });
      const reply = await response.json();
      if (response.ok && reply.outcome) return ['saved', reply];
      if (response.status === 401 || response.status === 403) return ['sign-in', reply];
      if (response.status === 409 && reply.current) return [reply.current.outcome, reply.current];
      if (response.status === 422 || response.status === 404 || response.status === 400)
        return ['rejected', reply];
    } catch {
      // no network, or no answer of ours
    }
    return ['kept', null];
  }
}
