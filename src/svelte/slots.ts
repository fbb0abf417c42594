import type { Component } from 'svelte';
import type { PageStore } from '../page/page-state.ts';
import { createStore, type Store } from '../page/store.ts';
import type { Data } from '../protocol/page-data.ts';
import { reactive } from './reactive.ts';
import type { View } from './view.ts';

/** The props of a page's component. */
interface Props {
	data: Data;
	params: Record<string, string>;
	/** Only pages get it. */
	form: unknown;
}

/** One component of the page, with its props, for as long as it is shown. */
export interface Slot extends Readonly<Props> {
	readonly kind: 'layout' | 'page' | 'error';
	readonly component: Component<any>;
}

/**
 * The components of a view, from the root layout down.
 *
 * @param form the result that the page shows
 */
export const slotsOf = ({ layouts, leaf, params, failed }: View, form: unknown): Slot[] => [
	...layouts.map(({ component, data }): Slot => {
		return { kind: 'layout', component, data, params, form: null };
	}),
	{ ...leaf, kind: failed ? 'error' : 'page', params, form }
];

/** A slot in a browser, whose props are reactive and change in place. */
interface LiveSlot {
	slot: Slot;
	props: Store<Props>;
}

const createLiveSlot = ({ kind, component, data, params, form }: Slot): LiveSlot => {
	const props = createStore<Props>({ data, params, form });
	const live = { kind, component };
	return { props, slot: Object.defineProperties(live, propertiesOf(props)) as Slot };
};

const propertiesOf = (props: Store<Props>): PropertyDescriptorMap =>
	Object.getOwnPropertyDescriptors(reactive(props));

const isSame = (one: Slot, other: Slot): boolean =>
	one.kind === other.kind && one.component === other.component;

/** The slots of the shown page in a browser. */
export interface Slots {
	/** The slots, from the root layout down; reactive. */
	readonly current: Slot[];
	/** Shows another view. Components that stay keep their slots, which get the new props. */
	show(view: View): void;
	/** Stops following the page's result. */
	destroy(): void;
}

/**
 * Makes the slots of a page. Slots that are replaced keep their props: a handler that runs while its component
 * is removed, for example on `blur`, still sees its own page.
 *
 * @param page has the result that pages get as `form`
 */
export const createSlots = (page: PageStore): Slots => {
	let shown: LiveSlot[] = [];
	const list = createStore<{ current: Slot[] }>({ current: [] });
	const state = reactive(list);

	const show = (view: View): void => {
		const wanted = slotsOf(view, page.current.form);
		const changed = wanted.findIndex((slot, level) => {
			const before = shown[level]?.slot;
			return !before || !isSame(slot, before);
		});
		// If a component is replaced, so are the components inside it.
		const kept = shown.slice(0, changed < 0 ? wanted.length : changed);
		for (const [level, { props }] of kept.entries()) {
			const { data, params, form } = wanted[level]!;
			props.set({ data, params, form });
		}
		shown = [...kept, ...wanted.slice(kept.length).map(createLiveSlot)];
		list.set({ current: shown.map(({ slot }) => slot) });
	};

	return {
		get current() {
			return state.current;
		},
		show,
		destroy: page.subscribe(({ form }) => {
			const last = shown.at(-1);
			if (last && last.props.current.form !== form) last.props.set({ form });
		})
	};
};
