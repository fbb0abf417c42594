import { A as e, a as t, b as n, j as r, n as i, t as a, x as o, y as s } from './B0FXfBf_.js';
var c = class {
		constructor(e, t) {
			((this.status = e),
				(this.body = typeof t == `string` ? { message: t } : t || { message: `Error: ${e}` }));
		}
		toString() {
			return JSON.stringify(this.body);
		}
	},
	l = class {
		constructor(e, t) {
			try {
				new Headers({ location: t });
			} catch {
				throw Error(
					`Invalid redirect location ${JSON.stringify(t)}: this string contains characters that cannot be used in HTTP headers`
				);
			}
			((this.status = e), (this.location = t));
		}
	},
	u = class extends Error {
		constructor(e, t, n) {
			(super(n), (this.status = e), (this.text = t));
		}
	};
new URL(`sveltekit-internal://`);
function d(e, t) {
	return e === `/` || t === `ignore`
		? e
		: t === `never`
			? e.endsWith(`/`)
				? e.slice(0, -1)
				: e
			: t === `always` && !e.endsWith(`/`)
				? e + `/`
				: e;
}
function f(e) {
	return e.split(`%25`).map(decodeURI).join(`%25`);
}
function p(e) {
	for (let t in e) e[t] = decodeURIComponent(e[t]);
	return e;
}
function m({ href: e }) {
	return e.split(`#`)[0];
}
function h() {}
function ee(...e) {
	let t = 5381;
	for (let n of e)
		if (typeof n == `string`) {
			let e = n.length;
			for (; e;) t = (t * 33) ^ n.charCodeAt(--e);
		} else if (ArrayBuffer.isView(n)) {
			let e = new Uint8Array(n.buffer, n.byteOffset, n.byteLength),
				r = e.length;
			for (; r;) t = (t * 33) ^ e[--r];
		} else throw TypeError(`value must be a string or TypedArray`);
	return (t >>> 0).toString(36);
}
new TextEncoder();
function g(e) {
	let t = atob(e),
		n = new Uint8Array(t.length);
	for (let e = 0; e < t.length; e++) n[e] = t.charCodeAt(e);
	return n;
}
var _ = window.fetch;
window.fetch = (e, t) => (
	(e instanceof Request ? e.method : t?.method || `GET`) !== `GET` && v.delete(b(e)),
	_(e, t)
);
var v = new Map();
function te(e, t) {
	let n = b(e, t),
		r = document.querySelector(n);
	if (r?.textContent) {
		r.remove();
		let { body: e, ...t } = JSON.parse(r.textContent);
		r.getAttribute(`data-b64`) !== null && (e = g(e));
		let i = r.getAttribute(`data-ttl`);
		return (
			i && v.set(n, { body: e, init: t, ttl: 1e3 * Number(i) }),
			Promise.resolve(new Response(e, t))
		);
	}
	return window.fetch(e, t);
}
function y(e, t, n) {
	if (v.size > 0) {
		let t = b(e, n),
			r = v.get(t);
		if (r) {
			if (
				performance.now() < r.ttl &&
				[`default`, `force-cache`, `only-if-cached`, void 0].includes(n?.cache)
			)
				return new Response(r.body, r.init);
			v.delete(t);
		}
	}
	return window.fetch(t, n);
}
function b(e, t) {
	let n = `script[data-sveltekit-fetched][data-url=${JSON.stringify(e instanceof Request ? e.url : e)}]`;
	if (t?.headers || t?.body) {
		let e = [];
		(t.headers && e.push([...new Headers(t.headers)].join(`,`)),
			t.body && (typeof t.body == `string` || ArrayBuffer.isView(t.body)) && e.push(t.body),
			(n += `[data-hash="${ee(...e)}"]`));
	}
	return n;
}
var ne = /^(\[)?(\.\.\.)?(\w+)(?:=(\w+))?(\])?$/,
	re = /^\/\((?:[^)]+)\)$/;
