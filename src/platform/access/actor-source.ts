import type { Actor, Language } from './actor.js';

/** Who holds a sign-in token. `people` answers; the platform only asks. */
export abstract class ActorSource {
  /** The actor of a live sign-in, or null. */
  abstract byToken(token: string): Promise<Actor | null>;

  /** The person reads in this language from now on. */
  abstract rememberLanguage(personId: number, language: Language): Promise<void>;
}
