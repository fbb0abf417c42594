/** The markup of Page.svelte for the candidates whose server writes HTML. */
import { FIELDS, OTHERS } from './fields.js';

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** @typedef {ReturnType<typeof import('./register.js').register>} Failure */

/** @param {string} field @param {Failure} failure */
const control = (field, failure) => {
	const error = failure?.errors[field];
	const value = escape(failure?.values[field] ?? '');
	const described = error ? ` aria-invalid="true" aria-describedby="${field}-error"` : '';
	const message = error ? `<span class="error" id="${field}-error">${escape(error)}</span>` : '';
	return `<p><label for="${field}">${field}</label><input id="${field}" name="${field}" value="${value}"${described}>${message}</p>`;
};

/** @param {Failure} failure @param {string} attributes the candidate's own */
export const form = (failure, attributes) =>
	`<form id="register" method="POST" action="?/register"${attributes}><input type="hidden" name="turn">${FIELDS.map((field) => control(field, failure)).join('')}<button>Register</button></form>`;

/** @param {{ latest: { name: string, turn: string }[] }} data @param {string} attributes */
export const list = ({ latest }, attributes) =>
	`<ul id="latest"${attributes}>${latest.map(({ name, turn }) => `<li>${escape(name)} (${escape(turn)})</li>`).join('')}</ul>`;

const other =
	'<form class="other" method="POST" action="?/register"><input name="name"><button>Send</button></form>';

/** @param {{ head: string, main: string, path: string }} parts */
export const page = ({ head, main, path }) =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Register</title><link rel="icon" href="data:,">${head}</head><body><main><h1>Register</h1>${main}${path === '/forms' ? other.repeat(OTHERS) : ''}</main></body></html>`;