function ie(e) {
	let t = [];
	return {
		pattern:
			e === `/` || re.test(e)
				? /^\/$/
				: RegExp(
						`^${oe(e)
							.map((e) => {
								let n = /^\[\.\.\.(\w+)(?:=(\w+))?\]$/.exec(e);
								if (n)
									return (
										t.push({ name: n[1], matcher: n[2], optional: !1, rest: !0, chained: !0 }),
										`(?:/([^]*))?`
									);
								let r = /^\[\[(\w+)(?:=(\w+))?\]\]$/.exec(e);
								if (r)
									return (
										t.push({ name: r[1], matcher: r[2], optional: !0, rest: !1, chained: !0 }),
										`(?:/([^/]+))?`
									);
								if (!e) return;
								let i = e.split(/\[(.+?)\](?!\])/);
								return (
									`/` +
									i
										.map((e, n) => {
											if (n % 2) {
												if (e.startsWith(`x+`))
													return ce(String.fromCharCode(parseInt(e.slice(2), 16)));
												if (e.startsWith(`u+`))
													return ce(
														String.fromCharCode(
															...e
																.slice(2)
																.split(`-`)
																.map((e) => parseInt(e, 16))
														)
													);
												let [, r, a, o, s] = ne.exec(e);
												return (
													t.push({
														name: o,
														matcher: s,
														optional: !!r,
														rest: !!a,
														chained: a ? n === 1 && i[0] === `` : !1
													}),
													a ? `([^]*?)` : r ? `([^/]*)?` : `([^/]+?)`
												);
											}
											return ce(e);
										})
										.join(``)
								);
							})
							.join(``)}/?$`
					),
		params: t
	};
}
function ae(e) {
	return e !== `` && !/^\([^)]+\)$/.test(e);
}
function oe(e) {
	return e.slice(1).split(`/`).filter(ae);
}
function se(e, t, n) {
	let r = {},
		i = e.slice(1),
		a = i.filter((e) => e !== void 0),
		o = 0;
	for (let e = 0; e < t.length; e += 1) {
		let s = t[e],
			c = i[e - o];
		if (
			(s.chained &&
				s.rest &&
				o &&
				((c = i
					.slice(e - o, e + 1)
					.filter((e) => e)
					.join(`/`)),
				(o = 0)),
			c === void 0)
		) {
			if (s.rest) c = ``;
			else continue;
		}
		if (!s.matcher || n[s.matcher](c)) {
			r[s.name] = c;
			let n = t[e + 1],
				l = i[e + 1];
			(n && !n.rest && n.optional && l && s.chained && (o = 0),
				!n && !l && Object.keys(r).length === a.length && (o = 0));
		} else if (s.optional && s.chained) o++;
		else return;
	}
	if (!o) return r;
}
function ce(e) {
	return e
		.normalize()
		.replace(/[[\]]/g, `\\$&`)
		.replace(/%/g, `%25`)
		.replace(/\//g, `%2[Ff]`)
		.replace(/\?/g, `%3[Ff]`)
		.replace(/#/g, `%23`)
		.replace(/[.*+?^${}()|\\]/g, `\\$&`);
}
function le({ nodes: e, server_loads: t, dictionary: n, matchers: r }) {
	let i = new Set(t);
	return Object.entries(n).map(([t, [n, i, s]]) => {
		let { pattern: c, params: l } = ie(t),
			u = {
				id: t,
				exec: (e) => {
					let t = c.exec(e);
					if (t) return se(t, l, r);
				},
				errors: [1, ...(s || [])].map((t) => e[t]),
				layouts: [0, ...(i || [])].map(o),
				leaf: a(n)
			};
		return ((u.errors.length = u.layouts.length = Math.max(u.errors.length, u.layouts.length)), u);
	});
	function a(t) {
		let n = t < 0;
		return (n && (t = ~t), [n, e[t]]);
	}
	function o(t) {
		return t === void 0 ? t : [i.has(t), e[t]];
	}
}
function ue(e, t = JSON.parse) {
	try {
		return t(sessionStorage[e]);
	} catch {}
}
function de(e, t, n = JSON.stringify) {
	let r = n(t);
	try {
		sessionStorage[e] = r;
	} catch {}
}
var x = globalThis.__sveltekit_32lymq?.base ?? ``,
	fe = globalThis.__sveltekit_32lymq?.assets ?? x ?? ``,
	pe = `1795472782625`,
	me = `sveltekit:snapshot`,
	he = `sveltekit:scroll`,
	ge = `sveltekit:states`,
	S = `sveltekit:history`,
	C = `sveltekit:navigation`,
	w = { tap: 1, hover: 2, viewport: 3, eager: 4, off: -1, false: -1 },
	_e = location.origin;
function ve(e) {
	if (e instanceof URL) return e;
	let t = document.baseURI;
	if (!t) {
		let e = document.getElementsByTagName(`base`);
		t = e.length ? e[0].href : document.URL;
	}
	return new URL(e, t);
}
function T() {
	return { x: pageXOffset, y: pageYOffset };
}
function E(e, t) {
	return e.getAttribute(`data-sveltekit-${t}`);
}
var ye = { ...w, '': w.hover };
function be(e) {
	let t = e.assignedSlot ?? e.parentNode;
	return (t?.nodeType === 11 && (t = t.host), t);
}
function xe(e, t) {
	for (; e && e !== t;) {
		if (e.nodeName.toUpperCase() === `A` && e.hasAttribute(`href`)) return e;
		e = be(e);
	}
}
function Se(e, t, n) {
	let r;
	try {
		if (
			((r = new URL(e instanceof SVGAElement ? e.href.baseVal : e.href, document.baseURI)),
			n && r.hash.match(/^#[^/]/))
		) {
			let e = location.hash.split(`#`)[1] || `/`;
			r.hash = `#${e}${r.hash}`;
		}
	} catch {}
	let i = e instanceof SVGAElement ? e.target.baseVal : e.target,
		a = !r || !!i || De(r, t, n) || (e.getAttribute(`rel`) || ``).split(/\s+/).includes(`external`),
		o = r?.origin === _e && e.hasAttribute(`download`);
	return { url: r, external: a, target: i, download: o };
}
function Ce(e) {
	let t = null,
		n = null,
		r = null,
		i = null,
		a = null,
		o = null,
		s = e;
	for (; s && s !== document.documentElement;)
		(r === null && (r = E(s, `preload-code`)),
			i === null && (i = E(s, `preload-data`)),
			t === null && (t = E(s, `keepfocus`)),
			n === null && (n = E(s, `noscroll`)),
			a === null && (a = E(s, `reload`)),
			o === null && (o = E(s, `replacestate`)),
			(s = be(s)));
	function c(e) {
		switch (e) {
			case ``:
			case `true`:
				return !0;
			case `off`:
			case `false`:
				return !1;
			default:
				return;
		}
	}
	return {
		preload_code: ye[r ?? `off`],
		preload_data: ye[i ?? `off`],
		keepfocus: c(t),
		noscroll: c(n),
		reload: c(a),
		replace_state: c(o)
	};
}
function we(e) {
	let n = t(e),
		r = !0;
	function i() {
		((r = !0), n.update((e) => e));
	}
	function a(e) {
		((r = !1), n.set(e));
	}
	function o(e) {
		let t;
		return n.subscribe((n) => {
			(t === void 0 || (r && n !== t)) && e((t = n));
		});
	}
	return { notify: i, set: a, subscribe: o };
}
var Te = { v: h };
function Ee() {
	let { set: e, subscribe: n } = t(!1),
		r;
	async function i() {
		clearTimeout(r);
		try {
			let t = await fetch(`${fe}/_app/version.json`, {
				headers: { pragma: `no-cache`, 'cache-control': `no-cache` }
			});
			if (!t.ok) return !1;
			let n = (await t.json()).version !== pe;
			return (n && (e(!0), Te.v(), clearTimeout(r)), n);
		} catch {
			return !1;
		}
	}
	return { subscribe: n, check: i };
}
function De(e, t, n) {
	return e.origin !== _e || !e.pathname.startsWith(t)
		? !0
		: n
			? e.pathname !== location.pathname
			: !1;
}
function Oe(e) {}
var ke = new Set([`load`, `prerender`, `csr`, `ssr`, `trailingSlash`, `config`]);
([...ke], [...new Set([...ke])]);
function Ae(e) {
	return e.filter((e) => e != null);
}
function D(e, t) {
	return e + `/` + t;
}
function je(e) {
	return e instanceof c || e instanceof u ? e.status : 500;
}
function Me(e) {
	return e instanceof u ? e.text : `Internal Error`;
}
var O,
	k,
	Ne,
	Pe = i.toString().includes(`$$`) || /function \w+\(\) \{\}/.test(i.toString()),
	Fe = `a:`;
Pe
	? ((O = {
			data: {},
			form: null,
			error: null,
			params: {},
			route: { id: null },
			state: {},
			status: -1,
			url: new URL(Fe)
		}),
		(k = { current: null }),
		(Ne = { current: !1 }))
	: ((O = new (class {
			#e = r({});
			get data() {
				return s(this.#e);
			}
			set data(t) {
				e(this.#e, t);
			}
			#t = r(null);
			get form() {
				return s(this.#t);
			}
			set form(t) {
				e(this.#t, t);
			}
			#n = r(null);
			get error() {
				return s(this.#n);
			}
			set error(t) {
				e(this.#n, t);
			}
			#r = r({});
			get params() {
				return s(this.#r);
			}
			set params(t) {
				e(this.#r, t);
			}
			#i = r({ id: null });
			get route() {
				return s(this.#i);
			}
			set route(t) {
				e(this.#i, t);
			}
			#a = r({});
			get state() {
				return s(this.#a);
			}
			set state(t) {
				e(this.#a, t);
			}
			#o = r(-1);
			get status() {
				return s(this.#o);
			}
			set status(t) {
				e(this.#o, t);
			}
			#s = r(new URL(Fe));
			get url() {
				return s(this.#s);
			}
			set url(t) {
				e(this.#s, t);
			}
		})()),
		(k = new (class {
			#e = r(null);
			get current() {
				return s(this.#e);
			}
			set current(t) {
				e(this.#e, t);
			}
		})()),
		(Ne = new (class {
			#e = r(!1);
			get current() {
				return s(this.#e);
			}
			set current(t) {
				e(this.#e, t);
			}
		})()),
		(Te.v = () => (Ne.current = !0)));
function Ie(e) {
	Object.assign(O, e);
}
var { onMount: Le, tick: Re } = a,
	ze = new Set([`icon`, `shortcut icon`, `apple-touch-icon`]),
	A = null,
	j = ue(`sveltekit:scroll`) ?? {},
	M = ue(`sveltekit:snapshot`) ?? {},
	N = { url: we({}), page: we({}), navigating: t(null), updated: Ee() };
function Be(e) {
	j[e] = T();
}
function Ve(e, t) {
	let n = e + 1;
	for (; j[n];) (delete j[n], (n += 1));
	for (n = t + 1; M[n];) (delete M[n], (n += 1));
}
function P(e, t = !1) {
	return (t ? location.replace(e.href) : (location.href = e.href), new Promise(h));
}
async function He() {
	if (`serviceWorker` in navigator) {
		let e = await navigator.serviceWorker.getRegistration(x || `/`);
		e && (await e.update());
	}
}
var Ue,
	We,
	Ge,
	F,
	Ke,
	I,
	qe = {},
	Je = {},
	Ye = [],
	Xe = [],
	L = null;
function R() {
	(L?.fork?.then((e) => e?.discard()), (L = null), (Q = { element: void 0, href: void 0 }));
}
var z = new Map(),
	Ze = new Set(),
	Qe = new Set(),
	B = new Set(),
	V = { branch: [], error: null, url: null, nav: null },
	$e = !1,
	et = !1,
	tt = !0,
	H = !1,
	U = !1,
	nt = !1,
	W = !1,
	G,
	K,
	q,
	J,
	rt = new Set(),
	it,
	at = new Map(),
	ot = new Map();
async function st(e, t, n) {
	if (globalThis.__sveltekit_32lymq.data) {
		let { q: e = {}, p: t = {}, l: n = {}, f: r = {} } = globalThis.__sveltekit_32lymq.data;
		for (let t in e) qe[t] = e[t];
		for (let e in n) qe[e] = n[e];
		for (let e in r) qe[e] = r[e];
		for (let e in t) Je[e] = t[e];
	}
	(document.URL !== location.href && (location.href = location.href),
		(I = e),
		await e.hooks.init?.(),
		(Ue = le(e)),
		(F = document.documentElement),
		(Ke = t),
		(We = e.nodes[0]),
		(Ge = e.nodes[1]),
		We(),
		Ge(),
		(K = history.state?.[S]),
		(q = history.state?.[C]),
		K || ((K = q = Date.now()), history.replaceState({ ...history.state, [S]: K, [C]: q }, ``)));
	let r = j[K];
	function i() {
		r && ((history.scrollRestoration = `manual`), scrollTo(r.x, r.y));
	}
	(n
		? (i(), await Lt(Ke, n))
		: (await Z({
				type: `enter`,
				url: ve(I.hash ? Ut(new URL(location.href)) : location.href),
				replace_state: !0
			}),
			i()),
		It());
}
async function ct(e = !0, t = !0) {
	if ((await (it ||= Promise.resolve()), !it)) return;
	it = null;
	let n = (J = {}),
		r = await X(V.url, !0);
	R();
	let i = new Map();
	if (W) {
		for (let e of at.values()) for (let { resource: t } of e.values()) t.refresh();
		for (let [e, t] of ot)
			for (let [n, { resource: r }] of t) {
				let t = D(e, n),
					a = r.reconnect();
				(a.catch(h), i.set(t, a));
			}
	}
	if (e) {
		let e = O.state,
			i = r && (await Ct(r));
		if (!i || n !== J) return;
		if (i.type === `redirect`)
			return pt(new URL(i.location, V.url).href, { replaceState: !0 }, 1, n);
		(t || (i.props.page.state = e),
			Ie(i.props.page),
			(V = { ...i.state, nav: V.nav }),
			lt(),
			G.$set(i.props));
	} else lt();
	let a = [];
	for (let e of at.values()) for (let { resource: t } of e.values()) a.push(t);
	for (let [e, t] of ot)
		for (let n of t.keys()) {
			let t = D(e, n),
				r = i.get(t);
			r && a.push(r);
		}
	await Promise.all(a).catch(h);
}
function lt() {
	((Ye.length = 0), (W = !1));
}
function ut(e) {
	Xe.some((e) => e?.snapshot) && (M[e] = Xe.map((e) => e?.snapshot?.capture()));
}
function dt(e) {
	M[e]?.forEach((e, t) => {
		Xe[t]?.snapshot?.restore(e);
	});
}
function ft() {
	(Be(K), de(he, j), ut(q), de(me, M));
}
async function pt(e, t, n, r) {
	let i, a;
	(t.invalidateAll && R(),
		await Z({
			type: `goto`,
			url: ve(e),
			keepfocus: t.keepFocus,
			noscroll: t.noScroll,
			replace_state: t.replaceState,
			state: t.state,
			redirect_count: n,
			nav_token: r,
			accept: () => {
				if (t.invalidateAll) {
					((W = !0), (i = new Set()));
					for (let [e, t] of at) for (let [n, r] of t) (r.resource?.reset(), i.add(D(e, n)));
					a = new Set();
					for (let [e, t] of ot) for (let n of t.keys()) a.add(D(e, n));
				}
				t.invalidate && t.invalidate.forEach(Mt);
			}
		}),
		t.invalidateAll &&
			o()
				.then(o)
				.then(() => {
					for (let [e, t] of at) for (let [n, { resource: r }] of t) i?.has(D(e, n)) && r.start();
					for (let [e, t] of ot)
						for (let [n, { resource: r }] of t) a?.has(D(e, n)) && r.reconnect();
				}));
}
async function mt(e) {
	if (e.id !== L?.id) {
		R();
		let t = {};
		(rt.add(t),
			(L = {
				id: e.id,
				token: t,
				promise: Ct({ ...e, preload: t }).then(
					(e) => (rt.delete(t), e.type === `loaded` && e.state.error && R(), e)
				),
				fork: null
			}));
	}
	return L.promise;
}
async function ht(e) {
	let t = (await X(e, !1))?.route;
	t && (await Promise.all([...t.layouts, t.leaf].filter(Boolean).map((e) => e[1]())));
}
async function gt(e, t, n) {
	let r = { params: V.params, route: { id: V.route?.id ?? null }, url: new URL(location.href) };
	if (
		((V = { ...e.state, nav: r }),
		Ie(e.props.page),
		(G = new I.root({
			target: t,
			props: { ...e.props, stores: N, components: Xe },
			hydrate: n,
			sync: !1,
			transformError: void 0
		})),
		await Promise.resolve(),
		n)
	) {
		let e = {
			from: null,
			to: { ...r, scroll: j[K] ?? T() },
			willUnload: !1,
			type: `enter`,
			complete: Promise.resolve()
		};
		B.forEach((t) => t(e));
	}
	(dt(q), (et = !0));
}
async function Y({
	url: e,
	params: t,
	branch: n,
	errors: r,
	status: i,
	error: a,
	route: o,
	form: s
}) {
	let c = `never`;
	if (x && (e.pathname === x || e.pathname === x + `/`)) c = `always`;
	else for (let e of n) e?.slash !== void 0 && (c = e.slash);
	((e.pathname = d(e.pathname, c)), (e.search = e.search));
	let l = {
		type: `loaded`,
		state: { url: e, params: t, branch: n, error: a, route: o },
		props: { constructors: Ae(n).map((e) => e.node.component), page: Ht(O) }
	};
	s !== void 0 && (l.props.form = s);
	let u = {},
		f = !O,
		p = 0;
	for (let e = 0; e < Math.max(n.length, V.branch.length); e += 1) {
		let t = n[e],
			r = V.branch[e];
		(t?.data !== r?.data && (f = !0),
			t && ((u = { ...u, ...t.data }), f && (l.props[`data_${p}`] = u), (p += 1)));
	}
	return (
		(!V.url || e.href !== V.url.href || V.error !== a || (s !== void 0 && s !== O.form) || f) &&
			(l.props.page = {
				error: a,
				params: t,
				route: { id: o?.id ?? null },
				state: {},
				status: i,
				url: new URL(e),
				form: s ?? null,
				data: f ? u : O.data
			}),
		l
	);
}
async function _t({ loader: e, parent: t, url: n, params: r, route: i, server_data_node: a }) {
	let o = {
			dependencies: new Set(),
			params: new Set(),
			parent: !1,
			route: !1,
			url: !1,
			search_params: new Set()
		},
		s = await e();
	return {
		node: s,
		loader: e,
		server: a,
		universal: s.universal?.load ? { type: `data`, data: null, uses: o } : null,
		data: a?.data ?? null,
		slash: s.universal?.trailingSlash ?? a?.slash
	};
}
function vt(e, t, n) {
	let r = e instanceof Request ? e.url : e,
		i = new URL(r, n);
	return (
		i.origin === n.origin && (r = i.href.slice(n.origin.length)),
		{ resolved: i, promise: et ? y(r, i.href, t) : te(r, t) }
	);
}
function yt(e, t, n, r, i, a) {
	if (W) return !0;
	if (!i) return !1;
	if ((i.parent && e) || (i.route && t) || (i.url && n)) return !0;
	for (let e of i.search_params) if (r.has(e)) return !0;
	for (let e of i.params) if (a[e] !== V.params[e]) return !0;
	for (let e of i.dependencies) if (Ye.some((t) => t(new URL(e)))) return !0;
	return !1;
}
function bt(e, t) {
	return e?.type === `data` ? e : e?.type === `skip` ? (t ?? null) : null;
}
function xt(e, t) {
	if (!e) return new Set(t.searchParams.keys());
	let n = new Set([...e.searchParams.keys(), ...t.searchParams.keys()]);
	for (let r of n) {
		let i = e.searchParams.getAll(r),
			a = t.searchParams.getAll(r);
		i.every((e) => a.includes(e)) && a.every((e) => i.includes(e)) && n.delete(r);
	}
	return n;
}
function St({ error: e, url: t, route: n, params: r }) {
	return {
		type: `loaded`,
		state: { error: e, url: t, route: n, params: r, branch: [] },
		props: { page: Ht(O), constructors: [] }
	};
}
async function Ct({ id: e, invalidating: t, url: n, params: r, route: i, preload: a }) {
	if (L?.id === e) return (rt.delete(L.token), L.promise);
	let { errors: o, layouts: s, leaf: u } = i,
		d = [...s, u];
	(o.forEach((e) => e?.().catch(h)), d.forEach((e) => e?.[1]().catch(h)));
	let f = V.url ? e !== Ot(V.url) : !1,
		p = V.route ? i.id !== V.route.id : !1,
		m = xt(V.url, n),
		ee = !1,
		g = d.map(async (e, t) => {
			if (!e) return;
			let a = V.branch[t];
			return e[1] === a?.loader && !yt(ee, p, f, m, a.universal?.uses, r)
				? a
				: ((ee = !0),
					_t({
						loader: e[1],
						url: n,
						params: r,
						route: i,
						parent: async () => {
							let e = {};
							for (let n = 0; n < t; n += 1) Object.assign(e, (await g[n])?.data);
							return e;
						},
						server_data_node: bt(e[0] ? { type: `skip` } : null, e[0] ? a?.server : void 0)
					}));
		});
	for (let e of g) e.catch(h);
	let _ = [];
	for (let e = 0; e < d.length; e += 1)
		if (d[e])
			try {
				_.push(await g[e]);
			} catch (t) {
				if (t instanceof l) return { type: `redirect`, location: t.location };
				if (a && rt.has(a))
					return St({
						error: await $(t, { params: r, url: n, route: { id: i.id } }),
						url: n,
						params: r,
						route: i
					});
				let s = je(t),
					u;
				if (t instanceof c) u = t.body;
				else {
					if (await N.updated.check()) return (await He(), await P(n));
					u = await $(t, { params: r, url: n, route: { id: i.id } });
				}
				let d = await wt(e, _, o);
				return d
					? Y({
							url: n,
							params: r,
							branch: _.slice(0, d.idx).concat(d.node),
							errors: o,
							status: s,
							error: u,
							route: i
						})
					: await At(n, { id: i.id }, u, s);
			}
		else _.push(void 0);
	return Y({
		url: n,
		params: r,
		branch: _,
		errors: o,
		status: 200,
		error: null,
		route: i,
		form: t ? void 0 : null
	});
}
async function wt(e, t, n) {
	for (; e--;)
		if (n[e]) {
			let r = e;
			for (; !t[r];) --r;
			try {
				return {
					idx: r + 1,
					node: { node: await n[e](), loader: n[e], data: {}, server: null, universal: null }
				};
			} catch {
				continue;
			}
		}
}
async function Tt({ status: e, error: t, url: n, route: r }) {
	let i = {};
	try {
		return Y({
			url: n,
			params: i,
			branch: [
				await _t({
					loader: We,
					url: n,
					params: i,
					route: r,
					parent: () => Promise.resolve({}),
					server_data_node: bt(null)
				}),
				{ node: await Ge(), loader: Ge, universal: null, server: null, data: null }
			],
			status: e,
			error: t,
			errors: [],
			route: null
		});
	} catch (t) {
		if (t instanceof l) {
			await pt(new URL(t.location, location.href), {}, 0);
			return;
		}
		let a = await I.get_error_template(),
			o = await $(t, { url: n, params: i, route: r }),
			s = a({
				status: e,
				message: String(o?.message ?? ``)
					.replace(/&/g, `&amp;`)
					.replace(/</g, `&lt;`)
					.replace(/>/g, `&gt;`)
			}),
			c = new DOMParser().parseFromString(s, `text/html`);
		throw (
			document.documentElement.replaceChild(document.adoptNode(c.head), document.head),
			document.documentElement.replaceChild(document.adoptNode(c.body), document.body),
			t
		);
	}
}
async function Et(e) {
	let t = e.href;
	if (z.has(t)) return z.get(t);
	let n;
	try {
		let r = (async () => {
			let t =
				(await I.hooks.reroute({ url: new URL(e), fetch: async (t, n) => vt(t, n, e).promise })) ??
				e;
			if (typeof t == `string`) {
				let n = new URL(e);
				(I.hash ? (n.hash = t) : (n.pathname = t), (t = n));
			}
			return t;
		})();
		(z.set(t, r), (n = await r));
	} catch {
		z.delete(t);
		return;
	}
	return n;
}
async function X(e, t) {
	if (e && !De(e, x, I.hash)) {
		let n = await Et(e);
		if (!n) return;
		let r = Dt(n);
		for (let n of Ue) {
			let i = n.exec(r);
			if (i) return { id: Ot(e), invalidating: t, route: n, params: p(i), url: e };
		}
	}
}
function Dt(e) {
	return (
		f(I.hash ? e.hash.replace(/^#/, ``).replace(/[?#].+/, ``) : e.pathname.slice(x.length)) || `/`
	);
}
function Ot(e) {
	return (I.hash ? e.hash.replace(/^#/, ``) : e.pathname) + e.search;
}
function kt({ url: e, type: t, intent: n, delta: r, event: i, scroll: a }) {
	let o = !1,
		s = Vt(V, n, e, t, a ?? null);
	(r !== void 0 && (s.navigation.delta = r), i !== void 0 && (s.navigation.event = i));
	let c = {
		...s.navigation,
		cancel: () => {
			((o = !0), s.reject(Error(`navigation cancelled`)));
		}
	};
	return (H || Ze.forEach((e) => e(c)), o ? null : s);
}
async function Z({
	type: e,
	url: t,
	popped: r,
	keepfocus: i,
	noscroll: a,
	replace_state: s,
	state: c = {},
	redirect_count: l = 0,
	nav_token: d = {},
	accept: f = h,
	block: p = h,
	event: m
}) {
	let ee = J;
	J = d;
	let g = await X(t, !1),
		_ =
			e === `enter`
				? Vt(V, g, t, e)
				: kt({ url: t, type: e, delta: r?.delta, intent: g, scroll: r?.scroll, event: m });
	if (!_) {
		(p(), J === d && (J = ee));
		return;
	}
	let v = K,
		te = q;
	(f(),
		(H = !0),
		et && _.navigation.type !== `enter` && N.navigating.set((k.current = _.navigation)));
	let y = g && (await Ct(g));
	if (!y) {
		if (De(t, x, I.hash)) return await P(t, s);
		y = await At(
			t,
			{ id: null },
			await $(new u(404, `Not Found`, `Not found: ${t.pathname}`), {
				url: t,
				params: {},
				route: { id: null }
			}),
			404,
			s
		);
	}
	if (((t = g?.url || t), J !== d)) {
		_.reject(Error(`navigation aborted`));
		return;
	}
	if (!y) return;
	if (y.type === `redirect`) {
		if (l < 20) {
			(await Z({
				type: e,
				url: new URL(y.location, t),
				popped: r,
				keepfocus: i,
				noscroll: a,
				replace_state: s,
				state: c,
				redirect_count: l + 1,
				nav_token: d
			}),
				_.fulfil(void 0));
			return;
		}
		if (
			((y = await Tt({
				status: 500,
				error: await $(Error(`Redirect loop`), { url: t, params: {}, route: { id: null } }),
				url: t,
				route: { id: null }
			})),
			!y)
		)
			return;
	} else if (y.props.page.status >= 400 && (await N.updated.check()))
		return (await He(), await P(t, s));
	if (
		(lt(),
		Be(v),
		ut(te),
		y.props.page.url.pathname !== t.pathname && (t.pathname = y.props.page.url.pathname),
		(c = r ? r.state : c),
		!r)
	) {
		let e = +!s,
			n = { [S]: (K += e), [C]: (q += e), [ge]: c };
		((s ? history.replaceState : history.pushState).call(history, n, ``, t), s || Ve(K, q));
	}
	let b = g && L?.id === g.id ? L.fork : null;
	(L?.fork && !b ? R() : ((L = null), (Q = { element: void 0, href: void 0 })),
		(y.props.page.state = c));
	let ne;
	if (et) {
		let e = (await Promise.all(Array.from(Qe, (e) => e(_.navigation)))).filter(
			(e) => typeof e == `function`
		);
		if (e.length > 0) {
			function t() {
				e.forEach((e) => {
					B.delete(e);
				});
			}
			(e.push(t),
				e.forEach((e) => {
					B.add(e);
				}));
		}
		let r = _.navigation.to;
		((V = { ...y.state, nav: { params: r.params, route: r.route, url: r.url } }),
			y.props.page && (y.props.page.url = t),
			!i &&
				document.activeElement instanceof HTMLElement &&
				document.activeElement !== document.body &&
				document.activeElement.blur());
		let a = b && (await b);
		(a
			? (ne = a.commit())
			: ((A = null),
				G.$set(y.props),
				A && Object.assign(y.props.page, A),
				Ie(y.props.page),
				(ne = n?.())),
			(nt = !0));
	} else await gt(y, Ke, !1);
	let { activeElement: re } = document;
	if ((await ne, await o(), await o(), J !== d)) {
		_.reject(Error(`navigation aborted`));
		return;
	}
	y.props.page && A && Object.assign(y.props.page, A);
	let ie = null;
	if (tt) {
		let e = r ? r.scroll : a ? T() : null;
		e
			? scrollTo(e.x, e.y)
			: (ie = t.hash && document.getElementById(Wt(t)))
				? ie.scrollIntoView()
				: scrollTo(0, 0);
	}
	let ae = document.activeElement !== re && document.activeElement !== document.body;
	(!i && !ae && Bt(t, !ie),
		(tt = !0),
		(H = !1),
		_.fulfil(void 0),
		_.navigation.to && (_.navigation.to.scroll = T()),
		B.forEach((e) => e(_.navigation)),
		e === `popstate` && dt(q),
		N.navigating.set((k.current = null)));
}
async function At(e, t, n, r, i) {
	return e.origin === _e && e.pathname === location.pathname && !$e
		? await Tt({ status: r, error: n, url: e, route: t })
		: await P(e, i);
}
var Q = { element: void 0, href: void 0 };
function jt() {
	let e, t;
	F.addEventListener(`mousemove`, (t) => {
		let n = t.target;
		(clearTimeout(e),
			(e = setTimeout(() => {
				i(n, w.hover);
			}, 20)));
	});
	function n(e) {
		e.defaultPrevented || i(e.composedPath()[0], w.tap);
	}
	(F.addEventListener(`mousedown`, n), F.addEventListener(`touchstart`, n, { passive: !0 }));
	let r = new IntersectionObserver(
		(e) => {
			for (let t of e) t.isIntersecting && (ht(new URL(t.target.href)), r.unobserve(t.target));
		},
		{ threshold: 0 }
	);
	async function i(e, n) {
		let r = xe(e, F),
			i = r === Q.element && r?.href === Q.href && n >= t;
		if (!r || i) return;
		let { url: a, external: o, download: s } = Se(r, x, I.hash);
		if (o || s) return;
		let c = Ce(r),
			l = a && Ot(V.url) === Ot(a);
		if (!(c.reload || l)) {
			if (n <= c.preload_data) {
				((Q = { element: r, href: r.href }), (t = w.tap));
				let e = await X(a, !1);
				if (!e) return;
				mt(e);
			} else n <= c.preload_code && ((Q = { element: r, href: r.href }), (t = n), ht(a));
		}
	}
	function a() {
		r.disconnect();
		for (let e of F.querySelectorAll(`a`)) {
			let { url: t, external: n, download: i } = Se(e, x, I.hash);
			if (n || i) continue;
			let a = Ce(e);
			a.reload ||
				(a.preload_code === w.viewport && r.observe(e), a.preload_code === w.eager && ht(t));
		}
	}
	(B.add(a), a());
}
function $(e, t) {
	if (e instanceof c) return e.body;
	let n = je(e),
		r = Me(e);
	return I.hooks.handleError({ error: e, event: t, status: n, message: r }) ?? { message: r };
}
function Mt(e) {
	if (typeof e == `function`) Ye.push(e);
	else {
		let { href: t } = new URL(e, location.href);
		Ye.push((e) => e.href === t);
	}
}
function Nt() {
	return ((W = !0), ct());
}
async function Pt(e) {
	e.type === `error`
		? await Ft(e.error, e.status)
		: e.type === `redirect`
			? await pt(e.location, { invalidateAll: !0 }, 0)
			: ((O.form = e.data),
				(O.status = e.status),
				G.$set({ form: null, page: Ht(O) }),
				await Re(),
				G.$set({ form: e.data }),
				e.type === `success` && Bt(O.url));
}
async function Ft(e, t = 500) {
	let n = new URL(location.href),
		{ branch: r, route: i } = V;
	if (!i) return;
	let a = await wt(V.branch.length, r, i.errors);
	if (a) {
		let o = await Y({
			url: n,
			params: V.params,
			branch: r.slice(0, a.idx).concat(a.node),
			status: t,
			error: e,
			route: i
		});
		((V = { ...o.state, nav: V.nav }),
			G.$set(o.props),
			Ie(o.props.page),
			Re().then(() => Bt(V.url)));
	}
}
function It() {
	((history.scrollRestoration = `manual`),
		addEventListener(`beforeunload`, (e) => {
			let t = !1;
			if ((ft(), !H)) {
				let e = Vt(V, void 0, null, `leave`),
					n = {
						...e.navigation,
						cancel: () => {
							((t = !0), e.reject(Error(`navigation cancelled`)));
						}
					};
				Ze.forEach((e) => e(n));
			}
			t ? (e.preventDefault(), (e.returnValue = ``)) : (history.scrollRestoration = `auto`);
		}),
		addEventListener(`visibilitychange`, () => {
			document.visibilityState === `hidden` && ft();
		}),
		navigator.connection?.saveData || jt(),
		F.addEventListener(`click`, async (t) => {
			if (
				t.button ||
				t.which !== 1 ||
				t.metaKey ||
				t.ctrlKey ||
				t.shiftKey ||
				t.altKey ||
				t.defaultPrevented
			)
				return;
			let n = xe(t.composedPath()[0], F);
			if (!n) return;
			let { url: r, external: i, target: a, download: o } = Se(n, x, I.hash);
			if (!r) return;
			if (a === `_parent` || a === `_top`) {
				if (window.parent !== window) return;
			} else if (a && a !== `_self`) return;
			let s = Ce(n);
			if (
				(!(n instanceof SVGAElement) &&
					r.protocol !== location.protocol &&
					r.protocol !== `https:` &&
					r.protocol !== `http:`) ||
				o
			)
				return;
			let [c, l] = (I.hash ? r.hash.replace(/^#/, ``) : r.href).split(`#`),
				u = c === m(location);
			if (i || (s.reload && (!u || !l)))
				kt({ url: r, type: `link`, event: t }) ? (H = !0) : t.preventDefault();
			else {
				if (l !== void 0 && u) {
					let [, i] = V.url.href.split(`#`);
					if (i === l) {
						if (
							(t.preventDefault(),
							l === `` || (l === `top` && n.ownerDocument.getElementById(`top`) === null))
						)
							scrollTo({ top: 0 });
						else {
							let e = n.ownerDocument.getElementById(decodeURIComponent(l));
							e && (e.scrollIntoView(), e.focus());
						}
						return;
					}
					if (((U = !0), Be(K), e(r), !s.replace_state)) return;
					U = !1;
				}
				(t.preventDefault(),
					await new Promise((e) => {
						(requestAnimationFrame(() => {
							setTimeout(e, 0);
						}),
							setTimeout(e, 100));
					}),
					await Z({
						type: `link`,
						url: r,
						keepfocus: s.keepfocus,
						noscroll: s.noscroll,
						replace_state: s.replace_state ?? r.href === location.href,
						event: t
					}));
			}
		}),
		F.addEventListener(`submit`, (e) => {
			if (e.defaultPrevented) return;
			let t = HTMLFormElement.prototype.cloneNode.call(e.target),
				n = e.submitter;
			if ((n?.formTarget || t.target) === `_blank` || (n?.formMethod || t.method) !== `get`) return;
			let r = new URL((n?.hasAttribute(`formaction`) && n?.formAction) || t.action);
			if (De(r, x, !1)) return;
			let i = e.target,
				a = Ce(i);
			if (a.reload) return;
			(e.preventDefault(), e.stopPropagation());
			let o = new FormData(i, n);
			((r.search = new URLSearchParams(o).toString()),
				Z({
					type: `form`,
					url: r,
					keepfocus: a.keepfocus,
					noscroll: a.noscroll,
					replace_state: a.replace_state ?? r.href === location.href,
					event: e
				}));
		}),
		addEventListener(`popstate`, async (t) => {
			if (!zt) {
				if (t.state?.[`sveltekit:history`]) {
					let n = t.state[S];
					if (((J = {}), n === K)) return;
					let r = j[n],
						i = t.state[`sveltekit:states`] ?? {},
						a = new URL(t.state[`sveltekit:pageurl`] ?? location.href),
						o = t.state[C],
						s = V.url ? m(location) === m(V.url) : !1;
					if (o === q && (nt || s)) {
						(i !== O.state && (O.state = i), e(a), (j[K] = T()), r && scrollTo(r.x, r.y), (K = n));
						return;
					}
					let c = n - K;
					await Z({
						type: `popstate`,
						url: a,
						popped: { state: i, scroll: r, delta: c },
						accept: () => {
							((K = n), (q = o));
						},
						block: () => {
							history.go(-c);
						},
						nav_token: J,
						event: t
					});
				} else U || (e(new URL(location.href)), I.hash && location.reload());
			}
		}),
		addEventListener(`hashchange`, () => {
			U &&
				((U = !1), history.replaceState({ ...history.state, [S]: ++K, [C]: q }, ``, location.href));
		}));
	for (let e of document.querySelectorAll(`link`)) ze.has(e.rel) && (e.href = e.href);
	addEventListener(`pageshow`, (e) => {
		e.persisted && N.navigating.set((k.current = null));
	});
	function e(e) {
		((V.url = O.url = e), N.page.set(Ht(O)), N.page.notify());
	}
}
async function Lt(
	e,
	{ status: t = 200, error: n, node_ids: r, params: i, route: a, server_route: o, data: s, form: c }
) {
	$e = !0;
	let u = new URL(location.href),
		d;
	(({ params: i = {}, route: a = { id: null } } = (await X(u, !1)) || {}),
		(d = Ue.find(({ id: e }) => e === a.id)));
	let f,
		p = !0;
	try {
		let e = r.map(async (t, n) => {
				let r = s[n];
				return (
					r?.uses && (r.uses = Rt(r.uses)),
					_t({
						loader: I.nodes[t],
						url: u,
						params: i,
						route: a,
						parent: async () => {
							let t = {};
							for (let r = 0; r < n; r += 1) Object.assign(t, (await e[r]).data);
							return t;
						},
						server_data_node: bt(r)
					})
				);
			}),
			o = await Promise.all(e);
		if (d) {
			let e = d.layouts;
			for (let t = 0; t < e.length; t++) e[t] || o.splice(t, 0, void 0);
		}
		f = await Y({
			url: u,
			params: i,
			branch: o,
			status: t,
			error: n,
			errors: d?.errors,
			form: c,
			route: d ?? null
		});
	} catch (t) {
		if (t instanceof l) return await P(new URL(t.location, location.href));
		((f = await Tt({
			status: je(t),
			error: await $(t, { url: u, params: i, route: a }),
			url: u,
			route: a
		})),
			(e.textContent = ``),
			(p = !1));
	}
	f && (f.props.page && (f.props.page.state = {}), await gt(f, e, p));
}
function Rt(e) {
	return {
		dependencies: new Set(e?.dependencies ?? []),
		params: new Set(e?.params ?? []),
		parent: !!e?.parent,
		route: !!e?.route,
		url: !!e?.url,
		search_params: new Set(e?.search_params ?? [])
	};
}
var zt = !1;
function Bt(e, t = !0) {
	let n = document.querySelector(`[autofocus]`);
	if (n) n.focus();
	else {
		let n = Wt(e);
		if (n && document.getElementById(n)) {
			let { x: r, y: i } = T();
			setTimeout(() => {
				let a = history.state;
				((zt = !0),
					location.replace(new URL(`#${n}`, location.href)),
					history.replaceState(a, ``, e),
					t && scrollTo(r, i),
					(zt = !1));
			});
		} else {
			let e = document.body,
				t = e.getAttribute(`tabindex`);
			((e.tabIndex = -1),
				e.focus({ preventScroll: !0, focusVisible: !1 }),
				t === null ? e.removeAttribute(`tabindex`) : e.setAttribute(`tabindex`, t));
		}
		let r = getSelection();
		if (r && r.type !== `None`) {
			let e = [];
			for (let t = 0; t < r.rangeCount; t += 1) e.push(r.getRangeAt(t));
			setTimeout(() => {
				if (r.rangeCount === e.length) {
					for (let t = 0; t < r.rangeCount; t += 1) {
						let n = e[t],
							i = r.getRangeAt(t);
						if (
							n.commonAncestorContainer !== i.commonAncestorContainer ||
							n.startContainer !== i.startContainer ||
							n.endContainer !== i.endContainer ||
							n.startOffset !== i.startOffset ||
							n.endOffset !== i.endOffset
						)
							return;
					}
					r.removeAllRanges();
				}
			});
		}
	}
}
function Vt(e, t, n, r, i = null) {
	let a,
		o,
		s = new Promise((e, t) => {
			((a = e), (o = t));
		});
	return (
		s.catch(h),
		{
			navigation: {
				from: { params: e.params, route: { id: e.route?.id ?? null }, url: e.url, scroll: T() },
				to: n && {
					params: t?.params ?? null,
					route: { id: t?.route?.id ?? null },
					url: n,
					scroll: i
				},
				willUnload: !t,
				type: r,
				complete: s
			},
			fulfil: a,
			reject: o
		}
	);
}
function Ht(e) {
	return {
		data: e.data,
		error: e.error,
		form: e.form,
		params: e.params,
		route: e.route,
		state: e.state,
		status: e.status,
		url: e.url
	};
}
function Ut(e) {
	let t = new URL(e);
	return ((t.hash = decodeURIComponent(e.hash)), t);
}
function Wt(e) {
	let t;
	if (I.hash) {
		let [, , n] = e.hash.split(`#`, 3);
		t = n ?? ``;
	} else t = e.hash.slice(1);
	return decodeURIComponent(t);
}
export { k as a, h as c, st as i, Pt as n, O as o, Nt as r, Oe as s, I as t };
