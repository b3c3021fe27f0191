/** What a question of a pack holds to beyond its type; the desk asks the same, so that an export can be read again. */
export const LEAST_OPTIONS = 3;
export const MOST_OPTIONS = 8;
/** Characters. */
export const LONGEST_EXPLANATION = 1500;
