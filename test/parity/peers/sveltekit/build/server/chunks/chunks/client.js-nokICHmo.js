import { i as index_server_exports } from './internal2.js-CZASHx83.js';
import './exports.js-D9uDJ5a0.js';
import './shared.js-B7vKeDJD.js';
import { n as noop } from './server.js-CyKWFRYK.js';
import './utils.js-B-0o9hx2.js';

var is_legacy = noop.toString().includes('$$') || /function \w+\(\) \{\}/.test(noop.toString());
var placeholder_url = 'a:';
if (is_legacy) {
	({
		data: {},
		form: null,
		error: null,
		params: {},
		route: { id: null },
		state: {},
		status: -1,
		url: new URL(placeholder_url)
	});
} else {
	new (class Page {
		data = {};
		form = null;
		error = null;
		params = {};
		route = { id: null };
		state = {};
		status = -1;
		url = new URL(placeholder_url);
	})();
}
// ../node_modules/@sveltejs/kit/src/runtime/client/client.js
/** @import { RemoteFunctionDataNode, ServerNodesResponse, ServerRedirectNode } from 'types' */
/** @import { CacheEntry } from './remote-functions/cache.svelte.js' */
/** @import { Query } from './remote-functions/query/instance.svelte.js' */
/** @import { LiveQuery } from './remote-functions/query-live/instance.svelte.js' */
var { onMount, tick } = index_server_exports;
//# sourceMappingURL=client.js-nokICHmo.js.map
