/** Words to be said in the person's language: a key of the catalogues and its values. */
export interface Message {
  key: string;
  values?: Record<string, string | number>;
}

/** A rule said no. The person reads the sentence on the page that they came from. */
export class Refusal extends Error {
  constructor(
    readonly key: string,
    readonly values: Record<string, string | number> = {},
    /** Where to send the person instead of back. */
    readonly to?: string,
  ) {
    super(key);
  }
}

/** Not there, or not the actor's to see: the two look the same from outside. */
export class Missing extends Error {
  constructor(what = 'record') {
    super(`${what} not found`);
  }
}

/** The page that sent this had not seen a newer state; `current` is what stands now. */
export class Stale extends Error {
  constructor(readonly current: unknown = null) {
    super('stale');
  }
}

/** The request does not come from a page of ours, or asks for what the role does not allow. */
export class Forbidden extends Error {}

/** Too many tries; the person may try again after `seconds`. */
export class TooMany extends Error {
  constructor(readonly seconds: number) {
    super('too many requests');
  }
}

/** Nobody is signed in, and the page is not for everyone. */
export class SignInNeeded extends Error {}

/** Signed in with a temporary password, which opens only the page where a new one is chosen. */
export class NewPasswordNeeded extends Error {}
