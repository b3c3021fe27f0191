/*
 * Answers on their way to the server. Each is kept in the storage of this phone until the server has acknowledged
 * it, under a key of its own: sent twice it is still one answer. What another person left here is not touched.
 *
 * An answer: { key, question, seq, answer, flagged, at, after, sent, conflict }. `seq` is the counter of the stored
 * answer that its page had seen; `after` the key of an earlier answer to the same question that is still on its way,
 * whose reply will tell the counter.
 */
export class Outbox {
  #prefix;
  #waiting = new Map();
  #unkept = new Set();

  constructor(person, attempt) {
    this.#prefix = `kader-answer:${person}:${attempt}:`;
    for (const name of Object.keys(storage())) {
      if (!name.startsWith(this.#prefix)) continue;
      const entry = JSON.parse(storage()[name]);
      this.#waiting.set(entry.key, entry);
    }
  }

  /** Oldest first. */
  get entries() {
    // oxlint-disable-next-line unicorn/no-array-sort -- older phones have no toSorted
    return [...this.#waiting.values()].sort((a, b) => a.at - b.at);
  }

  /** What is still to be sent; a conflict waits for the person instead. */
  get unsent() {
    return this.entries.filter(({ conflict }) => !conflict);
  }

  /** False where this phone could not keep something: it is lost with the page. */
  get isKept() {
    return this.#unkept.size === 0;
  }

  /** The newest answer to a question. */
  newest(question) {
    return this.entries.filter((entry) => entry.question === question).at(-1);
  }

  /** Puts an answer behind those to the same question; one that was never sent is replaced. */
  add({ question, seq, answer, flagged, at }) {
    const last = this.newest(question);
    if (last && !last.sent && !last.conflict) return this.#keep({ ...last, answer, flagged, at });
    if (last?.conflict) this.remove(last.key);
    const after = last && !last.conflict ? last.key : null;
    const key = newKey();
    return this.#keep({ key, question, seq, answer, flagged, at, after, sent: false, conflict: false });
  }

  /** The next one to send, marked as sent. */
  next() {
    const entry = this.unsent.find(({ after }) => !after || !this.#waiting.has(after));
    return entry && this.#keep({ ...entry, after: null, sent: true });
  }

  /** The server has this one; the answers behind it have now seen `seq`. */
  settle({ key }, seq) {
    for (const entry of this.#waiting.values()) {
      if (entry.after === key) this.#keep({ ...entry, after: null, seq });
    }
    this.remove(key);
  }

  /** Not taken because its page was stale: the newest answer of that page waits for the person to decide. */
  hold({ key, question }) {
    const newest = this.newest(question);
    for (const entry of this.entries) {
      if (entry.question === question && entry.key !== newest.key) this.remove(entry.key);
    }
    if (newest.key !== key) this.remove(key);
    return this.#keep({ ...newest, after: null, conflict: true });
  }

  remove(key) {
    this.#waiting.delete(key);
    this.#unkept.delete(key);
    storage().removeItem?.(this.#prefix + key);
  }

  #keep(entry) {
    this.#waiting.set(entry.key, entry);
    try {
      storage().setItem(this.#prefix + entry.key, JSON.stringify(entry));
      this.#unkept.delete(entry.key);
    } catch {
      this.#unkept.add(entry.key);
    }
    return entry;
  }
}

/** Some browsers forbid it, and throw at the mere name. */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return {};
  }
}

/** 128 random bits; `randomUUID` exists behind https only. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
