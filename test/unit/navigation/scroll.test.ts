// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { focusAnyway, resetFocus } from '../../../src/dom/focus.ts';
import {
	createScrollMemory,
	fragmentTarget,
	scrollToStart
} from '../../../src/navigation/history/scroll.ts';
import { find, render } from '../dom.ts';

const KEY = 'softpost:scroll';

beforeEach(() => {
	vi.spyOn(globalThis, 'scrollTo').mockImplementation(() => {});
});

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	sessionStorage.clear();
	document.body.innerHTML = '';
	Object.assign(history, { scrollRestoration: 'auto' });
});

const scrolledTo = (x: number, y: number): void => {
	vi.spyOn(globalThis, 'scrollX', 'get').mockReturnValue(x);
	vi.spyOn(globalThis, 'scrollY', 'get').mockReturnValue(y);
};

describe('createScrollMemory', () => {
	it('goes to where an entry was left, else to the top', () => {
		const memory = createScrollMemory(() => 0);
		scrolledTo(3, 120);
		memory.save(5);
		memory.restore(5);
		memory.restore(6);
		expect(vi.mocked(scrollTo).mock.calls).toEqual([
			[3, 120],
			[0, 0]
		]);
		memory.destroy();
	});

	it('takes scrolling over from the browser until destroy', () => {
		Object.assign(history, { scrollRestoration: 'auto' });
		const memory = createScrollMemory(() => 0);
		expect(history.scrollRestoration).toBe('manual');
		memory.destroy();
		expect(history.scrollRestoration).toBe('auto');
	});

	it("keeps the positions through a reload, the current entry's too", () => {
		const before = createScrollMemory(() => 2);
		scrolledTo(0, 40);
		dispatchEvent(new Event('pagehide'));
		expect(history.scrollRestoration).toBe('auto');
		dispatchEvent(new Event('pageshow'));
		expect(history.scrollRestoration).toBe('manual');
		before.destroy();
		const after = createScrollMemory(() => 2);
		after.restore(2);
		expect(scrollTo).toHaveBeenCalledExactlyOnceWith(0, 40);
		after.destroy();
	});

	it('knows where a task began that has scrolled already', () => {
		const memory = createScrollMemory(() => 0);
		scrolledTo(0, 30);
		dispatchEvent(new Event('scroll'));
		scrolledTo(0, 900);
		memory.save(1, true);
		memory.restore(1);
		expect(scrollTo).toHaveBeenCalledExactlyOnceWith(0, 30);
		memory.destroy();
	});

	it('scrolls a page that comes back from the cache', () => {
		const memory = createScrollMemory(() => 2);
		scrolledTo(0, 40);
		dispatchEvent(new Event('pagehide'));
		scrolledTo(0, 0);
		dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
		expect(scrollTo).toHaveBeenCalledExactlyOnceWith(0, 40);
		memory.destroy();
	});

	it('hears nothing after destroy', () => {
		createScrollMemory(() => 2).destroy();
		dispatchEvent(new Event('pagehide'));
		expect(sessionStorage.getItem(KEY)).toBeNull();
	});

	it.each(['nonsense', '{', 'null', '[]', '7', '"x"', '{"0":null}'])(
		'starts anew where storage holds %s',
		(text) => {
			sessionStorage.setItem(KEY, text);
			const memory = createScrollMemory(() => 0);
			memory.save(1);
			expect(() => memory.restore(0)).not.toThrow();
			memory.destroy();
		}
	);

	it('works where storage is forbidden', () => {
		vi.stubGlobal('sessionStorage', {
			getItem: () => {
				throw new Error('SecurityError');
			},
			setItem: () => {
				throw new Error('QuotaExceededError');
			}
		});
		const memory = createScrollMemory(() => 0);
		scrolledTo(0, 7);
		memory.save(0);
		expect(() => dispatchEvent(new Event('pagehide'))).not.toThrow();
		memory.restore(0);
		expect(scrollTo).toHaveBeenCalledWith(0, 7);
		memory.destroy();
	});
});

describe('fragmentTarget', () => {
	const at = (fragment: string): URL => new URL(`/page${fragment}`, location.origin);

	it.each([
		['#part', '<h2 id="part"></h2>'],
		['#part', '<a name="part"></a>'],
		['#caf%C3%A9', '<h2 id="café"></h2>'],
		['#a%20b', '<a name="a b"></a>'],
		['#caf%C3%A9', '<h2 id="caf%C3%A9"></h2>']
	])('%s is %s', (fragment, markup) => {
		const target = render(markup);
		expect(fragmentTarget(at(fragment))).toBe(target);
	});

	it.each(['', '#', '#none', '#%', '#%ff', '#"]'])('%j is nothing', (fragment) => {
		render('<h2 id="part"></h2>');
		expect(fragmentTarget(at(fragment))).toBeNull();
	});
});

describe('scrollToStart', () => {
	it('is the element of the fragment, or the top', () => {
		const part = render<HTMLElement>('<h2 id="part"></h2>');
		const into = vi.spyOn(part, 'scrollIntoView');
		scrollToStart(part);
		expect(into).toHaveBeenCalledOnce();
		expect(scrollTo).not.toHaveBeenCalled();
		scrollToStart(null);
		expect(scrollTo).toHaveBeenCalledExactlyOnceWith(0, 0);
	});
});

describe('focus', () => {
	it('goes to the element with autofocus', () => {
		render('<input id="a"><input id="b" autofocus><input id="c" autofocus>');
		resetFocus();
		expect(document.activeElement).toBe(find('#b'));
	});

	it('goes to the start of the document without one', () => {
		render('<input id="a">');
		find('#a').focus();
		resetFocus();
		expect(document.activeElement).toBe(document.body);
	});

	it.each([
		['<h2></h2>', null],
		['<h2 tabindex="0"></h2>', '0'],
		['<h2 tabindex="-1"></h2>', '-1']
	])('leaves the tabindex of %s as it was', (markup, tabindex) => {
		const heading = render<HTMLElement>(markup);
		focusAnyway(heading);
		expect(document.activeElement).toBe(heading);
		expect(heading.getAttribute('tabindex')).toBe(tabindex);
	});
});
