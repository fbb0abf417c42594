import '../chunks/xihTtKlq.js';
import { D as e, d as t, g as n, h as r } from '../chunks/B0FXfBf_.js';
function i(i, a) {
	var o = n(),
		s = e(o);
	(t(s, () => a.children), r(i, o));
}
export { i as component };
