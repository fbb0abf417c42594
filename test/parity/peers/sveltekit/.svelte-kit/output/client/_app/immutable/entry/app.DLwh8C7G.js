const __vite__mapDeps = (
	i,
	m = __vite__mapDeps,
	d = m.f ||
		(m.f = [
			'/_app/immutable/nodes/0._aVR0_zP.js',
			'/_app/immutable/chunks/xihTtKlq.js',
			'/_app/immutable/chunks/B0FXfBf_.js',
			'/_app/immutable/nodes/1.MGhtb2xR.js',
			'/_app/immutable/chunks/DvdYInZO.js',
			'/_app/immutable/nodes/2.CUHiB4cs.js'
		])
) => i.map((i) => d[i]);
import {
	A as e,
	C as t,
	D as n,
	E as r,
	F as i,
	M as a,
	P as o,
	R as s,
	T as c,
	_ as l,
	g as u,
	h as d,
	i as f,
	j as p,
	k as m,
	m as h,
	n as g,
	p as _,
	r as v,
	s as y,
	u as b,
	v as x,
	w as S,
	x as C,
	y as w
} from '../chunks/B0FXfBf_.js';
import '../chunks/xihTtKlq.js';
var T = {},
	E = l(
		`<div id="svelte-announcer" aria-live="assertive" aria-atomic="true" style="position: absolute; left: 0; top: 0; clip: rect(0 0 0 0); clip-path: inset(50%); overflow: hidden; white-space: nowrap; width: 1px; height: 1px"><!></div>`
	),
	D = l(`<!> <!>`, 1);
