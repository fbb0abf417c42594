/**
 * What one would write by hand: no error handling, no order, no focus, no files.
 *
 * @param {(result: object) => void} apply
 */
export const createEnhance = (apply) => (/** @type {HTMLFormElement} */ form) => {
	/** @param {SubmitEvent} event */
	const submit = async (event) => {
		event.preventDefault();
		const body = new URLSearchParams(/** @type {any} */ (new FormData(form, event.submitter)));
		const headers = { accept: 'application/json' };
		const response = await fetch(form.action, { method: 'POST', body, headers });
		const result = await response.json();
		apply(result);
		if (result.type === 'success') form.reset();
	};
	form.addEventListener('submit', submit);
	return { destroy: () => form.removeEventListener('submit', submit) };
};
