// @vitest-environment happy-dom
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import '../../../src/document/documents.ts';
import '../../../src/fields/live/live.ts';
import '../../../src/form/sent/second-stage.ts';
import { createForms, type EnhanceOptions } from '../../../src/index.ts';
import { find, render, submit, tasks } from '../dom.ts';

const failureOf = (issues: Record<string, string>): object => ({
	type: 'failure',
	status: 422,
	data: {
		values: {},
		issues: Object.entries(issues).map(([name, message]) => ({ name, message }))
	}
});

/** A page without a framework, whose server gives these answers one after another. */
const begin = (markup: string, answers: object[], options: EnhanceOptions = {}) => {
	const fetch = vi.fn(
		async () =>
			new Response(JSON.stringify(answers.shift()), {
				headers: { 'content-type': 'application/json' }
			})
	);
	const forms = createForms({ fetch });
	const form = render<HTMLFormElement>(`<main>${markup}</main>`).querySelector('form')!;
	return { form, fetch, ...forms.enhance(form, options) };
};

const describedBy = (name: string): string[] =>
	(find(`[name="${name}"]`).getAttribute('aria-describedby') ?? '')
		.split(' ')
		.filter(Boolean)
		.map((id) => document.getElementById(id)?.textContent ?? `no ${id}`);

const form = (fields: string): string =>
	`<form method="POST" action="/api/contact" id="f">${fields}<button>Send</button></form>`;

const success = { type: 'success', status: 204 };

beforeEach(() => vi.restoreAllMocks());

describe('without a framework, a failure', () => {
	it('is put to the controls of its form, also where the action has another URL', async () => {
		const { form: element } = begin(
			form(`<label>A <input name="a" aria-describedby="hint" aria-invalid="false"></label>
				<p id="hint">A hint</p><input name="b">`),
			[failureOf({ a: 'is missing', b: 'is bad' }), failureOf({ b: 'is bad' }), success]
		);
		submit(element);
		await vi.waitFor(() => expect(describedBy('a')).toEqual(['A hint', 'is missing']));
		expect(find('[name=a]').getAttribute('aria-invalid')).toBe('true');
		// Inside of the label it would be part of the name.
		expect(find('label').textContent.trim()).toBe('A');
		expect(document.activeElement).toBe(find('[name=a]'));
		submit(element);
		await vi.waitFor(() => expect(describedBy('a')).toEqual(['A hint']));
		expect(find('[name=a]').getAttribute('aria-invalid')).toBe('false');
		expect(describedBy('b')).toEqual(['is bad']);
		submit(element);
		await vi.waitFor(() => expect(describedBy('b')).toEqual([]));
		expect(find('[name=b]').hasAttribute('aria-invalid')).toBe(false);
		expect(find('[name=b]').hasAttribute('aria-describedby')).toBe(false);
		expect(document.querySelectorAll('[data-issue]')).toHaveLength(0);
	});

	it('is put where the page has a place for it, in this form and not in another', async () => {
		render(`<main><form><p data-issues-for="a" id="others"></p></form>
			<div data-issues-summary hidden></div>
			${form('<p data-issues-for="a" id="own"></p><input name="a"><input name="tags[]"><input name="tags[]">')}</main>`);
		const own = find<HTMLFormElement>('#f');
		const forms = createForms({
			fetch: async () =>
				new Response(
					JSON.stringify(failureOf({ a: 'one', tags: 'two', '': 'three', gone: 'four' })),
					{
						headers: { 'content-type': 'application/json' }
					}
				)
		});
		forms.enhance(own);
		submit(own);
		await vi.waitFor(() => expect(find('#own').textContent).toBe('one'));
		expect(find('#others').textContent).toBe('');
		expect(find('[data-issues-summary]').hidden).toBe(false);
		const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-issues-summary] a')];
		expect(links.map(({ textContent }) => textContent)).toEqual(['one', 'two', 'three', 'four']);
		for (const { hash } of links)
			expect(document.getElementById(decodeURIComponent(hash.slice(1))), hash).toBeTruthy();
		expect(links[0]!.hash).toBe(`#${find('[name=a]').id}`);
		expect(document.querySelectorAll('[name="tags[]"][aria-invalid=true]')).toHaveLength(2);
		// What belongs to no control can be read at the form all the same.
		expect(find('#f [data-softpost-error]').textContent).toBe('threefour');
	});

	it('describes the control of its own form where another one has a field of the same name', async () => {
		const failures = [
			failureOf({ email: 'is unknown', '': 'Not logged in' }),
			failureOf({ email: 'is taken', '': 'Not registered' })
		];
		const fields =
			'<div data-softpost-error></div><input name="email"><ul data-issues-summary></ul><button>Send</button>';
		const { form: first } = begin(
			`<form method="POST" action="/in">${fields}</form><form method="POST" action="/up">${fields}</form>`,
			failures
		);
		const second = document.querySelectorAll('form')[1]!;
		const shown = (form: Element): (string | undefined)[] =>
			[
				form.querySelector('input')!.getAttribute('aria-describedby')!,
				...[...form.querySelectorAll('li a')].map((link) => link.getAttribute('href')!.slice(1))
			]
				.map((id) => document.getElementById(id))
				.map((target) => {
					expect(target!.closest('form')).toBe(form);
					return target!.textContent || target!.localName;
				});
		submit(first);
		await vi.waitFor(() => expect(first.querySelector('li')).not.toBeNull());
		createForms({
			fetch: async () =>
				new Response(JSON.stringify(failures.shift()), {
					headers: { 'content-type': 'application/json' }
				})
		}).enhance(second);
		submit(second);
		await vi.waitFor(() => expect(second.querySelector('li')).not.toBeNull());
		expect(shown(first)).toEqual(['is unknown', 'input', 'Not logged in']);
		expect(shown(second)).toEqual(['is taken', 'input', 'Not registered']);
	});

	it('leaves the form as it was when the issues are gone', async () => {
		const { form: element } = begin(
			form(`<ul data-issues-summary hidden></ul><input name="a"><input name="b" id="own">`),
			[failureOf({ a: 'one', b: 'two' }), success]
		);
		submit(element);
		await vi.waitFor(() => expect(describedBy('a')).toEqual(['one']));
		expect(find('[name=a]').id).not.toBe('');
		submit(element);
		await vi.waitFor(() => expect(describedBy('a')).toEqual([]));
		expect(find('[name=a]').outerHTML).toBe('<input name="a">');
		expect(find('[name=b]').outerHTML).toBe('<input name="b" id="own">');
		expect(find('[data-issues-summary]').outerHTML).toBe(
			'<ul data-issues-summary="" hidden=""></ul>'
		);
	});

	it('goes field by field with a schema, and as a whole when the form is given back', async () => {
		const schema = v.object({
			a: v.pipe(v.string(), v.nonEmpty('is missing')),
			b: v.pipe(v.string(), v.nonEmpty('is missing'))
		});
		const {
			form: element,
			fetch,
			destroy
		} = begin(form('<input name="a"><input name="b">'), [], { schema });
		submit(element);
		await vi.waitFor(() => expect(describedBy('b')).toEqual(['is missing']));
		expect(fetch).not.toHaveBeenCalled();
		const a = find<HTMLInputElement>('[name=a]');
		a.value = 'x';
		a.dispatchEvent(new Event('input', { bubbles: true }));
		await vi.waitFor(() => expect(describedBy('a')).toEqual([]));
		expect(describedBy('b')).toEqual(['is missing']);
		destroy();
		expect(
			document.querySelectorAll('[data-issue],[aria-invalid],[aria-describedby]')
		).toHaveLength(0);
		await tasks();
	});
});
