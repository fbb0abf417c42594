export { actions, load } from '../+page.server.js';
