import '../chunks/xihTtKlq.js';
import {
	D as e,
	F as t,
	L as n,
	P as r,
	R as i,
	_ as a,
	c as o,
	f as s,
	g as c,
	h as l,
	l as u,
	o as d
} from '../chunks/B0FXfBf_.js';
import { c as f, n as p, r as m, t as h } from '../chunks/DvdYInZO.js';
var g = 2 ** 32 - 1,
	_ = g - 1;
function v(e) {
	return !(!Number.isInteger(e) || e < 0 || e > _);
}
function y(e) {
	return !(!Number.isInteger(e) || e < 0 || e > g);
}
function b(e) {
	return Uint8Array.fromBase64(e).buffer;
}
function x(e) {
	return Uint8Array.from(Buffer.from(e, `base64`)).buffer;
}
function S(e) {
	let t = atob(e),
		n = t.length,
		r = new Uint8Array(n);
	for (let e = 0; e < n; e++) r[e] = t.charCodeAt(e);
	return r.buffer;
}
var C = typeof Uint8Array.fromBase64 == `function`,
	w = typeof process == `object` && process.versions?.node !== void 0,
	T = C ? b : w ? x : S;
function E(e, t) {
	if (!t) return e;
	let n = {};
	for (let r of Object.keys(e)) n[r] = t[r] ?? e[r];
	return n;
}
var D = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, `byteLength`).get,
	O =
		typeof SharedArrayBuffer > `u`
			? void 0
			: Object.getOwnPropertyDescriptor(SharedArrayBuffer.prototype, `byteLength`).get,
	k = Object.freeze({
		fromPrimitive: (e) => e,
		fromISOString: (e) => new Date(e),
		fromStringValue: (e, t) =>
			e === `URL`
				? new URL(t)
				: e === `URLSearchParams`
					? new URLSearchParams(t)
					: Temporal[e.slice(9)].from(t),
		fromArrayBuffer: (e) => e,
		fromRegExpInfo: (e, t) => new RegExp(e, t),
		fromViewInfo: (e, t, n, r) => {
			try {
				D.call(t);
			} catch (e) {
				if (!O) throw e;
				O.call(t);
			}
			let i = globalThis[e];
			return n === void 0 ? new i(t) : new i(t, n, r);
		},
		box: (e) => Object(e),
		createArray: (e) => Array(e),
		createSparseArray: (e) => {
			let t = [];
			return ((t[_] = void 0), delete t[_], (t.length = e), t);
		},
		createObject: () => ({}),
		createNullPrototypeObject: () => Object.create(null),
		createSet: () => new Set(),
		createMap: () => new Map(),
		set: (e, t, n) => {
			e[t] = n;
		},
		addValue: (e, t) => {
			e.add(t);
		},
		addEntry: (e, t, n) => {
			e.set(t, n);
		}
	});
