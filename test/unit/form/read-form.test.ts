// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
	readForm,
	submitterOf,
	whyNative,
	type FormRequest,
	type NativeReason
} from '../../../src/form/read-form.ts';
import { find, render } from '../dom.ts';

const { origin } = location;

/** The request of a form; `null` where it is the browser's. */
const readSubmission = (...of: Parameters<typeof whyNative>): FormRequest | null => {
	const [form, submitter] = of;
	const read = whyNative(...of) ?? readForm(form, submitter);
	return typeof read === 'string' ? null : read;
};

afterEach(() => {
	vi.unstubAllGlobals();
	document.head.innerHTML = '';
	document.body.innerHTML = '';
});

/** What a form with one button asks for, as `action enctype`; `null` when the browser gets it. */
const read = (form: string, button: string | null = null, method: 'get' | 'post' = 'post') => {
	render(`<form ${form}>${button === null ? '' : `<button ${button}></button>`}</form>`);
	return readSubmission(find<HTMLFormElement>('form'), document.querySelector('button'), method);
};

describe('the method', () => {
	it.each<[form: string, button: string | null, post: boolean, get: boolean]>([
		['method="post"', null, true, false],
		['method="POST"', null, true, false],
		['method="pOsT"', '', true, false],
		['', null, false, true],
		['method=""', null, false, true],
		['method="get"', null, false, true],
		['method="GET"', null, false, true],
		['method="dialog"', null, false, false],
		['method="Dialog"', null, false, false],
		['method="put"', null, false, true],
		['method=" post"', null, false, true],
		['method="post"', 'formmethod="get"', false, true],
		['method="post"', 'formmethod="dialog"', false, false],
		['method="post"', 'formmethod=""', false, true],
		['method="post"', 'formmethod="put"', false, true],
		['method="get"', 'formmethod="post"', true, false],
		['method="dialog"', 'formmethod="POST"', true, false],
		['', 'formmethod="post"', true, false]
	])('<form %s> with <button %s>: POST %s, GET %s', (form, button, post, get) => {
		expect(!!read(form, button, 'post')).toBe(post);
		expect(!!read(form, button, 'get')).toBe(get);
	});
});

describe('the action', () => {
	it.each<[action: string | null, formaction: string | null, path: string | null]>([
		[null, null, '/'],
		['', null, '/'],
		['/login', null, '/login'],
		['?/register', null, '/?/register'],
		['?/a b', null, '/?/a%20b'],
		['/login#top', null, '/login#top'],
		[`${origin}/x`, null, '/x'],
		['/login', '/other', '/other'],
		['/login', '?/named', '/?/named'],
		['/login', '', '/'],
		['https://evil.example/', '/ours', '/ours'],
		['/ours', 'https://evil.example/', null],
		['https://evil.example/', null, null],
		['//evil.example/', null, null],
		['https://localhost:3000/', null, null],
		['javascript:alert(1)', null, null],
		['data:text/html,x', null, null],
		['mailto:a@b.example', null, null],
		['http://[', null, null],
		['http://', null, null]
	])('"%s" with formaction "%s" is %s', (action, formaction, path) => {
		const submission = read(
			`method="post" ${action === null ? '' : `action="${action}"`}`,
			formaction === null ? '' : `formaction="${formaction}"`
		);
		expect(submission?.action.href ?? null).toBe(path && origin + path);
	});

	it('is left to the browser with a name or password in it, which fetch refuses', () => {
		const { host } = location;
		expect(read(`method="post" action="http://user:secret@${host}/"`)).toBeNull();
		expect(read(`method="post" action="http://user@${host}/"`)).toBeNull();
		expect(read(`method="post" action="http://:secret@${host}/"`)).toBeNull();
	});

	it('is relative to the base URL', () => {
		document.head.innerHTML = '<base href="/app/deep/">';
		expect(read('method="post" action="save"')?.action.pathname).toBe('/app/deep/save');
	});

	it("is the document's URL where it is empty, not the base URL", () => {
		document.head.innerHTML = '<base href="/app/deep/">';
		expect(read('method="post" action=""')?.action.href).toBe(location.href);
		expect(read('method="post"')?.action.href).toBe(location.href);
	});
});

