// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { stateOf } from '../../../src/form/native-form.ts';
import { resetUnedited } from '../../../src/form/sent/reset.ts';
import { native, option } from '../../../src/dom/native.ts';
import { find, render } from '../dom.ts';

const CONTROLS = `<form id="f">
	<input name="text" value="start">
	<input name="check" type="checkbox" checked>
	<input name="radio" type="radio" value="a" checked>
	<input name="radio" type="radio" value="b">
	<textarea name="area">start</textarea>
	<select name="one"><option value="1" selected></option><option value="2"></option></select>
	<select name="many" multiple><option value="1" selected></option><option value="2"></option></select>
</form>
<input name="outside" form="f" value="start">`;

const control = <Type extends Element = HTMLInputElement>(name: string): Type =>
	find<Type>(`[name="${name}"]`);

describe('stateOf', () => {
	it('knows every control of the form, also those outside of it', () => {
		const names = [...stateOf(render(CONTROLS)).keys()].map(
			(each) => (each as HTMLInputElement).name
		);
		expect(names.sort()).toEqual([
			'area',
			'check',
			'many',
			'one',
			'outside',
			'radio',
			'radio',
			'text'
		]);
	});

	it.each<[name: string, edit: () => unknown]>([
		['text', () => (control('text').value = 'typed')],
		['check', () => (control('check').checked = false)],
		[
			'radio',
			() => (document.querySelectorAll<HTMLInputElement>('[type=radio]')[1]!.checked = true)
		],
		['area', () => (control<HTMLTextAreaElement>('area').value = 'typed')],
		['one', () => (control<HTMLSelectElement>('one').value = '2')],
		[
			'many',
			() =>
				Object.defineProperty(control('many'), 'selectedOptions', {
					value: [{ value: '1' }, { value: '2' }]
				})
		],
		['outside', () => (control('outside').value = 'typed')]
	])('changes when %s does', (name, edit) => {
		const form = render(CONTROLS);
		const before = stateOf(form);
		expect(stateOf(form)).toEqual(before);
		edit();
		const after = stateOf(form);
		const changed = [...after].filter(([element, state]) => before.get(element) !== state);
		expect(new Set(changed.map(([element]) => element.getAttribute('name')))).toEqual(
			new Set([name])
		);
	});

	it('tells files of the same number apart', () => {
		const form = render('<form><input type="file" name="up"></form>');
		const input = control('up');
		const choose = (file: File) =>
			Object.defineProperty(input, 'files', { value: [file], configurable: true });
		choose(new File(['1'], 'a.txt', { lastModified: 1 }));
		const first = stateOf(form).get(input);
		choose(new File(['2'], 'b.txt', { lastModified: 1 }));
		expect(stateOf(form).get(input)).not.toBe(first);
		choose(new File(['1'], 'a.txt', { lastModified: 2 }));
		expect(stateOf(form).get(input)).not.toBe(first);
	});
});

describe('resetUnedited', () => {
	it('brings every control back to its default that is as it was when it was sent', async () => {
		const form = render(CONTROLS);
		control('text').value = 'sent';
		control('check').checked = false;
		control<HTMLTextAreaElement>('area').value = 'sent';
		control<HTMLSelectElement>('one').value = '2';
		await resetUnedited(form, stateOf(form));
		expect(control('text').value).toBe('start');
		expect(control('check').checked).toBe(true);
		expect(control<HTMLTextAreaElement>('area').value).toBe('start');
		expect(control<HTMLSelectElement>('one').value).toBe('1');
	});

	// Whether a browser then leaves them alone is for the browser tests: happy-dom does not.
	it('takes what was typed or came since out of the form, for the time of the reset', async () => {
		const form = render(CONTROLS);
		const submitted = stateOf(form);
		control('text').value = 'typed';
		form.insertAdjacentHTML('beforeend', '<input name="new">');
		let apart: string[] = [];
		form.addEventListener('reset', () => {
			apart = [...document.querySelectorAll('[form^="softpost-"]')].map((each) =>
				each.getAttribute('name')!
			);
		});
		await resetUnedited(form, submitted);
		expect(apart).toEqual(['text', 'new']);
	});

	it('leaves neither an attribute nor a form behind', async () => {
		const form = render(CONTROLS);
		const submitted = stateOf(form);
		control('text').value = 'typed';
		control('outside').value = 'typed';
		await resetUnedited(form, submitted);
		expect([...document.forms]).toEqual([form]);
		expect(control('text').hasAttribute('form')).toBe(false);
		expect(control('outside').getAttribute('form')).toBe('f');
	});

	it('leaves what was typed alone also in a form that is in no document, and in its place', async () => {
		const form = render(CONTROLS);
		const submitted = stateOf(form);
		control('text').value = 'typed';
		const text = control('text');
		const order = [...form.elements];
		form.remove();
		await resetUnedited(form, submitted);
		expect(text.value).toBe('typed');
		expect([...form.querySelectorAll('input, textarea, select')]).toEqual(
			order.filter((each) => form.contains(each))
		);
	});

	it("fires the form's reset event once", async () => {
		const form = render(CONTROLS);
		const onReset = vi.fn();
		form.addEventListener('reset', onReset);
		await resetUnedited(form, stateOf(form));
		expect(onReset).toHaveBeenCalledOnce();
	});

	it('resets a form whose fields are named like its own methods', async () => {
		const form = render(
			'<form><input name="reset" value="start"><input name="elements" value="start"></form>'
		);
		for (const name of ['reset', 'elements'])
			Object.defineProperty(form, name, { value: control(name) });
		control('reset').value = 'sent';
		await resetUnedited(form, stateOf(form));
		expect(control('reset').value).toBe('start');
	});
});

describe('native', () => {
	it('reads past a field that shadows the property, and binds methods', () => {
		const form = render('<form method="post" id="f"></form>');
		for (const key of ['method', 'id', 'closest']) {
			Object.defineProperty(form, key, { value: 'shadow', configurable: true });
		}
		expect(native(form, 'method')).toBe('post');
		const closest = native(form, 'closest');
		expect(closest('form')).toBe(form);
	});
});

describe('option', () => {
	it.each<[markup: string, on: boolean]>([
		['<i id="x"></i>', false],
		['<i id="x" data-sveltekit-noscroll></i>', true],
		['<i id="x" data-sveltekit-noscroll="true"></i>', true],
		['<i id="x" data-sveltekit-noscroll="off"></i>', false],
		['<i id="x" data-sveltekit-noscroll="false"></i>', false],
		['<i id="x" data-sveltekit-reload></i>', false],
		['<b data-sveltekit-noscroll><i id="x"></i></b>', true],
		['<b data-sveltekit-noscroll><i id="x" data-sveltekit-noscroll="off"></i></b>', false],
		['<b data-sveltekit-noscroll="off"><u data-sveltekit-noscroll><i id="x"></i></u></b>', true]
	])('of %s: %s', (markup, on) => {
		render(markup);
		expect(option(find('#x'), 'noscroll')).toBe(on);
	});

	it('is off for no element', () => {
		expect(option(null, 'noscroll')).toBe(false);
	});
});
