/** Names of people. `people` answers; the platform, which knows them by their ids only, asks. */
export abstract class PersonDirectory {
  /** Full names by id; who is not found is left out. */
  abstract namesOf(ids: readonly number[]): Promise<Map<number, string>>;

  /** Ids of those whose name contains the text, capitals or not; a hundred at most. */
  abstract idsLike(text: string): Promise<number[]>;
}
