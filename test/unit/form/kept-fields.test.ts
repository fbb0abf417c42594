// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFieldKeeper } from '../../../src/form/kept-fields.ts';
import type { FieldKeeper } from '../../../src/navigation/host.ts';
import { find, render } from '../dom.ts';

const HERE = new URL('https://app.example/notes?page=1');
let keeper: FieldKeeper;

beforeEach(() => {
	keeper = createFieldKeeper(() => HERE);
});

afterEach(() => {
	keeper.destroy();
	document.body.innerHTML = '';
});

/** Edits a control like a user. */
const edit = (selector: string, change: (control: HTMLInputElement) => void): void => {
	const control = find<HTMLInputElement>(selector);
	change(control);
	control.dispatchEvent(new Event('input', { bubbles: true }));
};

const type = (selector: string, value: string): void =>
	edit(selector, (control) => (control.value = value));

const value = (selector: string): string => find<HTMLInputElement>(selector).value;

/** Replaces a page with a boundary, and shows another page of the URL afterwards. */
const failAndReturn = (markup: string, back = HERE): void => {
	keeper.keep();
	render('<h1>Internal Error</h1>');
	keeper.restore(new URL('https://app.example/elsewhere'));
	render(markup);
	keeper.restore(back);
};

const NOTE =
	'<form id="note"><input name="title" value="old"><textarea name="text"></textarea></form>';

describe('what a user has filled in', () => {
	it('is there again when the page is', () => {
		render(NOTE);
		type('input', 'mine');
		type('textarea', 'long text');
		failAndReturn(NOTE);
		expect([value('input'), value('textarea')]).toEqual(['mine', 'long text']);
	});

	it('fires events, because bindings depend on them', () => {
		render(NOTE);
		type('input', 'mine');
		const heard: string[] = [];
		const listen = ({ type, target }: Event): void =>
			void heard.push(`${type} ${(target as HTMLInputElement).name}`);
		document.body.addEventListener('input', listen);
		document.body.addEventListener('change', listen);
		failAndReturn(NOTE);
		document.body.removeEventListener('input', listen);
		document.body.removeEventListener('change', listen);
		expect(heard).toEqual(['input title', 'change title']);
	});

	it('does not include unedited controls: the page may have newer values', () => {
		render(NOTE);
		type('textarea', 'mine');
		failAndReturn(NOTE.replace('old', 'new'));
		expect([value('input'), value('textarea')]).toEqual(['new', 'mine']);
	});

	it('does not include edits that a reset has undone', () => {
		render(NOTE);
		type('textarea', 'sent');
		const form = find<HTMLFormElement>('form');
		keeper.keep();
		render('<h1>Internal Error</h1>');
		form.reset();
		render(NOTE);
		keeper.restore(HERE);
		expect(value('textarea')).toBe('');
	});

	it('is chosen again: options, boxes, radio buttons', () => {
		const page = `<form>
			<select name="one"><option>a<option>b</select>
			<select name="many" multiple><option>a<option>b<option>c</select>
			<input type="checkbox" name="box" value="1"><input type="checkbox" name="box" value="2" checked>
			<input type="radio" name="radio" value="1" checked><input type="radio" name="radio" value="2">
		</form>`;
		render(page);
		edit('[name=one]', (control) => (control.value = 'b'));
		edit('[name=many]', (control) => {
			const { options } = control as unknown as HTMLSelectElement;
			options[0]!.selected = options[2]!.selected = true;
		});
		edit('[value="2"][type=checkbox]', (control) => (control.checked = false));
		edit('[value="2"][type=radio]', (control) => (control.checked = true));
		failAndReturn(page);
		expect(value('[name=one]')).toBe('b');
		const { selectedOptions } = find<HTMLSelectElement>('[name=many]');
		expect(Array.from(selectedOptions, ({ value }) => value)).toEqual(['a', 'c']);
		expect(find<HTMLInputElement>('[value="2"][type=checkbox]').checked).toBe(false);
		expect(find<HTMLInputElement>('[value="2"][type=radio]').checked).toBe(true);
	});

	it('is chosen again: files', () => {
		const page = '<form><input type="file" name="file"><input type="file" name="none"></form>';
		render(page);
		const files = [new File(['x'], 'x.txt')] as unknown as FileList;
		edit('[name=file]', (control) => (control.files = files));
		edit('[name=none]', () => {});
		failAndReturn(page);
		expect(find<HTMLInputElement>('[name=file]').files).toBe(files);
		expect(find<HTMLInputElement>('[name=none]').files).toHaveLength(0);
	});

	it('finds its place by kind, names and order among equals', () => {
		const page =
			'<form action="a"><input name="x"><input name="x"></form><form action="b"><input name="x"></form>';
		render(page);
		type('[action=a] input:nth-child(2)', 'second');
		type('[action=b] input', 'of b');
		failAndReturn(
			`<form action="b"><input name="x"></form><form action="a"><input name="x"><input name="x"><input name="y"></form>`
		);
		expect(value('[action=a] input:nth-child(1)')).toBe('');
		expect(value('[action=a] input:nth-child(2)')).toBe('second');
		expect(value('[action=b] input')).toBe('of b');
	});

	it('is left out where the page has no such form or field any more', () => {
		render(`${NOTE}<form id="gone"><input name="x"></form>`);
		type('#gone input', '1');
		type('textarea', 'mine');
		failAndReturn('<form id="note"><input name="title"></form>');
		expect(value('input')).toBe('');
	});

	it('survives a second error, which finds the boundary of the first', () => {
		render(NOTE);
		type('input', 'mine');
		keeper.keep();
		render('<h1>Internal Error</h1>');
		failAndReturn(NOTE);
		expect(value('input')).toBe('mine');
	});

	it('is restored once, and to its page alone', () => {
		render(NOTE);
		type('input', 'mine');
		keeper.keep();
		render(NOTE);
		keeper.restore(new URL('?page=2', HERE));
		expect(value('input')).toBe('old');
		keeper.restore(new URL('#part', HERE));
		expect(value('input')).toBe('mine');
		render(NOTE);
		keeper.restore(HERE);
		expect(value('input')).toBe('old');
	});

	it('stays where it is in a form that an error did not replace', () => {
		render(NOTE);
		type('input', 'mine');
		keeper.keep();
		type('input', 'mine, and more');
		keeper.restore(HERE);
		expect(value('input')).toBe('mine, and more');
	});

	it('stays in its row when the rows move to the forms of others', () => {
		const row = (id: number): string =>
			`<form><input type="hidden" name="id" value="${id}"><input name="name" value="row ${id}"></form>`;
		render([1, 2, 3].map(row).join(''));
		const [first, second, third] = [...document.forms];
		second!.querySelector<HTMLInputElement>('[name=name]')!.id = 'edited';
		type('#edited', 'mine');
		keeper.keep();
		// As a framework shows rows without keys when the first is removed.
		[first!, second!].forEach((form, index) => {
			form.querySelector<HTMLInputElement>('[name=id]')!.value = `${index + 2}`;
			form.querySelector<HTMLInputElement>('[name=name]')!.value = `row ${index + 2}`;
		});
		third!.remove();
		keeper.restore(HERE);
		expect([...document.forms].map((form) => [...new FormData(form).values()])).toEqual([
			['2', 'row 2'],
			['3', 'row 3']
		]);
	});

	it('is ignored after the keeper has ended', () => {
		render(NOTE);
		keeper.destroy();
		type('input', 'mine');
		failAndReturn(NOTE);
		expect(value('input')).toBe('old');
	});
});
