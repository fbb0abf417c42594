import { createFieldKeeper } from '../form/kept-fields.ts';
import type { FieldKeeper } from '../navigation/host.ts';
import { settled } from '../svelte/settled.ts';
import type { Value } from '../svelte/values/follow-data.ts';
import { RenderedValues } from '../svelte/values/rendered-values.ts';
import type { Control } from '../svelte/values/written.ts';
import { kitPage } from './page.ts';

/** What looks after the fields of a SvelteKit app, as softpost's own host does. */
export interface Fields {
	/** Call it before a boundary takes the place of the page; returns what forgets it again. */
	keep: FieldKeeper['keep'];
	/** Leaves controls as users have made them until the undo is called. */
	protect: RenderedValues['protect'];
}

/** @param renderedAs what each control was rendered with */
export const createFields = (renderedAs: (control: Control) => Value): Fields => {
	const keeper = createFieldKeeper(() => kitPage.current.url);
	const target = document.documentElement;
	const values = new RenderedValues({ target, page: kitPage, settled, renderedAs });
	// Where the page is back after a boundary, its fields hold what they held before.
	kitPage.subscribe(({ url, error }) => {
		if (!error) void settled().then(() => keeper.restore(url));
	});
	return {
		keep: () => keeper.keep(),
		protect: (controls) => values.protect(controls)
	};
};
