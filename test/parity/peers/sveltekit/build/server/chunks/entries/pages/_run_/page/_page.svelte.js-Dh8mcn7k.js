import { ai as head, aj as html } from '../../../../chunks/server.js-CyKWFRYK.js';
import '../../../../chunks/client.js-nokICHmo.js';
import '../../../../chunks/shared.js-B7vKeDJD.js';
import '../../../../chunks/internal2.js-CZASHx83.js';
import '../../../../chunks/rolldown-runtime.js-B27Esr9U.js';
import '../../../../chunks/exports.js-D9uDJ5a0.js';
import '../../../../chunks/utils.js-B-0o9hx2.js';

// src/routes/[run]/page/+page.svelte
function _page($$renderer, $$props) {
	$$renderer.component(($$renderer) => {
		head('hahgha', $$renderer, ($$renderer) => {
			$$renderer.push(`${html('<!--case:head-->')}`);
		});
		$$renderer.push(`<div style="display: contents">${html('<!--case:body-->')}</div>`);
	});
}

export { _page as default };
//# sourceMappingURL=_page.svelte.js-Dh8mcn7k.js.map
