/** The longest title and text of a note, in characters. */
export const TITLE_LIMIT = 120;
export const TEXT_LIMIT = 10_000;

/** The shortest password, in characters. */
export const MIN_PASSWORD = 8;
