/**
 * Everything that a form needs only once it is submitted. A page loads it when it is idle, or when someone
 * turns to the form; a form whose second stage cannot be loaded is the browser's.
 */
export { applyTo, applyUpdate } from '../../apply/apply-action.ts';
export { exchange } from './exchange.ts';
export { explainError } from './explain-error.ts';
export { noteResult } from './note-result.ts';
export { editedSince, resetUnedited } from './reset.ts';
export { thrownResult } from './thrown-result.ts';