describe('the enctype', () => {
	const urlencoded = 'application/x-www-form-urlencoded';
	it.each<[form: string, button: string | null, enctype: string]>([
		['', null, urlencoded],
		['enctype=""', null, urlencoded],
		['enctype="application/json"', null, urlencoded],
		['enctype="multipart/form-data"', null, 'multipart/form-data'],
		['enctype="Multipart/Form-Data"', null, 'multipart/form-data'],
		['enctype="text/plain"', null, 'text/plain'],
		['', 'formenctype="multipart/form-data"', 'multipart/form-data'],
		['enctype="multipart/form-data"', 'formenctype="text/plain"', 'text/plain'],
		['enctype="multipart/form-data"', 'formenctype=""', urlencoded],
		['enctype="multipart/form-data"', 'formenctype="nonsense"', urlencoded],
		['enctype="multipart/form-data"', '', 'multipart/form-data']
	])('<form %s> with <button %s> is %s', (form, button, enctype) => {
		expect(read(`method="post" ${form}`, button)?.enctype).toBe(enctype);
	});
});

describe('the target', () => {
	it.each<[target: string | null, formtarget: string | null, ours: boolean]>([
		[null, null, true],
		['', null, true],
		['_self', null, true],
		['_SELF', null, true],
		['_top', null, true],
		['_parent', null, true],
		['_blank', null, false],
		['_BLANK', null, false],
		['preview', null, false],
		['_blank', '_self', true],
		['_blank', '', true],
		['_self', '_blank', false],
		[null, 'preview', false]
	])('"%s" with formtarget "%s": ours %s', (target, formtarget, ours) => {
		const submission = read(
			`method="post" ${target === null ? '' : `target="${target}"`}`,
			formtarget === null ? '' : `formtarget="${formtarget}"`
		);
		expect(!!submission).toBe(ours);
	});

	it("is the document's where neither form nor submitter has one", () => {
		document.head.innerHTML = '<base href="/"><base target="_blank">';
		expect(read('method="post"')).toBeNull();
		expect(read('method="post" target="_self"')).not.toBeNull();
		expect(read('method="post"', 'formtarget="_self"')).not.toBeNull();
	});

	it("is the browser's where it is empty and the document has one: the engines differ", () => {
		document.head.innerHTML = '<base target="_blank">';
		expect(read('method="post" target=""')).toBeNull();
		expect(read('method="post" target=""', 'formtarget=""')).not.toBeNull();
		document.head.innerHTML = '';
		expect(read('method="post" target=""')).not.toBeNull();
	});

	it('may be the name of the window', () => {
		vi.stubGlobal('name', 'shop');
		expect(read('method="post" target="shop"')).not.toBeNull();
		expect(read('method="post" target="Shop"')).toBeNull();
	});
});

describe('data-sveltekit-reload', () => {
	it.each<[where: string, markup: string, ours: boolean]>([
		['on the form', '<form method="post" data-sveltekit-reload><button></button></form>', false],
		[
			'"true" on the form',
			'<form method="post" data-sveltekit-reload="true"><button></button></form>',
			false
		],
		[
			'"off" on the form',
			'<form method="post" data-sveltekit-reload="off"><button></button></form>',
			true
		],
		[
			'"false" on the form',
			'<form method="post" data-sveltekit-reload="false"><button></button></form>',
			true
		],
		[
			'on an ancestor',
			'<main data-sveltekit-reload><form method="post"><button></button></form></main>',
			false
		],
		[
			'on an ancestor, off on the form',
			'<main data-sveltekit-reload><form method="post" data-sveltekit-reload="off"><button></button></form></main>',
			true
		],
		[
			'off on an ancestor, on on the form',
			'<main data-sveltekit-reload="off"><form method="post" data-sveltekit-reload><button></button></form></main>',
			false
		],
		[
			'on the submitter',
			'<form method="post"><button data-sveltekit-reload></button></form>',
			false
		],
		[
			'"off" on the submitter',
			'<form method="post"><button data-sveltekit-reload="off"></button></form>',
			true
		],
		[
			'on what is around a submitter outside of the form',
			'<form method="post" id="f"></form><p data-sveltekit-reload><button form="f"></button></p>',
			false
		]
	])('%s: ours $2', (_, markup, ours) => {
		render(markup);
		const submission = readSubmission(find('form'), find('button'), 'post');
		expect(!!submission).toBe(ours);
	});
});

