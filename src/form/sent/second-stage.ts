/**
 * Everything that a form needs only once it is submitted. A page loads it when it is idle, or when someone
 * turns to the form; a form whose second stage cannot be loaded is the browser's.
 */
export { applyTo } from '../../apply/apply-action.ts';
export { runSubmission } from './run-submission.ts';
