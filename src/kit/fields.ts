import { createFieldKeeper } from '../form/kept-fields.ts';
import type { FieldKeeper } from '../navigation/host.ts';
import { keepOverUpdates, type Hot } from '../svelte/hot-fields.ts';
import { settled } from '../svelte/settled.ts';
import type { Value } from '../svelte/values/follow-data.ts';
import { RenderedValues } from '../svelte/values/rendered-values.ts';
import type { Control } from '../svelte/values/written.ts';
import { kitPage } from './page.ts';

/** Protects the fields of a SvelteKit app, like softpost's own host. */
export interface Fields {
	/** Call it before a boundary replaces the page. The returned function drops the kept values. */
	keep: FieldKeeper['keep'];
	/** Protects the user's values in controls until the undo is called. */
	protect: RenderedValues['protect'];
}

/** @param renderedAs returns the rendered value of a control */
export const createFields = (renderedAs: (control: Control) => Value): Fields => {
	const here = (): URL => kitPage.current.url;
	const keeper = createFieldKeeper(here);
	// In `vite dev`. Vite only knows it by this very spelling.
	const hot = (import.meta as ImportMeta & { hot?: Hot }).hot;
	if (hot) keepOverUpdates(hot, keeper, here);
	const target = document.documentElement;
	const values = new RenderedValues({ target, page: kitPage, settled, renderedAs });
	// When the page comes back after a boundary, restore the values of its fields.
	kitPage.subscribe(({ url, error }) => {
		if (!error) void settled().then(() => keeper.restore(url));
	});
	return {
		keep: () => keeper.keep(),
		protect: (controls) => values.protect(controls)
	};
};
