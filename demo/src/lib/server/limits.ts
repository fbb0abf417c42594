const MIB = 1024 * 1024;

/** The largest file a note takes, in bytes. */
export const FILE_LIMIT = 2 * MIB;

/** The largest request: such a file and the fields around it. What is larger is not read to its end. */
export const BODY_LIMIT = 3 * MIB;

/** The longest title and text of a note, in characters. */
export const TITLE_LIMIT = 120;
export const TEXT_LIMIT = 10_000;

/** The shortest password, in characters. */
export const MIN_PASSWORD = 8;
