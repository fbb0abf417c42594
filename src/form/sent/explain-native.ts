import { isLocal } from './is-local.ts';

const explained = /* @__PURE__ */ new WeakSet<HTMLFormElement>();

/** Logs why a form is not enhanced: once per form, and only on a developer's own machine. */
export const explainNative = (form: HTMLFormElement, why: string): void => {
	if (explained.has(form) || !isLocal()) return;
	explained.add(form);
	console.debug(`softpost leaves a form to the browser (${why})`, form);
};
