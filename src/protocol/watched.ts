import { paramNames } from './routes.ts';

/** The dependencies of a `load`: what it read, and what it named. */
export interface Reads {
	/** Whether the data belongs to this URL alone. */
	volatile: boolean;
	/** What it named with `depends`, as whole URLs, and `PARENT` where it has asked for the data above. */
	depends: Set<string>;
}

/** What of an event is watched. */
interface Watchable {
	url: URL;
	params: Record<string, string>;
	route: { id: string | null };
}

/** What a `load` can do about being watched. */
export interface Dependent {
	/**
	 * Names what the data is made of, for `invalidate` in the browser to run this `load` again.
	 *
	 * @param names URLs, absolute or relative to the page's, or names with a prefix such as `app:notes`
	 */
	depends(...names: string[]): void;
	/** Reads something of `url`, `route` or `params` without binding the data to it. Returns what `read` returns. */
	untrack<Value>(read: () => Value): Value;
}

/** All that says something of a URL; its methods read these, or are among them. */
const URL_MEMBERS = Object.keys(Object.getOwnPropertyDescriptors(URL.prototype)).filter(
	(name) => name !== 'constructor'
) as (keyof URL)[];

/** A copy of a URL that reports each reading. It may be handed on: what is not read binds nothing. */
const watchedUrl = (url: URL, onRead: () => void): URL => {
	const watched = new URL(url);
	for (const name of URL_MEMBERS) {
		Object.defineProperty(watched, name, {
			get() {
				onRead();
				const value: unknown = url[name];
				return typeof value === 'function' ? value.bind(url) : value;
			},
			set(value) {
				Reflect.set(url, name, value);
			}
		});
	}
	return watched;
};

/**
 * The event as a `load` sees it.
 *
 * What a layout's `load` reads of the URL is noted, because the data then belongs to that URL; the parameters
 * in the layout's own id are not, since they are part of what it is held by.
 *
 * @param id    the id whose parameters the data is held by; `null` for data that belongs to the URL anyway
 * @param reads where it is noted
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
	if (id === null) return { ...event, ...added };
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
	let url: URL | undefined;
	return Object.defineProperty({ ...event, ...added, params, route }, 'url', {
		enumerable: true,
		// Made when it is asked for: most loads do not.
		get: () => (url ??= watchedUrl(event.url, onRead))
	});
};
