/** Variables by name. */
export type Variables = Record<string, string | undefined>;

/** What users may read of the server's environment goes out with each page, where the app's code asks for it. */
export const publicEnv: { read?: () => Variables } = {};

/** The id of the data block that carries it. */
export const ENV_ID = 'softpost-env';
