// src/routes/[run]/page/+page.server.js
/** Never run: the recorder answers the submissions. */
var actions = { default: () => {} };
export { actions };