function O(l, v) {
	i(v, !0);
	let T = f(v, `components`, 23, () => []),
		O = f(v, `data_0`, 3, null),
		k = f(v, `data_1`, 3, null);
	(c(() => v.stores.page.set(v.page)),
		S(() => {
			(v.stores, v.page, v.constructors, T(), v.form, O(), k(), v.stores.page.notify());
		}));
	let A = p(!1),
		j = p(!1),
		M = p(null);
	g(() => {
		let t = v.stores.page.subscribe(() => {
			w(A) &&
				(e(j, !0),
				C().then(() => {
					e(M, document.title || `untitled page`, !0);
				}));
		});
		return (e(A, !0), t);
	});
	let N = a(() => v.constructors[1]);
	var P = D(),
		F = n(P),
		I = (e) => {
			let t = a(() => v.constructors[0]);
			var r = u(),
				i = n(r);
			(b(
				i,
				() => w(t),
				(e, t) => {
					y(
						t(e, {
							get data() {
								return O();
							},
							get form() {
								return v.form;
							},
							get params() {
								return v.page.params;
							},
							children: (e, t) => {
								var r = u(),
									i = n(r);
								(b(
									i,
									() => w(N),
									(e, t) => {
										y(
											t(e, {
												get data() {
													return k();
												},
												get form() {
													return v.form;
												},
												get params() {
													return v.page.params;
												}
											}),
											(e) => (T()[1] = e),
											() => T()?.[1]
										);
									}
								),
									d(e, r));
							},
							$$slots: { default: !0 }
						}),
						(e) => (T()[0] = e),
						() => T()?.[0]
					);
				}
			),
				d(e, r));
		},
		L = (e) => {
			let t = a(() => v.constructors[0]);
			var r = u(),
				i = n(r);
			(b(
				i,
				() => w(t),
				(e, t) => {
					y(
						t(e, {
							get data() {
								return O();
							},
							get form() {
								return v.form;
							},
							get params() {
								return v.page.params;
							}
						}),
						(e) => (T()[0] = e),
						() => T()?.[0]
					);
				}
			),
				d(e, r));
		};
	_(F, (e) => {
		v.constructors[1] ? e(I) : e(L, -1);
	});
	var R = m(F, 2),
		z = (e) => {
			var n = E(),
				i = r(n),
				a = (e) => {
					var n = x();
					(t(() => h(n, w(M))), d(e, n));
				};
			(_(i, (e) => {
				w(j) && e(a);
			}),
				s(n),
				d(e, n));
		};
	(_(R, (e) => {
		w(A) && e(z);
	}),
		d(l, P),
		o());
}
var k = v(O),
	A = `modulepreload`,
	j = function (e, t) {
		return new URL(e, t).href;
	},
	M = {},
	N = function (e) {
		return e.pathname.endsWith(`.css`);
	},
	P = function (e, t, n) {
		if (t in e) return e[t];
		let r = n();
		if (!r) {
			e[t] = void 0;
			return;
		}
		let i = r.then(
			() => {
				e[t] = void 0;
			},
			(n) => {
				throw ((e[t] = void 0), n);
			}
		);
		return ((e[t] = i), i);
	},
	F = function (e, t, n) {
		let r = Promise.resolve();
		if (t && t.length > 0) {
			let e,
				i = document.querySelector(`meta[property=csp-nonce]`),
				a = i?.nonce || i?.getAttribute(`nonce`);
			function o(e) {
				return Promise.all(
					e.map((e) =>
						Promise.resolve(e).then(
							(e) => ({ status: `fulfilled`, value: e }),
							(e) => ({ status: `rejected`, reason: e })
						)
					)
				);
			}
			function s(e) {
				return import.meta.resolve ? new URL(import.meta.resolve(e)) : new URL(e, import.meta.url);
			}
			r = o(
				t
					.map((t) => {
						t = j(t, n);
						let r = s(t),
							i = N(r);
						return P(M, r.href, () => {
							if (e === void 0) {
								e = { all: new Set(), styles: new Set() };
								let t = document.getElementsByTagName(`link`);
								for (let n = t.length - 1; n >= 0; n--) {
									let r = t[n];
									(e.all.add(r.href), r.rel === `stylesheet` && e.styles.add(r.href));
								}
							}
							if ((i ? e.styles : e.all).has(r.href)) return;
							let t = document.createElement(`link`);
							if (
								((t.rel = i ? `stylesheet` : A),
								i || (t.as = `script`),
								(t.crossOrigin = ``),
								(t.href = r.href),
								a && t.setAttribute(`nonce`, a),
								document.head.appendChild(t),
								i)
							)
								return new Promise((e, n) => {
									let i = (a) => {
										(t.removeEventListener(`load`, i),
											t.removeEventListener(`error`, i),
											a.type === `error` ? n(Error(`Unable to preload CSS for ${r}`)) : e(a));
									};
									(t.addEventListener(`load`, i), t.addEventListener(`error`, i));
								});
						});
					})
					.filter((e) => e !== void 0)
			);
		}
		function i(e) {
			let t = new Event(`vite:preloadError`, { cancelable: !0 });
			if (((t.payload = e), window.dispatchEvent(t), !t.defaultPrevented)) throw e;
		}
		return r.then((t) => {
			for (let e of t || []) e.status === `rejected` && i(e.reason);
			return e().catch(i);
		});
	},
	I = [
		() => F(() => import(`../nodes/0._aVR0_zP.js`), __vite__mapDeps([0, 1, 2]), import.meta.url),
		() => F(() => import(`../nodes/1.MGhtb2xR.js`), __vite__mapDeps([3, 1, 2, 4]), import.meta.url),
		() => F(() => import(`../nodes/2.CUHiB4cs.js`), __vite__mapDeps([5, 1, 2, 4]), import.meta.url)
	],
	L = [],
	R = { '/[run]/page': [2] },
	z = {
		handleError: ({ error: e }) => {
			console.error(e);
		},
		reroute: () => {},
		transport: {}
	},
	B = Object.fromEntries(Object.entries(z.transport).map(([e, t]) => [e, t.decode])),
	V = Object.fromEntries(Object.entries(z.transport).map(([e, t]) => [e, t.encode])),
	H = !1,
	U = (e, t) => B[e](t),
	W = () => F(() => import(`../chunks/Bjy-W4x2.js`).then((e) => e.default), [], import.meta.url);
export {
	U as decode,
	B as decoders,
	R as dictionary,
	V as encoders,
	W as get_error_template,
	H as hash,
	z as hooks,
	T as matchers,
	I as nodes,
	k as root,
	L as server_loads
};
