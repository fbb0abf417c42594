import { form, list, page } from '../shared/html.js';
import { readForm, send } from '../shared/http.js';
import { load, register } from '../shared/register.js';

export const files = new URL('build/', import.meta.url);

/** Failures are shown, too; and what has been swapped in is enhanced at once. */
const config = { responseHandling: [{ code: '...', swap: true }], defaultSettleDelay: 0 };
const head = `<meta name="htmx-config" content='${JSON.stringify(config)}'><script src="/client.js" defer></script>`;
const attributes = ' hx-post="?/register" hx-target="this" hx-swap="outerHTML"';

/** The form replaces itself; a success brings the list along, out of band. @type {import('node:http').RequestListener} */
export const handler = async (request, response) => {
	const { pathname: path } = new URL(request.url, 'http://localhost');
	if (request.method === 'POST') {
		const failure = register(await readForm(request));
		const fresh = failure ? '' : list(load(), ' hx-swap-oob="true"');
		return send(response, failure ? 422 : 200, 'text/html', form(failure, attributes) + fresh);
	}
	send(
		response,
		200,
		'text/html',
		page({ head, main: form(null, attributes) + list(load(), ''), path })
	);
};
