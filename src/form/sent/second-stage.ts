/**
 * The code that a form needs only when it is submitted. A page loads it when it is idle, or at the user's first
 * interaction. If it cannot be loaded, the browser submits the form.
 */
export { applyTo } from '../../apply/apply-action.ts';
export { prepareForm } from '../../navigation/document-navigator.ts';
export { explainNative } from './explain-native.ts';
export { runSubmission } from './run-submission.ts';
