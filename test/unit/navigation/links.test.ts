// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { interceptGetForms } from '../../../src/form/get-forms.ts';
import { interceptLinks } from '../../../src/navigation/intercept-links.ts';
import { gotoOptions, hasModifier, isOwnTarget } from '../../../src/navigation/links.ts';
import { find, render, submit } from '../dom.ts';

const { origin } = location;
const follow = vi.fn<Parameters<typeof interceptLinks>[0]>();
let undo: () => void;

afterEach(() => {
	undo();
	follow.mockReset();
	document.head.innerHTML = '';
	document.body.innerHTML = '';
	history.replaceState(null, '', '/');
});

/** Clicks, and returns whether the browser would follow. The test prevents it. */
const click = (element: Element, init: MouseEventInit = {}): boolean => {
	const event = new MouseEvent('click', {
		bubbles: true,
		cancelable: true,
		composed: true,
		...init
	});
	let left = true;
	const onWindow = (): void => {
		left = !event.defaultPrevented;
		event.preventDefault();
	};
	addEventListener('click', onWindow, { once: true });
	element.dispatchEvent(event);
	return left;
};

describe('interceptLinks', () => {
	beforeEach(() => {
		undo = interceptLinks(follow);
	});

	it('takes a link of the app', () => {
		expect(click(render('<a href="/blog?q=1#x">Blog</a>'))).toBe(false);
		expect(follow).toHaveBeenCalledExactlyOnceWith(new URL('/blog?q=1#x', origin), {});
	});

	it('takes a click on an element inside a link', () => {
		render('<a href="/blog"><b>Blog</b></a>');
		expect(click(find('b'))).toBe(false);
	});

	it.each([
		'<a href="/x" target="_self">x</a>',
		'<a href="/x" target="_top">x</a>',
		'<a href="/x" data-sveltekit-reload="off">x</a>',
		'<a href="/other#part">x</a>',
		'<a href="?q=1#part">x</a>',
		'<a href="#part" data-sveltekit-replacestate>x</a>'
	])('takes %s', (markup) => {
		expect(click(render(markup))).toBe(false);
		expect(follow).toHaveBeenCalledOnce();
	});

	it.each([
		'<a>x</a>',
		'<button>x</button>',
		'<a href="https://other.example/">x</a>',
		'<a href="mailto:a@b.example">x</a>',
		'<a href="http://[">x</a>',
		'<a href="javascript:void 0">x</a>',
		'<a href="/x" target="_blank">x</a>',
		'<a href="/x" target="frame">x</a>',
		'<a href="/x" download>x</a>',
		'<a href="/x" rel="noopener external">x</a>',
		'<a href="/x" data-sveltekit-reload>x</a>',
		'<a href="#part">x</a>',
		'<a href="#">x</a>',
		'<a href="/#part">x</a>'
	])('leaves %s to the browser', (markup) => {
		expect(click(render(markup))).toBe(true);
		expect(follow).not.toHaveBeenCalled();
	});

	it.each<MouseEventInit>([
		{ ctrlKey: true },
		{ metaKey: true },
		{ shiftKey: true },
		{ altKey: true },
		{ button: 1 }
	])('leaves a click with %j to the browser', (init) => {
		expect(click(render('<a href="/x">x</a>'), init)).toBe(true);
		expect(follow).not.toHaveBeenCalled();
	});

	it('leaves a click alone that was prevented', () => {
		const link = render('<a href="/x">x</a>');
		link.addEventListener('click', (event) => event.preventDefault());
		click(link);
		expect(follow).not.toHaveBeenCalled();
	});

	it("honours the document's target", () => {
		document.head.innerHTML = '<base target="_blank">';
		expect(click(render('<a href="/x">x</a>'))).toBe(true);
		expect(click(render('<a href="/x" target="_self">x</a>'))).toBe(false);
	});

	it('hands on what data-sveltekit-* asks for', () => {
		render(
			'<p data-sveltekit-noscroll><a href="/x" data-sveltekit-replacestate data-sveltekit-keepfocus="off">x</a></p>'
		);
		click(find('a'));
		expect(follow.mock.calls[0]![1]).toEqual({ noScroll: true, replaceState: true });
	});

	it('takes nothing after the undo', () => {
		undo();
		expect(click(render('<a href="/x">x</a>'))).toBe(true);
		expect(follow).not.toHaveBeenCalled();
	});
});

