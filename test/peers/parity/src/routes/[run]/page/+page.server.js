/** Never run: the recorder answers the submissions. */
export const actions = { default: () => {} };
