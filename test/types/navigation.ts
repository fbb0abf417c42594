import { expectTypeOf, it } from 'vitest';
import {
	afterNavigate,
	beforeNavigate,
	goto,
	invalidateAll,
	onNavigate
} from '../../src/navigation.ts';
import { page as snapshot } from '../../src/page.ts';
import { fromFiles, navigating, page, start } from '../../src/svelte.ts';

it('goto takes a URL or text, and options that are closed', () => {
	expectTypeOf(goto('/')).toEqualTypeOf<Promise<void>>();
	void goto(new URL('https://app.example'), {
		replaceState: true,
		noScroll: true,
		keepFocus: true,
		invalidateAll: true,
		state: { a: 1 }
	});
	// @ts-expect-error a place is wanted
	void goto();
	void goto('/', { replace: true, reset: false, refreshAll: true, shallow: true });
	// @ts-expect-error the history's name for it is replaceState, SvelteKit 3's is replace
	void goto('/', { replaces: true });
	expectTypeOf(invalidateAll).toEqualTypeOf<() => Promise<void>>();
});

it('hooks return their undo', () => {
	expectTypeOf(
		beforeNavigate(({ from, to, type, willUnload, cancel }) => {
			expectTypeOf(from?.url).toEqualTypeOf<URL | undefined>();
			expectTypeOf(to?.route.id).toEqualTypeOf<string | null | undefined>();
			if (type === 'leave' && willUnload) cancel();
			// @ts-expect-error there is no such type
			void (type === 'submit');
		})
	).toEqualTypeOf<() => void>();
	expectTypeOf(afterNavigate(() => {})).toEqualTypeOf<() => void>();
	onNavigate(() => {});
	onNavigate(async () => () => {});
	// @ts-expect-error the page is shown already
	afterNavigate(({ cancel }) => cancel());
	// @ts-expect-error a text is no cleanup
	onNavigate(() => 'text');
});

it('page is for reading', () => {
	expectTypeOf(page.url).toEqualTypeOf<URL>();
	expectTypeOf(page.route.id).toEqualTypeOf<string | null>();
	expectTypeOf(snapshot.current.status).toEqualTypeOf<number>();
	expectTypeOf(snapshot.subscribe(() => {})).toEqualTypeOf<() => void>();
	expectTypeOf(navigating.to).toExtend<{ url: URL } | null>();
	// @ts-expect-error results are applied with applyAction
	page.form = {};
	// @ts-expect-error only the runtime sets it
	void snapshot.set;
	// @ts-expect-error the page is asked for its URL
	void page.pathname;
});

it('start takes routes', () => {
	expectTypeOf(start({ routes: fromFiles({}) })).toExtend<Promise<{ destroy(): void }>>();
	void start({
		routes: { '/': {} },
		target: document.body,
		handleError: ({ message }) => ({ message })
	});
	// @ts-expect-error routes are wanted
	void start({});
	// @ts-expect-error an element, not a selector
	void start({ routes: {}, target: '#app' });
	// @ts-expect-error a page error has a message
	void start({ routes: {}, handleError: () => ({ id: 1 }) });
});