describe('interceptGetForms', () => {
	beforeEach(() => {
		undo = interceptGetForms(follow);
	});

	const go = (markup: string): string | undefined => {
		render(markup);
		const left = submit(find('form'), document.querySelector('button'));
		expect(left).toBe(!follow.mock.calls.length);
		return follow.mock.calls[0]?.[0].href.slice(origin.length);
	};

	it.each<[name: string, markup: string, url: string | undefined]>([
		[
			'entries as the query',
			'<form action="/search"><input name="q" value="a b"></form>',
			'/search?q=a+b'
		],
		[
			'the query of the action is replaced',
			'<form action="/search?old=1#top"><input name="q" value="1"></form>',
			'/search?q=1#top'
		],
		[
			'newlines as a browser sends them',
			'<form action="/s"><textarea name="q">a\nb</textarea></form>',
			'/s?q=a%0D%0Ab'
		],
		[
			'the button',
			'<form action="/s"><button name="by" value="name"></button></form>',
			'/s?by=name'
		],
		[
			"the button's action and method",
			'<form method="post"><button formmethod="get" formaction="/s"></button></form>',
			'/s?'
		],
		['an invalid method is GET', '<form method="put" action="/s"></form>', '/s?'],
		['POST', '<form method="post"></form>', undefined],
		['dialog', '<form method="dialog"></form>', undefined],
		['another target', '<form target="_blank"></form>', undefined],
		['another origin', '<form action="https://other.example/"></form>', undefined],
		['reload', '<form data-sveltekit-reload></form>', undefined]
	])('%s: %s', (_, markup, url) => {
		expect(go(markup)).toBe(url);
	});

	it('hands on what form and submitter ask for', () => {
		go('<form data-sveltekit-keepfocus><button data-sveltekit-noscroll></button></form>');
		expect(follow.mock.calls[0]![1]).toEqual({ keepFocus: true, noScroll: true });
	});

	it('leaves prevented events alone, and all events after the undo', () => {
		const form = render('<form></form>');
		form.addEventListener('submit', (event) => event.preventDefault(), { once: true });
		submit(form);
		undo();
		submit(form);
		expect(follow).not.toHaveBeenCalled();
	});
});

describe('gotoOptions', () => {
	beforeEach(() => {
		undo = () => {};
	});

	it('is empty where nothing is asked', () => {
		expect(gotoOptions(render('<a></a>'), null)).toEqual({});
	});

	it('knows all three', () => {
		const link = render(
			'<a data-sveltekit-replacestate data-sveltekit-keepfocus="true" data-sveltekit-noscroll=""></a>'
		);
		expect(gotoOptions(link)).toEqual({ replaceState: true, keepFocus: true, noScroll: true });
	});
});

describe('isOwnTarget', () => {
	it.each([
		['', true],
		['_self', true],
		['_Self', true],
		['_top', true],
		['_parent', true],
		['_blank', false],
		['name', false]
	])('%s: %s in a page that is no frame', (target, own) => {
		undo = () => {};
		expect(isOwnTarget(target)).toBe(own);
	});

	it('_top and _parent are other pages for a frame', () => {
		vi.stubGlobal('top', {});
		undo = () => vi.unstubAllGlobals();
		expect(isOwnTarget('_top')).toBe(false);
		expect(isOwnTarget('_parent')).toBe(false);
		expect(isOwnTarget('_self')).toBe(true);
	});
});

it('hasModifier is false for a plain click', () => {
	expect(hasModifier(new MouseEvent('click'))).toBe(false);
});
