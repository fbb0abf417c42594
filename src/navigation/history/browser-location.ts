import { listen } from '../../dom/listen.ts';
import { loadDocument } from './load-document.ts';
import { visitOf, type Entry, type Location } from './location.ts';

const KEY = 'softpost';

const entryOf = (state: any): Entry | undefined => state?.[KEY];

/** The session history of this browser's tab. */
export const createBrowserLocation = (): Location => {
	// Data about entries is stored by index, so two documents of a tab must not begin with the same index.
	let entry: Entry = entryOf(history.state) ?? { index: Date.now(), state: {} };
	const write = (method: 'pushState' | 'replaceState', url: URL, next: Entry): void => {
		entry = next;
		// Other code may keep data in the same entry, so write only our own key.
		const others = method === 'replaceState' ? history.state : undefined;
		history[method]({ ...others, [KEY]: entry }, '', url);
	};
	const self: Location = {
		get url() {
			return new URL(location.href);
		},
		get entry() {
			return entry;
		},
		push: (url, state, within) =>
			write('pushState', url, { index: entry.index + 1, state, ...within }),
		replace: (url, state, within) =>
			write('replaceState', url, { index: entry.index, state, ...within }),
		go: (delta) => history.go(delta),
		listen(listener) {
			const onPopState = ({ state }: PopStateEvent): void => {
				const known = entryOf(state);
				// The browser itself has made entries without our mark, for links to fragments.
				if (known) entry = known;
				else {
					const next = { ...entry, index: entry.index + 1, state: {}, visit: visitOf(entry) };
					write('replaceState', self.url, next);
				}
				listener(known ? 'popstate' : 'fragment');
			};
			return listen(window, 'popstate', onPopState);
		},
		load: (url, replace) => loadDocument(url, { replaceState: !!replace })
	};
	write('replaceState', self.url, entry);
	return self;
};
