import { paramNames } from './routes.ts';

/** The dependencies of a `load`. */
export interface Reads {
	/** Whether the data is valid for this URL only. */
	volatile: boolean;
	/** The arguments of `depends`, as absolute URLs, and `PARENT` if it called `parent()`. */
	depends: Set<string>;
}

/** The parts of an event that are watched. */
interface Watchable {
	url: URL;
	params: Record<string, string>;
	route: { id: string | null };
}

/** The methods with which a `load` controls its dependencies. */
export interface Dependent {
	/**
	 * Declares dependencies of the data: `invalidate` with one of them in the browser runs this `load` again.
	 *
	 * @param names URLs, absolute or relative to the page's, or names with a prefix such as `app:notes`
	 */
	depends(...names: string[]): void;
	/** Reads `url`, `route` or `params` without making the data depend on them. Returns the result of `read`. */
	untrack<Value>(read: () => Value): Value;
}

/** All properties and methods of a URL. */
const URL_MEMBERS = Object.keys(Object.getOwnPropertyDescriptors(URL.prototype)).filter(
	(name) => name !== 'constructor'
) as (keyof URL)[];

/** A copy of a URL that reports each read. To pass it on without reading it creates no dependency. */
const watchedUrl = (url: URL, onRead: () => void): URL => {
	const own = new URL(url);
	const watched = new URL(url);
	for (const name of URL_MEMBERS) {
		Object.defineProperty(watched, name, {
			get() {
				onRead();
				const value: unknown = own[name];
				return typeof value === 'function' ? value.bind(own) : value;
			},
			set(value) {
				Reflect.set(own, name, value);
			}
		});
	}
	return watched;
};

/**
 * Makes the event that a `load` gets, which records what it reads.
 *
 * If a layout's `load` reads the URL, its data is valid for that URL only. Parameters in the layout's own id do not
 * count, because they are part of the key under which the client keeps the data.
 *
 * @param id    the id whose parameters are part of that key; `null` for data that is for one URL anyway
 * @param reads receives the dependencies
 */
export const watched = <Event extends Watchable>(
	event: Event,
	id: string | null,
	reads: Reads
): Event & Dependent => {
	let paused = 0;
	const onRead = (): void => {
		reads.volatile ||= !paused;
	};
	const added: Dependent = {
		depends(...names) {
			for (const name of names) reads.depends.add(new URL(name, event.url).href);
		},
		untrack(read) {
			paused += 1;
			try {
				return read();
			} finally {
				paused -= 1;
			}
		}
	};
	let url: URL | undefined;
	// A copy, so that a `load` that changes it changes nothing for others. Made on demand: most loads do not read it.
	const withUrl = (copy: Event & Dependent): Event & Dependent =>
		Object.defineProperty(copy, 'url', {
			enumerable: true,
			get: () => (url ??= id === null ? new URL(event.url) : watchedUrl(event.url, onRead))
		});
	if (id === null) return withUrl({ ...event, ...added });
	const own = paramNames(id);
	const params = new Proxy(event.params, {
		get(params, name: string) {
			if (!own.includes(name)) onRead();
			return params[name];
		}
	});
	const route = Object.defineProperty({ ...event.route }, 'id', {
		enumerable: true,
		get() {
			onRead();
			return event.route.id;
		}
	});
	return withUrl({ ...event, ...added, params, route });
};
