/** Variables by name. */
export type Variables = Record<string, string | undefined>;

/** Reads the public environment variables, which each page carries if the app's code uses them. */
export const publicEnv: { read?: () => Variables } = {};

/** The id of the data block with these variables. */
export const ENV_ID = 'softpost-env';
