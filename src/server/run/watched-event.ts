import { paramNames } from '../../protocol/routes.ts';
import type { RequestEvent } from '../types.ts';

/**
 * The event as a layout's `load` sees it. What is read of the URL is noted, because the data then belongs
 * to that URL; the parameters in the layout's own id are not, since they are part of what it is held by.
 *
 * @param id     the layout's id
 * @param onRead called for each such read
 */
export const watched = (event: RequestEvent, id: string, onRead: () => void): RequestEvent => {
	const own = paramNames(id);
	const reading = <Name extends 'url' | 'route'>(name: Name): PropertyDescriptor => ({
		enumerable: true,
		get: () => {
			onRead();
			return event[name];
		}
	});
	const params = new Proxy(event.params, {
		get(params, name: string) {
			if (!own.includes(name)) onRead();
			return params[name];
		}
	});
	const seen = { ...event, params };
	return Object.defineProperties(seen, { url: reading('url'), route: reading('route') });
};
