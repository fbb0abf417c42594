import { a as html, n as head } from '../../../../chunks/server.js';
import '../../../../chunks/client.js';
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