describe("fields with the names of the form's own properties", () => {
	it.each([
		'action',
		'method',
		'enctype',
		'target',
		'closest',
		'ownerDocument',
		'elements',
		'hasAttribute'
	])('%s changes nothing', (name) => {
		render(
			`<form method="post" action="/save" enctype="text/plain"><input name="${name}" id="${name}" value="/evil"></form>`
		);
		const form = find<HTMLFormElement>('form');
		// As a browser has it: the field shadows the property.
		Object.defineProperty(form, name, { value: find('input'), configurable: true });
		expect(readSubmission(form, null, 'post')).toMatchObject({
			action: new URL('/save', origin),
			enctype: 'text/plain'
		});
	});
});

describe('submitterOf', () => {
	const eventOf = (submitter: Element | null | undefined): SubmitEvent =>
		({ submitter }) as unknown as SubmitEvent;

	it('is the button of the event', () => {
		const button = render<HTMLButtonElement>('<button></button>');
		expect(submitterOf(eventOf(button))).toBe(button);
		const input = render<HTMLInputElement>('<input type="submit">');
		expect(submitterOf(eventOf(input))).toBe(input);
	});

	it.each([null, undefined])('is null for %s', (submitter) => {
		expect(submitterOf(eventOf(submitter))).toBeNull();
	});

	it('is null where an environment names the form itself', () => {
		expect(submitterOf(eventOf(render('<form></form>')))).toBeNull();
	});
});

describe('the entries', () => {
	const entriesOf = (form: HTMLFormElement, submitter: HTMLElement | null) => [
		...readSubmission(form, submitter, 'post')!.entries
	];

	it("hold the fields in their order and the submitter's value", () => {
		const form = render(
			'<form method="post"><input name="a" value="1"><input name="b" value="2"><button name="act" value="go"></button></form>'
		);
		expect(entriesOf(form, find('button'))).toEqual([
			['a', '1'],
			['b', '2'],
			['act', 'go']
		]);
		expect(entriesOf(form, null)).toEqual([
			['a', '1'],
			['b', '2']
		]);
	});

	it('leave out a submitter that was taken out of the form during the event', () => {
		const form = render(
			'<form method="post"><input name="a" value="1"><button name="act" value="go"></button></form>'
		);
		const button = find<HTMLButtonElement>('button');
		button.remove();
		expect(entriesOf(form, button)).toEqual([['a', '1']]);
	});
});

/** Where the document's properties are read: a page may shadow those of the document itself. */
const prototype = Object.getPrototypeOf(document) as Document;

