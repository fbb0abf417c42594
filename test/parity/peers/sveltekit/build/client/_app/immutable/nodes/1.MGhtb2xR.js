import '../chunks/xihTtKlq.js';
import {
	C as e,
	D as t,
	F as n,
	O as r,
	P as i,
	_ as a,
	h as o,
	k as s,
	m as c
} from '../chunks/B0FXfBf_.js';
import { o as l } from '../chunks/DvdYInZO.js';
var u = {
		get data() {
			return l.data;
		},
		get error() {
			return l.error;
		},
		get form() {
			return l.form;
		},
		get params() {
			return l.params;
		},
		get route() {
			return l.route;
		},
		get state() {
			return l.state;
		},
		get status() {
			return l.status;
		},
		get url() {
			return l.url;
		}
	},
	d = a(`<h1> </h1> <p> </p>`, 1);
function f(a, l) {
	n(l, !0);
	var f = d(),
		p = t(f),
		m = r(p, !0),
		h = s(p, 2),
		g = r(h, !0);
	(e(() => {
		(c(m, u.status), c(g, u.error?.message));
	}),
		o(a, f),
		i());
}
export { f as component };
