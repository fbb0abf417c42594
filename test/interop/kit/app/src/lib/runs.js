/** What the actions have been called with, in order. */
export const runs = [];