describe('forms that only the browser can send', () => {
	const text = (value: string, name = 'a'): string => `<input name="${name}" value="${value}">`;

	const isOurs = (attributes: string, fields: string): boolean => {
		const form = render(`<form method="post" ${attributes}>${fields}</form>`);
		return !!readSubmission(form, null, 'post');
	};

	it.each<[acceptCharset: string, ours: boolean]>([
		['', true],
		[' ', true],
		['utf-8', true],
		['UTF-8', true],
		[' utf8 ', true],
		['windows-1252', false],
		['utf-8 windows-1252', false],
		['nonsense', false]
	])('other text than ASCII with accept-charset="%s": ours %s', (charset, ours) => {
		expect(isOurs(`accept-charset="${charset}"`, text('é'))).toBe(ours);
		expect(isOurs(`accept-charset="${charset}"`, text('~'))).toBe(true);
	});

	it.each<[what: string, attributes: string, fields: string, ours: boolean]>([
		['text that all encodings share', '', text('plain'), true],
		['a value', '', text('é'), false],
		['a name', '', text('1', 'é'), false],
		['the name of the encoding', '', '<input type="hidden" name="_charset_">', false],
		['the action', 'action="?q=é"', '', false]
	])('of a page in another encoding: %s', (_, attributes, fields, ours) => {
		const page = vi.spyOn(prototype, 'characterSet', 'get').mockReturnValue('windows-1252');
		expect(isOurs(attributes, fields)).toBe(ours);
		page.mockRestore();
	});

	it('of a page in another encoding, known before a formdata listener hears of it', () => {
		const page = vi.spyOn(prototype, 'characterSet', 'get').mockReturnValue('windows-1252');
		const built = vi.fn();
		vi.stubGlobal(
			'FormData',
			class extends FormData {
				constructor(form?: HTMLFormElement, submitter?: HTMLElement) {
					super(form, submitter);
					built();
				}
			}
		);
		expect(isOurs('', text('é'))).toBe(false);
		expect(built).not.toHaveBeenCalled();
		page.mockRestore();
	});

	it('of a page in another encoding, what a formdata listener has added', () => {
		const page = vi.spyOn(prototype, 'characterSet', 'get').mockReturnValue('windows-1252');
		vi.stubGlobal(
			'FormData',
			class extends FormData {
				constructor(form?: HTMLFormElement) {
					super(form);
					this.append('added', 'é');
				}
			}
		);
		expect(isOurs('', text('plain'))).toBe(false);
		page.mockRestore();
	});

	it('a form that is not in the document', () => {
		const form = render('<form method="post"></form>');
		form.remove();
		expect(readSubmission(form, null, 'post')).toBeNull();
		new DOMParser().parseFromString('<p>', 'text/html').body.append(form);
		expect(readSubmission(form, null, 'post')).toBeNull();
	});

	it('a form that the reading of its entries took away', () => {
		const form = render('<form method="post"></form>');
		vi.stubGlobal(
			'FormData',
			class extends FormData {
				constructor() {
					super();
					form.remove();
				}
			}
		);
		expect(readSubmission(form, null, 'post')).toBeNull();
	});
});

describe('rel', () => {
	it.each<[rel: string, policy: ReferrerPolicy]>([
		['noreferrer', 'no-referrer'],
		['noopener NoReferrer', 'no-referrer'],
		['noreferrers', ''],
		['', '']
	])('"%s" asks for the referrer policy "%s"', (rel, policy) => {
		expect(read(`method="post" rel="${rel}"`)?.referrerPolicy).toBe(policy);
	});
});

describe("the reason why a form is the browser's", () => {
	it.each<[why: NativeReason | null, markup: string]>([
		[null, '<form method="post"><button></button></form>'],
		['method', '<form method="get"><button></button></form>'],
		['method', '<form method="post"><button formmethod="dialog"></button></form>'],
		['action', '<form method="post" action="http://["><button></button></form>'],
		['origin', '<form method="post" action="https://else.example/"><button></button></form>'],
		['origin', '<form method="post"><button formaction="mailto:a@b.example"></button></form>'],
		['credentials', '<form method="post" action="//a:b@localhost:3000/"><button></button></form>'],
		['target', '<form method="post" target="_blank"><button></button></form>'],
		['target', '<form method="post"><button formtarget="preview"></button></form>'],
		['reload', '<form method="post" data-sveltekit-reload><button></button></form>'],
		['reload', '<form method="post"><button data-sveltekit-reload></button></form>'],
		[
			'encoding',
			'<form method="post" accept-charset="latin1"><input value="ä"><button></button></form>'
		]
	])('%s: %s', (why, markup) => {
		render(markup);
		expect(whyNative(find('form'), find('button'), 'post')).toBe(why);
	});

	it('disconnected: a form that is in no document', () => {
		const form = render<HTMLFormElement>('<form method="post"></form>');
		form.remove();
		expect(whyNative(form, null, 'post')).toBe('disconnected');
	});

	it('origin: the document is in a sandboxed frame, whose origin is opaque', () => {
		vi.stubGlobal('origin', 'null');
		expect(whyNative(render('<form method="post"></form>'), null, 'post')).toBe('origin');
	});
});
