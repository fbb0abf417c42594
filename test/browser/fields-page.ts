import type { IncomingMessage } from 'node:http';
import { readFile } from 'node:fs/promises';
import { stringify } from 'devalue';
import { validate } from '../../src/server.ts';
import { forms } from './fixtures/fields/lib/forms.js';
import { serve, type Site } from './serve.ts';

type Control = [type: string, name: string, values?: any];

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

const controlOf = ([type, name, values]: Control): string => {
	const own = `name="${escape(name)}"`;
	if (type === 'hidden') return `<input type="hidden" ${own} value="${values}">`;
	if (type === 'radio' || type === 'checkbox')
		return `<fieldset><legend>${name}</legend>${values
			.map(
				(value: string) => `<label><input type="${type}" ${own} value="${value}">${value}</label>`
			)
			.join('')}</fieldset>`;
	if (type === 'textarea') return `<label>${name}<textarea ${own}></textarea></label>`;
	if (type === 'select') {
		const options = values.map((value: string) => `<option>${value}</option>`).join('');
		return `<label>${name}<select ${own} ${name.endsWith('[]') ? 'multiple' : ''}>${options}</select></label>`;
	}
	if (type === 'details')
		return `<details><summary>More</summary>${controlOf(['text', name])}</details>`;
	if (type === 'outside') return `<label>${name}<input ${own} form="form"></label>`;
	const file = type === 'files' ? 'type="file" multiple' : `type="${type}"`;
	return `<label>${name}<input ${file} ${own}></label>`;
};

const isOutside = ([type]: Control): boolean => type === 'outside';

const pageOf = (name: string): string => {
	const { controls } = forms[name]!;
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,"></head>
	<body><main><h1>${name}</h1><div data-issues-summary hidden></div><p data-issues-for=""></p>${controls.filter(isOutside).map(controlOf).join('')}
	<form method="POST" id="form" enctype="multipart/form-data">${controls
		.filter((control) => !isOutside(control))
		.map((control) => `<div>${controlOf(control)}</div>`)
		.join('')}<button>Send</button></form></main>
	<script type="module">
		import { enhance } from '/dist/softpost.min.js';
		enhance(document.querySelector('form'));
		document.documentElement.dataset.started = '';
	</script></body></html>`;
};

const formDataOf = (request: IncomingMessage): Promise<FormData> =>
	new Response(request as never, {
		headers: { 'content-type': request.headers['content-type']! }
	}).formData();

/** A server that answers the forms of the table with JSON, to pages that have nothing but `dist/softpost.min.js`. */
export const servePlainForms = (): Promise<Site> =>
	serve(async (request, response) => {
		const path = decodeURIComponent(request.url!.slice(1));
		if (path.startsWith('dist/')) {
			response.setHeader('content-type', 'text/javascript').end(await readFile(path));
		} else if (request.method === 'GET') {
			response.setHeader('content-type', 'text/html').end(pageOf(path));
		} else {
			const { failure } = await validate(forms[path]!.schema, await formDataOf(request));
			const result = failure
				? { type: 'failure', status: failure.status, data: stringify(failure.data) }
				: { type: 'success', status: 204 };
			response.writeHead(failure?.status ?? 200, { 'content-type': 'application/json' });
			response.end(JSON.stringify(result));
		}
	});

/** Fills in a form as a user would have: in the page. */
export const fillIn = (fill: Record<string, string | string[]>): void => {
	const form = document.querySelector<HTMLFormElement>('#form')!;
	for (const [name, value] of Object.entries(fill))
		for (const control of [...form.elements] as (HTMLInputElement &
			Pick<HTMLSelectElement, 'options' | 'selectedOptions'>)[]) {
			if (control.name !== name) continue;
			const values = [value].flat();
			if (control.type === 'file') {
				const files = new DataTransfer();
				for (const file of values) files.items.add(new File(['contents'], file));
				control.files = files.files;
			} else if (/radio|checkbox/.test(control.type))
				control.checked = values.includes(control.value);
			else if (control.multiple)
				for (const option of control.options) option.selected = values.includes(option.value);
			else control.value = values[0]!;
		}
};

/** What a user has of a form that has failed. */
export interface Shown {
	/** The fields that are wrong, with what describes each of their controls. */
	wrong: Record<string, string[]>;
	/** The controls that are marked as invalid. */
	invalid: string[];
	/** What is filled in, but for what no page can repeat. */
	values: [name: string, value: unknown][];
	/** The texts of the summary. */
	summary: string[];
	/** What is wrong with the form as a whole. */
	whole: string[];
	focus: string;
}

/** Reads that in the page. */
export const readShown = (): Shown => {
	const form = document.querySelector<HTMLFormElement>('#form')!;
	const controls = (
		[...form.elements] as (HTMLInputElement &
			Pick<HTMLSelectElement, 'options' | 'selectedOptions'>)[]
	).filter(({ name, type }) => name && type !== 'hidden');
	const textsOf = (control: Element): string[] =>
		(control.getAttribute('aria-describedby') ?? '')
			.split(' ')
			.filter(Boolean)
			.map((id) => document.getElementById(id)?.textContent ?? `nothing has the id ${id}`);
	const wrong: Record<string, string[]> = {};
	for (const control of controls) {
		const texts = textsOf(control);
		const known = wrong[control.name];
		if (known && known.join() !== texts.join()) texts.push('but not on all of its buttons');
		if (texts.length) wrong[control.name] = texts;
	}
	const valueOf = (control: (typeof controls)[number]): unknown =>
		/radio|checkbox/.test(control.type)
			? [control.value, control.checked]
			: control.selectedOptions
				? Array.from(control.selectedOptions, ({ value }) => value)
				: control.value;
	const described = new Set(
		controls.flatMap((control) => (control.getAttribute('aria-describedby') ?? '').split(' '))
	);
	return {
		wrong,
		invalid: [
			...new Set(
				controls
					.filter((control) => control.getAttribute('aria-invalid') === 'true')
					.map(({ name }) => name)
			)
		],
		values: controls
			.filter(({ type }) => !/file|password/.test(type))
			.map((control) => [control.name, valueOf(control)]),
		summary: Array.from(
			document.querySelectorAll('#summary a, [data-issues-summary] a'),
			({ textContent }) => textContent
		),
		whole: Array.from(document.querySelectorAll('[id*="-issue-"]'))
			.filter(({ id }) => !described.has(id))
			.map(({ textContent }) => textContent),
		focus: (document.activeElement as HTMLInputElement).name ?? document.activeElement!.tagName
	};
};
