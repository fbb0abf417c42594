const MIB = 1024 * 1024;

/** The largest file a note takes, in bytes. */
export const FILE_LIMIT = 2 * MIB;

/** The largest request with such a file and its fields. Larger ones are not read to the end. */
export const FILE_BODY_LIMIT = 3 * MIB;

/** The largest file that the lab reads, in bytes, and the largest request with one. */
export const UPLOAD_LIMIT = 100 * MIB;
export const UPLOAD_BODY_LIMIT = 101 * MIB;

/** The longest name of a file, in characters; a download has it in a header, three bytes each or more. */
export const FILE_NAME_LIMIT = 255;

/** The longest search, in characters: its cost is its length times that of all notes. */
export const QUERY_LIMIT = 100;
