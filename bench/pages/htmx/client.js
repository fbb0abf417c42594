import htmx from 'htmx.org';

/** For the other forms of the page: the bench enhances them itself, to measure it. @param {HTMLFormElement} form */
globalThis.enhanceOne = (form) => {
	form.setAttribute('hx-post', '?/register');
	htmx.process(form);
};