function A(e, t, n) {
	return j(JSON.parse(e), t, n);
}
function j(e, t, n) {
	let r = E(k, n?.operations);
	if (typeof e == `number`) return s(e, !0);
	if (!Array.isArray(e) || e.length === 0) throw Error(`Invalid input`);
	let i = e,
		a = Array(i.length),
		o = null;
	function s(e, n = !1) {
		if (e === -1) return r.fromPrimitive(void 0);
		if (e === -3) return r.fromPrimitive(NaN);
		if (e === -4) return r.fromPrimitive(1 / 0);
		if (e === -5) return r.fromPrimitive(-1 / 0);
		if (e === -6) return r.fromPrimitive(-0);
		if (n || typeof e != `number`) throw Error(`Invalid input`);
		if (e in a) return a[e];
		if (e >= i.length) throw Error(`Invalid input`);
		let c = i[e];
		if (!c || typeof c != `object`) a[e] = r.fromPrimitive(c);
		else if (Array.isArray(c)) {
			if (typeof c[0] == `string`) {
				let n = c[0],
					l = t && Object.hasOwn(t, n) ? t[n] : void 0;
				if (l) {
					let t = c[1];
					if ((typeof t != `number` && (t = i.push(c[1]) - 1), Object.hasOwn(a, t)))
						return (a[e] = l(a[t]));
					if (((o ??= new Set()), o.has(t))) throw Error(`Invalid circular reference`);
					return (o.add(t), (a[e] = l(s(t))), o.delete(t), a[e]);
				}
				switch (n) {
					case `Date`:
						a[e] = r.fromISOString(c[1]);
						break;
					case `Set`:
						let t = r.createSet();
						a[e] = t;
						for (let e = 1; e < c.length; e += 1) r.addValue(t, s(c[e]));
						break;
					case `Map`:
						let o = r.createMap();
						a[e] = o;
						for (let e = 1; e < c.length; e += 2) r.addEntry(o, s(c[e]), s(c[e + 1]));
						break;
					case `RegExp`:
						a[e] = r.fromRegExpInfo(c[1], c[2]);
						break;
					case `Object`: {
						let t = c[1];
						if (typeof i[t] == `object` && i[t][0] !== `BigInt`) throw Error(`Invalid input`);
						a[e] = r.box(s(t));
						break;
					}
					case `BigInt`:
						a[e] = r.fromPrimitive(BigInt(c[1]));
						break;
					case `null`:
						let l = r.createNullPrototypeObject();
						a[e] = l;
						for (let e = 1; e < c.length; e += 2) {
							let t = c[e];
							if (typeof t != `string`) throw Error(`Cannot parse an object with a non-string key`);
							if (t === `__proto__`)
								throw Error('Cannot parse an object with a `__proto__` property');
							r.set(l, t, s(c[e + 1]));
						}
						break;
					case `Int8Array`:
					case `Uint8Array`:
					case `Uint8ClampedArray`:
					case `Int16Array`:
					case `Uint16Array`:
					case `Float16Array`:
					case `Int32Array`:
					case `Uint32Array`:
					case `Float32Array`:
					case `Float64Array`:
					case `BigInt64Array`:
					case `BigUint64Array`:
					case `DataView`: {
						if (i[c[1]][0] !== `ArrayBuffer`) throw Error(`Invalid data`);
						let t = s(c[1]);
						a[e] = r.fromViewInfo(n, t, c[2], c[3]);
						break;
					}
					case `ArrayBuffer`: {
						let t = c[1];
						if (typeof t != `string`) throw Error(`Invalid ArrayBuffer encoding`);
						a[e] = r.fromArrayBuffer(T(t));
						break;
					}
					case `URL`:
					case `URLSearchParams`:
					case `Temporal.Duration`:
					case `Temporal.Instant`:
					case `Temporal.PlainDate`:
					case `Temporal.PlainTime`:
					case `Temporal.PlainDateTime`:
					case `Temporal.PlainMonthDay`:
					case `Temporal.PlainYearMonth`:
					case `Temporal.ZonedDateTime`:
						a[e] = r.fromStringValue(n, c[1]);
						break;
					default:
						throw Error(`Unknown type ${n}`);
				}
			} else if (c[0] === -7) {
				let t = c[1];
				if (!y(t)) throw Error(`Invalid input`);
				let n = r.createSparseArray(t);
				a[e] = n;
				for (let e = 2; e < c.length; e += 2) {
					let i = c[e];
					if (!v(i) || i >= t) throw Error(`Invalid input`);
					r.set(n, i, s(c[e + 1]));
				}
			} else {
				let t = r.createArray(c.length);
				a[e] = t;
				for (let e = 0; e < c.length; e += 1) {
					let n = c[e];
					n !== -2 && r.set(t, e, s(n));
				}
			}
		} else {
			let t = r.createObject();
			a[e] = t;
			for (let e of Object.keys(c)) {
				if (e === `__proto__`) throw Error('Cannot parse an object with a `__proto__` property');
				r.set(t, e, s(c[e]));
			}
		}
		return a[e];
	}
	return s(0);
}
n();
function M(e) {
	let t = JSON.parse(e);
	return ((t.data &&= A(t.data, h.decoders)), t);
}
function N(e) {
	return HTMLElement.prototype.cloneNode.call(e);
}
function P(e, t = f) {
	let n = async ({ action: t, result: n, reset: r = !0, invalidateAll: i = !0 }) => {
		(n.type === `success` && (r && HTMLFormElement.prototype.reset.call(e), i && (await m())),
			(location.origin + location.pathname === t.origin + t.pathname ||
				n.type === `redirect` ||
				n.type === `error`) &&
				(await p(n)));
	};
	async function r(r) {
		if ((r.submitter?.hasAttribute(`formmethod`) ? r.submitter.formMethod : N(e).method) !== `post`)
			return;
		r.preventDefault();
		let i = new URL(r.submitter?.hasAttribute(`formaction`) ? r.submitter.formAction : N(e).action),
			a = r.submitter?.hasAttribute(`formenctype`) ? r.submitter.formEnctype : N(e).enctype,
			o = new FormData(e, r.submitter),
			s = new AbortController(),
			c = !1,
			l =
				(await t({
					action: i,
					cancel: () => (c = !0),
					controller: s,
					formData: o,
					formElement: e,
					submitter: r.submitter
				})) ?? n;
		if (c) return;
		let u;
		try {
			let e = new Headers({ accept: `application/json`, 'x-sveltekit-action': `true` });
			a !== `multipart/form-data` &&
				e.set(
					`Content-Type`,
					/^(:?application\/x-www-form-urlencoded|text\/plain)$/.test(a)
						? a
						: `application/x-www-form-urlencoded`
				);
			let t = a === `multipart/form-data` ? o : new URLSearchParams(o),
				n = await fetch(i, {
					method: `POST`,
					headers: e,
					cache: `no-store`,
					body: t,
					signal: s.signal
				});
			((u = M(await n.text())), u.type === `error` && (u.status = n.status));
		} catch (e) {
			if (e?.name === `AbortError`) return;
			u = { type: `error`, error: e };
		}
		await l({
			action: i,
			formData: o,
			formElement: e,
			update: (e) => n({ action: i, result: u, reset: e?.reset, invalidateAll: e?.invalidateAll }),
			result: u
		});
	}
	return (
		HTMLFormElement.prototype.addEventListener.call(e, `submit`, r),
		{
			destroy() {
				HTMLFormElement.prototype.removeEventListener.call(e, `submit`, r);
			}
		}
	);
}
var F = a(`<div style="display: contents"></div>`);
function I(n, a) {
	t(a, !1);
	let f = (e) => {
			for (let t of e.querySelectorAll(`form`)) parity.enhancements.push(P(t));
		},
		p = (e) => {
			((parity.enhance = f), f(e), parity.ready());
		};
	d();
	var m = F();
	(u(`hahgha`, (t) => {
		var n = c(),
			r = e(n);
		(s(r, () => `<!--case:head-->`), l(t, n));
	}),
		s(m, () => `<!--case:body-->`, !0),
		i(m),
		o(m, (e) => p?.(e)),
		l(n, m),
		r());
}
export { I as component };
