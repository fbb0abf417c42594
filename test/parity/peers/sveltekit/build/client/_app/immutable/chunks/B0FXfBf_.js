var e = Object.defineProperty,
	t = (t, n) => {
		let r = {};
		for (var i in t) e(r, i, { get: t[i], enumerable: !0 });
		return (n || e(r, Symbol.toStringTag, { value: `Module` }), r);
	},
	n = Array.isArray,
	r = Array.prototype.indexOf,
	i = Array.prototype.includes,
	a = Array.from,
	o = Object.defineProperty,
	s = Object.getOwnPropertyDescriptor,
	c = Object.getOwnPropertyDescriptors,
	l = Object.prototype,
	u = Array.prototype,
	d = Object.getPrototypeOf,
	f = Object.isExtensible,
	p = () => {};
function m(e) {
	return e();
}
function h(e) {
	for (var t = 0; t < e.length; t++) e[t]();
}
function g() {
	var e, t;
	return {
		promise: new Promise((n, r) => {
			((e = n), (t = r));
		}),
		resolve: e,
		reject: t
	};
}
var _ = 1024,
	v = 2048,
	y = 4096,
	ee = 8192,
	te = 16384,
	ne = 32768,
	re = 1 << 25,
	ie = 65536,
	ae = 1 << 18,
	oe = 1 << 19,
	se = 1 << 20,
	ce = 1 << 21,
	le = 1 << 22,
	ue = 1 << 23,
	de = Symbol(`$state`),
	fe = Symbol(`component`),
	pe = Symbol(`legacy props`),
	me = Symbol(`attributes`),
	he = Symbol(`class`),
	ge = Symbol(`style`),
	_e = Symbol(`text`),
	ve = new (class extends Error {
		name = `StaleReactionError`;
		message = 'The reaction that called `getAbortSignal()` was re-run or destroyed';
	})();
globalThis.document?.contentType;
var b = {},
	x = Symbol(`uninitialized`),
	ye = `http://www.w3.org/2000/svg`,
	be = `http://www.w3.org/1998/Math/MathML`;
function xe() {
	console.warn(`https://svelte.dev/e/derived_inert`);
}
function Se(e) {
	console.warn(`https://svelte.dev/e/hydratable_missing_but_expected`);
}
function Ce(e) {
	console.warn(`https://svelte.dev/e/hydration_mismatch`);
}
function we() {
	console.warn(`https://svelte.dev/e/svelte_boundary_reset_noop`);
}
var S = !1;
function C(e) {
	S = e;
}
var w;
function T(e) {
	if (e === null) throw (Ce(), b);
	return (w = e);
}
function Te() {
	return T(I(w));
}
function Ee(e) {
	if (S) {
		if (I(w) !== null) throw (Ce(), b);
		w = e;
	}
}
function De(e = 1) {
	if (S) {
		for (var t = e, n = w; t--;) n = I(n);
		w = n;
	}
}
function Oe(e = !0) {
	for (var t = 0, n = w; ;) {
		if (n.nodeType === 8) {
			var r = n.data;
			if (r === `]`) {
				if (t === 0) return n;
				--t;
			} else (r === `[` || r === `[!` || (r[0] === `[` && !isNaN(Number(r.slice(1))))) && (t += 1);
		}
		var i = I(n);
		(e && n.remove(), (n = i));
	}
}
function ke(e) {
	if (!e || e.nodeType !== 8) throw (Ce(), b);
	return e.data;
}
function Ae(e) {
	return e === this.v;
}
function je(e, t) {
	return e == e ? e !== t || (typeof e == `object` && !!e) || typeof e == `function` : t == t;
}
function Me(e) {
	return !je(e, this.v);
}
function Ne(e) {
	throw Error(`https://svelte.dev/e/experimental_async_required`);
}
function Pe(e) {
	throw Error(`https://svelte.dev/e/lifecycle_outside_component`);
}
function Fe() {
	throw Error(`https://svelte.dev/e/missing_context`);
}
function Ie() {
	throw Error(`https://svelte.dev/e/async_derived_orphan`);
}
function Le(e) {
	throw Error(`https://svelte.dev/e/effect_in_teardown`);
}
function Re() {
	throw Error(`https://svelte.dev/e/effect_in_unowned_derived`);
}
function ze(e) {
	throw Error(`https://svelte.dev/e/effect_orphan`);
}
function Be() {
	throw Error(`https://svelte.dev/e/effect_update_depth_exceeded`);
}
function Ve() {
	throw Error(`https://svelte.dev/e/fork_discarded`);
}
function He() {
	throw Error(`https://svelte.dev/e/fork_timing`);
}
function Ue() {
	throw Error(`https://svelte.dev/e/get_abort_signal_outside_reaction`);
}
function We() {
	throw Error(`https://svelte.dev/e/hydration_failed`);
}
function Ge(e) {
	throw Error(`https://svelte.dev/e/lifecycle_legacy_only`);
}
function Ke(e) {
	throw Error(`https://svelte.dev/e/props_invalid_value`);
}
function qe() {
	throw Error(`https://svelte.dev/e/state_descriptors_fixed`);
}
function Je() {
	throw Error(`https://svelte.dev/e/state_prototype_fixed`);
}
function Ye() {
	throw Error(`https://svelte.dev/e/state_unsafe_mutation`);
}
function Xe() {
	throw Error(`https://svelte.dev/e/svelte_boundary_reset_onerror`);
}
var Ze = !1;
function Qe() {
	Ze = !0;
}
function $e(e, t, n) {
	let r = {};
	return [() => (n(r) || Fe(), e(r)), (e) => t(r, e), () => n(r)];
}
function et(e) {
	let t = e.p;
	for (; t !== null && t.c === null;) t = t.p;
	return t?.c ?? null;
}
function tt(e, t) {
	return (e === null && Pe(t), (e.c ??= new Map(et(e) || void 0)));
}
var E = null;
function nt(e) {
	E = e;
}
function rt() {
	return $e(it, at, ot);
}
function it(e) {
	return tt(E, `getContext`).get(e);
}
function at(e, t) {
	return (tt(E, `setContext`).set(e, t), t);
}
function ot(e) {
	return tt(E, `hasContext`).has(e);
}
function st() {
	return tt(E, `getAllContexts`);
}
function ct(e, t = !1, n) {
	E = {
		p: E,
		i: !1,
		c: null,
		e: null,
		s: e,
		x: null,
		r: G,
		l: Ze && !t ? { s: null, u: null, $: [] } : null
	};
}
function lt(e) {
	var t = E,
		n = t.e;
	if (n !== null) {
		t.e = null;
		for (var r of n) An(r);
	}
	return (e !== void 0 && (t.x = e), (t.i = !0), (E = t.p), ut(e));
}
function ut(e = {}) {
	return (o(e, fe, { value: !0 }), e);
}
function dt() {
	return !Ze || (E !== null && E.l === null);
}
var ft = [];
function pt() {
	var e = ft;
	((ft = []), h(e));
}
function mt(e) {
	if (ft.length === 0 && !Lt) {
		var t = ft;
		queueMicrotask(() => {
			t === ft && pt();
		});
	}
	ft.push(e);
}
function ht() {
	for (; ft.length > 0;) pt();
}
var gt = ~(v | y | _);
function D(e, t) {
	e.f = (e.f & gt) | t;
}
function _t(e) {
	e.f & 512 || e.deps === null ? D(e, _) : D(e, y);
}
function vt(e, t) {
	(e.f & 2048 ? t.set(e, v) : e.f & 4096 && t.get(e) !== 2048 && t.set(e, y), D(e, _));
}
function yt(e) {
	var t = H,
		n = G;
	(W(null), K(null));
	try {
		return e();
	} finally {
		(W(t), K(n));
	}
}
function bt(e, t, n, r) {
	let i = dt() ? wt : Ot;
	var a = e.filter((e) => !e.settled),
		o = t.map(i);
	if (n.length === 0 && a.length === 0) {
		r(o);
		return;
	}
	var s = G,
		c = xt(),
		l = a.length === 1 ? a[0].promise : a.length > 1 ? Promise.all(a.map((e) => e.promise)) : null;
	function u(e) {
		if (!(s.f & 16384)) {
			c();
			try {
				r([...o, ...e]);
			} catch (e) {
				L(e, s);
			}
			St();
		}
	}
	var d = Ct();
	if (n.length === 0) {
		l.then(() => u([])).finally(d);
		return;
	}
	function f() {
		Promise.all(n.map((e) => Et(e)))
			.then(u)
			.catch((e) => L(e, s))
			.finally(d);
	}
	l
		? l.then(() => {
				s.f & 16384 ? d() : (c(), f(), St());
			})
		: f();
}
function xt() {
	var e = G,
		t = H,
		n = E,
		r = O;
	return function (i = !0) {
		(K(e), W(t), nt(n), i && !(e.f & 16384) && (r?.activate(), r?.apply()));
	};
}
function St(e = !0) {
	(K(null), W(null), nt(null), e && O?.deactivate());
}
function Ct() {
	var e = G,
		t = e.b,
		n = O,
		r = !!t?.is_rendered();
	return (
		t?.update_pending_count(1, n),
		n.increment(r, e),
		() => {
			(t?.update_pending_count(-1, n), n.decrement(r, e));
		}
	);
}
function wt(e) {
	var t = 2 | v;
	return (
		G !== null && (G.f |= oe),
		{
			ctx: E,
			deps: null,
			effects: null,
			equals: Ae,
			f: t,
			fn: e,
			reactions: null,
			rv: 0,
			v: x,
			wv: 0,
			parent: G,
			ac: null
		}
	);
}
var Tt = Symbol(`obsolete`);
function Et(e, t, n) {
	let r = G;
	r === null && Ie();
	var i = void 0,
		a = tn(x),
		o = !H,
		s = new Set();
	return (
		Pn(() => {
			var t = G,
				n = g();
			i = n.promise;
			try {
				Promise.resolve(e())
					.then(n.resolve, (e) => {
						e !== ve && n.reject(e);
					})
					.finally(St);
			} catch (e) {
				(n.reject(e), St());
			}
			var c = O;
			if (o) {
				if (t.f & 32768) var l = Ct();
				if (r.b?.is_rendered()) c.async_deriveds.get(t)?.reject(Tt);
				else for (let e of s.values()) e.reject(Tt);
				(s.add(n), c.async_deriveds.set(t, n));
			}
			let u = (e, t = void 0) => {
				(l?.(),
					s.delete(n),
					t !== Tt &&
						(c.activate(),
						t ? ((a.f |= ue), on(a, t)) : (a.f & 8388608 && (a.f ^= ue), on(a, e)),
						c.deactivate()));
			};
			n.promise.then(u, (e) => u(null, e || `unknown`));
		}),
		On(() => {
			for (let e of s) e.reject(Tt);
		}),
		new Promise((e) => {
			function t(n) {
				function r() {
					n === i ? e(a) : t(i);
				}
				n.then(r, r);
			}
			t(i);
		})
	);
}
function Dt(e) {
	let t = wt(e);
	return (Xn(t), t);
}
function Ot(e) {
	let t = wt(e);
	return ((t.equals = Me), t);
}
function kt(e) {
	var t = e.effects;
	if (t !== null) {
		e.effects = null;
		for (var n = 0; n < t.length; n += 1) B(t[n]);
	}
}
function At(e) {
	var t,
		n = G,
		r = e.parent;
	if (!V && r !== null && e.v !== x && r.f & 24576) return (xe(), e.v);
	K(r);
	try {
		(kt(e), (t = ar(e)));
	} finally {
		K(n);
	}
	return t;
}
function jt(e) {
	var t = At(e);
	!e.equals(t) &&
	((e.wv = nr()),
	(!O?.is_fork || e.deps === null) &&
		(O === null ? (e.v = t) : (O.capture(e, t, !0), Ft?.capture(e, t, !0)), e.deps === null))
		? D(e, _)
		: V || (k === null ? _t(e) : (Dn() || O?.is_fork) && k.set(e, t));
}
function Mt(e) {
	if (e.effects !== null)
		for (let t of e.effects)
			(t.teardown || t.ac) &&
				(t.teardown?.(),
				t.ac !== null &&
					yt(() => {
						(t.ac.abort(ve), (t.ac = null));
					}),
				t.fn !== null && (t.teardown = p),
				cr(t, 0),
				zn(t));
}
function Nt(e) {
	if (e.effects !== null) for (let t of e.effects) t.teardown && t.fn !== null && lr(t);
}
var Pt = null,
	O = null,
	Ft = null,
	k = null,
	It = null,
	Lt = !1,
	Rt = !1,
	zt = null,
	Bt = null,
	Vt = 0,
	Ht = 1,
	Ut = class e {
		id = Ht++;
		started = !1;
		linked = !0;
		prev = null;
		next = null;
		async_deriveds = new Map();
		current = new Map();
		previous = new Map();
		#e = new Set();
		#t = new Set();
		#n = 0;
		#r = new Map();
		#i = null;
		#a = [];
		#o = [];
		#s = new Map();
		#c = new Map();
		#l = new Set();
		is_fork = !1;
		#u = !1;
		constructor() {
			(Pt === null ? (Pt = this) : ((Pt.next = this), (this.prev = Pt)), (Pt = this));
		}
		#d() {
			if (this.is_fork) return !0;
			for (let e of this.#r.keys()) if (!this.#f(e)) return !0;
			return !1;
		}
		#f(e) {
			for (var t = e; t !== null; t = t.parent) if (this.#c.has(t)) return !0;
			return !1;
		}
		skip_effect(e) {
			(this.#c.has(e) || this.#c.set(e, { d: [], m: [] }), this.#l.delete(e));
		}
		unskip_effect(e, t = (e) => this.schedule(e)) {
			var n = this.#c.get(e);
			if (n) {
				this.#c.delete(e);
				for (var r of n.d) (D(r, v), t(r));
				for (r of n.m) (D(r, y), t(r));
			}
			this.#l.add(e);
		}
		#p() {
			var e = [];
			for (let i of this.#a)
				if (!(i.f & 16384 || !(i.f & 6144))) {
					for (var t = i, n = !1; t.parent !== null;) {
						t = t.parent;
						var r = t.f;
						if (r & 96) {
							if (!(r & 1024)) {
								n = !0;
								break;
							}
							t.f ^= _;
						}
					}
					n || e.push(t);
				}
			return ((this.#a = []), e);
		}
		#m() {
			this.started = !0;
			for (let [e, t] of this.#s) (D(e, t), this.schedule(e));
			this.apply();
			for (var t = (zt = []), n = [], r = (Bt = []); this.#a.length > 0;) {
				Vt++ > 1e3 && (this.#b(), Gt());
				for (let e of this.#p())
					try {
						this.#h(e, t, n);
					} catch (t) {
						throw (Xt(e), this.#d() || this.discard(), t);
					}
			}
			if (((O = null), r.length > 0)) {
				var i = e.ensure();
				for (let e of r) i.schedule(e);
			}
			if (((zt = null), (Bt = null), this.#d())) {
				(this.#y(n), this.#y(t));
				for (let [e, t] of this.#c) Yt(e, t);
				r.length > 0 && O.#m();
				return;
			}
			let a = this.#g();
			if (a) (this.#y(n), this.#y(t), a.#v(this));
			else {
				this.#s.clear();
				for (let e of this.#e) e(this);
				(this.#e.clear(), (Ft = this), Kt(n), Kt(t), (Ft = null), this.#i?.resolve());
				var o = O;
				(this.#n === 0 && (this.#a.length === 0 || o !== null) && this.#b(),
					o !== null && (j.clear(), o.#m()));
			}
		}
		#h(e, t, n) {
			e.f ^= _;
			for (var r = e.first; r !== null;) {
				var i = r.f,
					a = !!(i & 96);
				if (!((a && i & 1024) || i & 8192 || this.#c.has(r)) && r.fn !== null) {
					a
						? (r.f ^= _)
						: i & 4
							? t.push(r)
							: rr(r) && (i & 16 && this.add_dirty_reaction(r, y), lr(r));
					var o = r.first;
					if (o !== null) {
						r = o;
						continue;
					}
				}
				for (; r !== null;) {
					var s = r.next;
					if (s !== null) {
						r = s;
						break;
					}
					r = r.parent;
				}
			}
		}
		#g() {
			for (var e = this.prev; e !== null; e = e.prev) if (!e.is_fork && this.#_(e)) return e;
			return null;
		}
		#_(e) {
			for (let [t, [, n]] of this.current) if (!n && e.current.has(t)) return !0;
			return !1;
		}
		#v(e) {
			for (let [t, n] of e.current)
				(!this.previous.has(t) && e.previous.has(t) && this.previous.set(t, e.previous.get(t)),
					this.current.set(t, n));
			for (let [t, n] of e.async_deriveds) {
				let e = this.async_deriveds.get(t);
				e && n.promise.then(e.resolve).catch(e.reject);
			}
			(e.async_deriveds.clear(), this.transfer_reactions(e.#s));
			let t = (e) => {
				var n = e.reactions;
				if (n !== null && !(e.f & 2 && !(e.f & 6144)))
					for (let e of n) {
						var r = e.f;
						if (r & 2) t(e);
						else {
							var i = e;
							r & 4194320 &&
								!this.async_deriveds.has(i) &&
								(this.#s.delete(i), D(i, v), this.schedule(i));
						}
					}
			};
			for (let e of this.current.keys()) t(e);
			(this.oncommit(() => e.discard()), e.#b(), (O = this), this.#m());
		}
		#y(e) {
			for (var t = 0; t < e.length; t += 1) vt(e[t], this.#s);
		}
		capture(e, t, n = !1) {
			(e.v !== x && !this.previous.has(e) && this.previous.set(e, e.v),
				e.f & 8388608 || (this.current.set(e, [t, n]), k?.set(e, t)),
				this.is_fork || (e.v = t));
		}
		activate() {
			O = this;
		}
		deactivate() {
			((O = null), (k = null));
		}
		flush() {
			try {
				((Rt = !0), (O = this), this.#m());
			} finally {
				((Vt = 0),
					(It = null),
					(zt = null),
					(Bt = null),
					(Rt = !1),
					(O = null),
					(k = null),
					j.clear());
			}
		}
		discard() {
			for (let e of this.#t) e(this);
			this.#t.clear();
			for (let e of this.async_deriveds.values()) e.reject(Tt);
			(this.#b(), this.#i?.resolve());
		}
		register_created_effect(e) {
			this.#o.push(e);
		}
		increment(e, t) {
			if (((this.#n += 1), e)) {
				let e = this.#r.get(t) ?? 0;
				this.#r.set(t, e + 1);
			}
		}
		decrement(e, t) {
			if ((--this.#n, e)) {
				let e = this.#r.get(t) ?? 0;
				e === 1 ? this.#r.delete(t) : this.#r.set(t, e - 1);
			}
			this.#u ||
				((this.#u = !0),
				mt(() => {
					((this.#u = !1), this.linked && this.flush());
				}));
		}
		transfer_reactions(e) {
			for (let [t, n] of e) this.add_dirty_reaction(t, n);
			e.clear();
		}
		add_dirty_reaction(e, t) {
			(t === 2048 || this.#s.get(e) !== 2048) && this.#s.set(e, t);
		}
		oncommit(e) {
			this.#e.add(e);
		}
		ondiscard(e) {
			this.#t.add(e);
		}
		settled() {
			return (this.#i ??= g()).promise;
		}
		static ensure() {
			if (O === null) {
				let t = (O = new e());
				!Rt &&
					!Lt &&
					mt(() => {
						t.started || t.flush();
					});
			}
			return O;
		}
		apply() {
			k = null;
		}
		schedule(e) {
			((It = e),
				e.b?.is_pending && e.f & 16777228 && !(e.f & 32768)
					? e.b.defer_effect(e)
					: this.#a.push(e));
		}
		#b() {
			if (this.linked) {
				var e = this.prev,
					t = this.next;
				(e === null || (e.next = t), t === null ? (Pt = e) : (t.prev = e), (this.linked = !1));
			}
		}
	};
function Wt(e) {
	var t = Lt,
		n = Ft;
	((Ft = null), (Lt = !0));
	try {
		var r;
		for (e && (Wt(), (r = e())); ;) {
			if ((ht(), O === null)) return r;
			O.flush();
		}
	} finally {
		((Lt = t), (Ft = n));
	}
}
function Gt() {
	try {
		Be();
	} catch (e) {
		L(e, It);
	}
}
var A = null;
function Kt(e) {
	var t = e.length;
	if (t !== 0) {
		for (var n = 0; n < t;) {
			var r = e[n++];
			if (
				!(r.f & 24576) &&
				rr(r) &&
				((A = new Set()),
				lr(r),
				r.deps === null &&
					r.first === null &&
					r.nodes === null &&
					r.teardown === null &&
					r.ac === null &&
					Hn(r),
				A?.size > 0)
			) {
				j.clear();
				for (let e of A) {
					if (e.f & 24576) continue;
					let t = [e],
						n = e.parent;
					for (; n !== null;) (A.has(n) && (A.delete(n), t.push(n)), (n = n.parent));
					for (let e = t.length - 1; e >= 0; e--) {
						let n = t[e];
						n.f & 24576 || lr(n);
					}
				}
				A.clear();
			}
		}
		A = null;
	}
}
function qt(e, t) {
	if (e.reactions !== null)
		for (let n of e.reactions) {
			let e = n.f;
			e & 2 ? qt(n, t) : e & 131072 && (D(n, v), t.add(n));
		}
}
function Jt(e) {
	O.schedule(e);
}
function Yt(e, t) {
	if (!(e.f & 32 && e.f & 1024)) {
		(e.f & 2048 ? t.d.push(e) : e.f & 4096 && t.m.push(e), D(e, _));
		for (var n = e.first; n !== null;) (Yt(n, t), (n = n.next));
	}
}
function Xt(e) {
	D(e, _);
	for (var t = e.first; t !== null;) (Xt(t), (t = t.next));
}
function Zt(e) {
	(Ne(`fork`), O !== null && He(), Wt());
	var t = Ut.ensure();
	((t.is_fork = !0), (k = new Map()));
	var n = !1,
		r = t.settled();
	return (
		e(),
		Wt(),
		{
			commit: async () => {
				if (n) await r;
				else {
					(t.linked || Ve(), (n = !0), (t.is_fork = !1));
					for (var [e, [i]] of t.current) ((e.v = i), (e.wv = nr()));
					(Wt(() => {
						var e = new Set();
						for (var n of t.current.keys()) qt(n, e);
						($t(e), sn());
					}),
						t.flush(),
						await r);
				}
			},
			discard: () => {
				for (var e of t.current.keys()) e.wv = nr();
				!n && t.linked && t.discard();
			}
		}
	);
}
var Qt = new Set(),
	j = new Map();
function $t(e) {
	Qt = e;
}
var en = !1;
function tn(e, t) {
	return { f: 0, v: e, reactions: null, equals: Ae, rv: 0, wv: 0 };
}
function M(e, t) {
	let n = tn(e, t);
	return (Xn(n), n);
}
function nn(e, t = !1, n = !0) {
	let r = tn(e);
	return (t || (r.equals = Me), Ze && n && E !== null && E.l !== null && (E.l.s ??= []).push(r), r);
}
function N(e, t, n = !1) {
	return (
		H !== null &&
			(!U || H.f & 131072) &&
			dt() &&
			H.f & 4325394 &&
			(q === null || !q.has(e)) &&
			Ye(),
		on(e, n ? un(t) : t, Bt)
	);
}
var rn = null,
	an = 0;
function on(e, t, n = null) {
	if (!e.equals(t)) {
		V ? j.set(e, t) : j.has(e) || j.set(e, e.v);
		var r = Ut.ensure();
		if ((r.capture(e, t), e.f & 2)) {
			let t = e;
			(e.f & 2048 && At(t), k === null && _t(t));
		}
		((e.wv = nr()),
			(rn = null),
			(an = 0),
			ln(e, v, n),
			(rn = null),
			dt() && G !== null && G.f & 1024 && !(G.f & 96) && (X === null ? Zn([e]) : X.push(e)),
			!r.is_fork && Qt.size > 0 && !en && sn());
	}
	return t;
}
function sn() {
	en = !1;
	for (let e of Qt) {
		e.f & 1024 && D(e, y);
		let t;
		try {
			t = rr(e);
		} catch {
			t = !0;
		}
		t && lr(e);
	}
	Qt.clear();
}
function cn(e) {
	N(e, e.v + 1);
}
function ln(e, t, n) {
	var r = e.reactions;
	if (r !== null) {
		var i = dt(),
			a = r.length;
		if (((an += a), an > 1e5 && rn === null && (rn = new Set()), rn !== null)) {
			if (rn.has(e)) return;
			rn.add(e);
		}
		for (var o = 0; o < a; o++) {
			var s = r[o],
				c = s.f;
			if (i || s !== G) {
				var l = (c & v) === 0;
				if ((l && D(s, t), c & 131072)) Qt.add(s);
				else if (c & 2) {
					var u = s;
					(k?.delete(u), ln(u, y, n));
				} else if (l) {
					var d = s;
					(c & 16 && A !== null && A.add(d), n === null ? Jt(d) : n.push(d));
				}
			}
		}
	}
}
function un(e) {
	if (typeof e != `object` || !e || de in e || fe in e) return e;
	let t = d(e);
	if (t !== l && t !== u) return e;
	var r = new Map(),
		i = n(e),
		a = M(0),
		o = null,
		c = er,
		f = (e) => {
			if (er === c) return e();
			var t = H,
				n = er;
			(W(null), tr(c));
			var r = e();
			return (W(t), tr(n), r);
		};
	return (
		i && r.set(`length`, M(e.length, o)),
		new Proxy(e, {
			defineProperty(e, t, n) {
				(`value` in n && n.configurable !== !1 && n.enumerable !== !1 && n.writable !== !1) || qe();
				var i = r.get(t);
				return (
					i === void 0
						? f(() => {
								var e = M(n.value, o);
								return (r.set(t, e), e);
							})
						: N(i, n.value, !0),
					!0
				);
			},
			deleteProperty(e, t) {
				var n = r.get(t);
				if (n === void 0) {
					if (t in e) {
						let e = f(() => M(x, o));
						(r.set(t, e), cn(a));
					}
				} else (N(n, x), cn(a));
				return !0;
			},
			get(t, n, i) {
				if (n === de) return e;
				var a = r.get(n),
					c = n in t;
				if (
					(a === void 0 &&
						(!c || s(t, n)?.writable) &&
						((a = f(() => M(un(c ? t[n] : x), o))), r.set(n, a)),
					a !== void 0)
				) {
					var l = Z(a);
					return l === x ? void 0 : l;
				}
				return Reflect.get(t, n, i);
			},
			getOwnPropertyDescriptor(e, t) {
				this.has?.(e, t);
				var n = Reflect.getOwnPropertyDescriptor(e, t),
					i = r.get(t);
				if (i !== void 0) {
					var a = Z(i);
					if (a === x) return;
					if (n && `value` in n) n.value = a;
					else return { enumerable: !0, configurable: !0, value: a, writable: !0 };
				}
				return n;
			},
			has(e, t) {
				if (t === de) return !0;
				var n = r.get(t),
					i = (n !== void 0 && n.v !== x) || Reflect.has(e, t);
				return (n !== void 0 || ((G !== null || H !== null) && (!i || s(e, t)?.writable))) &&
					(n === void 0 && ((n = f(() => M(i ? un(e[t]) : x, o))), r.set(t, n)), Z(n) === x)
					? !1
					: i;
			},
			set(e, t, n, c) {
				var l = r.get(t),
					u = t in e;
				if (i && t === `length`)
					for (var d = n; d < l.v; d += 1) {
						var p = r.get(d + ``);
						p === void 0 ? d in e && ((p = f(() => M(x, o))), r.set(d + ``, p)) : N(p, x);
					}
				if (l === void 0)
					(!u || s(e, t)?.writable) && ((l = f(() => M(void 0, o))), N(l, un(n)), r.set(t, l));
				else {
					u = l.v !== x;
					var m = f(() => un(n));
					N(l, m);
				}
				var h = Reflect.getOwnPropertyDescriptor(e, t);
				if ((h?.set && h.set.call(c, n), !u)) {
					if (i && typeof t == `string`) {
						var g = r.get(`length`),
							_ = Number(t);
						Number.isInteger(_) && _ >= g.v && N(g, _ + 1);
					}
					cn(a);
				}
				return !0;
			},
			ownKeys(e) {
				Z(a);
				var t = Reflect.ownKeys(e).filter((e) => {
					var t = r.get(e);
					return t === void 0 || t.v !== x;
				});
				for (var [n, i] of r) i.v !== x && !(n in e) && t.push(n);
				return t;
			},
			setPrototypeOf() {
				Je();
			}
		})
	);
}
var dn, fn, pn, mn;
function hn() {
	if (dn === void 0) {
		((dn = window), (fn = /Firefox/.test(navigator.userAgent)));
		var e = Element.prototype,
			t = Node.prototype,
			n = Text.prototype;
		((pn = s(t, `firstChild`).get),
			(mn = s(t, `nextSibling`).get),
			f(e) && ((e[he] = void 0), (e[me] = null), (e[ge] = void 0), (e.__e = void 0)),
			f(n) && (n[_e] = void 0));
	}
}
function P(e = ``) {
	return document.createTextNode(e);
}
function F(e) {
	return pn.call(e);
}
function I(e) {
	return mn.call(e);
}
function gn(e, t) {
	if (!S) return F(e);
	var n = F(w);
	if (n === null) n = w.appendChild(P());
	else if (t && n.nodeType !== 3) {
		var r = P();
		return (n?.before(r), T(r), r);
	}
	return (t && Cn(n), T(n), n);
}
function _n(e, t = !1) {
	if (!S) {
		var n = F(e);
		return n instanceof Comment && n.data === `` ? I(n) : n;
	}
	if (t) {
		if (w?.nodeType !== 3) {
			var r = P();
			return (w?.before(r), T(r), r);
		}
		Cn(w);
	}
	return w;
}
function vn(e, t = !1) {
	if (!S) return F(e);
	var n = gn(e, t);
	return (Ee(e), n);
}
function yn(e, t = 1, n = !1) {
	let r = S ? w : e;
	for (var i; t--;) ((i = r), (r = I(r)));
	if (!S) return r;
	if (n) {
		if (r?.nodeType !== 3) {
			var a = P();
			return (r === null ? i?.after(a) : r.before(a), T(a), a);
		}
		Cn(r);
	}
	return (T(r), r);
}
function bn(e) {
	e.textContent = ``;
}
function xn() {
	return !1;
}
function Sn(e, t, n) {
	return t == null || t === `http://www.w3.org/1999/xhtml`
		? n
			? document.createElement(e, { is: n })
			: document.createElement(e)
		: n
			? document.createElementNS(t, e, { is: n })
			: document.createElementNS(t, e);
}
function Cn(e) {
	if (e.nodeValue.length < 65536) return;
	let t = e.nextSibling;
	for (; t !== null && t.nodeType === 3;)
		(t.remove(), (e.nodeValue += t.nodeValue), (t = e.nextSibling));
}
function wn(e) {
	var t = G;
	if (t === null) return ((H.f |= ue), e);
	if (!(t.f & 32768) && !(t.f & 4)) throw e;
	L(e, t);
}
function L(e, t) {
	if (e === b) throw e;
	if (!(t !== null && t.f & 16384)) {
		for (; t !== null;) {
			if (t.f & 128 && !(t.f & 33570816)) {
				if (!(t.f & 32768)) throw e;
				try {
					t.b.error(e);
					return;
				} catch (t) {
					e = t;
				}
			}
			t = t.parent;
		}
		throw e;
	}
}
function Tn(e) {
	(G === null && (H === null && ze(e), Re()), V && Le(e));
}
function En(e, t) {
	var n = t.last;
	n === null ? (t.last = t.first = e) : ((n.next = e), (e.prev = n), (t.last = e));
}
function R(e, t) {
	var n = G;
	n !== null && n.f & 8192 && (e |= ee);
	var r = {
		ctx: E,
		deps: null,
		nodes: null,
		f: e | v | 512,
		first: null,
		fn: t,
		last: null,
		next: null,
		parent: n,
		b: n && n.b,
		prev: null,
		teardown: null,
		wv: 0,
		ac: null
	};
	O?.register_created_effect(r);
	var i = r;
	if (e & 4) zt === null ? Ut.ensure().schedule(r) : zt.push(r);
	else if (t !== null) {
		try {
			lr(r);
		} catch (e) {
			throw (B(r), e);
		}
		i.deps === null &&
			i.teardown === null &&
			i.nodes === null &&
			i.first === i.last &&
			!(i.f & 524288) &&
			((i = i.first), e & 16 && e & 65536 && i !== null && (i.f |= ie));
	}
	if (i !== null && ((i.parent = n), n !== null && En(i, n), H !== null && H.f & 2 && !(e & 64))) {
		var a = H;
		(a.effects ??= []).push(i);
	}
	return r;
}
function Dn() {
	return H !== null && !U;
}
function On(e) {
	let t = R(8, null);
	return (D(t, _), (t.teardown = e), t);
}
function kn(e) {
	Tn(`$effect`);
	var t = G.f;
	if (!H && t & 32 && E !== null && !E.i) {
		var n = E;
		(n.e ??= []).push(e);
	} else return An(e);
}
function An(e) {
	return R(4 | se, e);
}
function jn(e) {
	return (Tn(`$effect.pre`), R(8 | se, e));
}
function Mn(e) {
	Ut.ensure();
	let t = R(64 | oe, e);
	return (e = {}) =>
		new Promise((n) => {
			e.outro
				? Un(t, () => {
						(B(t), n(void 0));
					})
				: (B(t), n(void 0));
		});
}
function Nn(e) {
	return R(4, e);
}
function Pn(e) {
	return R(le | oe, e);
}
function Fn(e, t = 0) {
	return R(8 | t, e);
}
function In(e, t = [], n = [], r = []) {
	bt(r, t, n, (t) => {
		R(8, () => {
			e(...t.map(Z));
		});
	});
}
function Ln(e, t = 0) {
	return R(16 | t, e);
}
function z(e) {
	return R(32 | oe, e);
}
function Rn(e) {
	var t = e.teardown;
	if (t !== null) {
		let n = V,
			r = H;
		(Yn(!0), W(null));
		try {
			t.call(null);
		} catch (t) {
			L(t, e.parent);
		} finally {
			(Yn(n), W(r));
		}
	}
}
function zn(e, t = !1) {
	var n = e.first;
	for (e.first = e.last = null; n !== null;) {
		let e = n.ac;
		e !== null &&
			yt(() => {
				e.abort(ve);
			});
		var r = n.next;
		(n.f & 64 ? (n.parent = null) : B(n, t), (n = r));
	}
}
function Bn(e) {
	for (var t = e.first; t !== null;) {
		var n = t.next;
		(t.f & 32 || B(t), (t = n));
	}
}
function B(e, t = !0) {
	var n = !1;
	((t || e.f & 262144) &&
		e.nodes !== null &&
		e.nodes.end !== null &&
		(Vn(e.nodes.start, e.nodes.end), (n = !0)),
		(e.f |= re),
		zn(e, t && !n),
		cr(e, 0));
	var r = e.nodes && e.nodes.t;
	if (r !== null) for (let e of r) e.stop();
	(Rn(e), (e.f ^= re), (e.f |= te));
	var i = e.parent;
	(i !== null && i.first !== null && Hn(e),
		(e.next = e.prev = e.teardown = e.ctx = e.deps = e.fn = e.nodes = e.ac = e.b = null));
}
function Vn(e, t) {
	for (; e !== null;) {
		var n = e === t ? null : I(e);
		(e.remove(), (e = n));
	}
}
function Hn(e) {
	var t = e.parent,
		n = e.prev,
		r = e.next;
	(n !== null && (n.next = r),
		r !== null && (r.prev = n),
		t !== null && (t.first === e && (t.first = r), t.last === e && (t.last = n)));
}
function Un(e, t, n = !0) {
	var r = [];
	((e.f |= 256), Wn(e, r, !0));
	var i = () => {
			(n && B(e), t && t());
		},
		a = r.length;
	if (a > 0) {
		var o = () => --a || i();
		for (var s of r) s.out(o);
	} else i();
}
function Wn(e, t, n) {
	if (!(e.f & 8192)) {
		e.f ^= ee;
		var r = e.nodes && e.nodes.t;
		if (r !== null) for (let e of r) (e.is_global || n) && t.push(e);
		for (var i = e.first; i !== null;) {
			var a = i.next;
			if (!(i.f & 64)) {
				var o = !!(i.f & 65536) || (!!(i.f & 32) && !!(e.f & 16));
				Wn(i, t, o ? n : !1);
			}
			i = a;
		}
	}
}
function Gn(e) {
	((e.f &= -257), Kn(e, !0));
}
function Kn(e, t) {
	if (!(e.f & 256) && e.f & 8192) {
		((e.f ^= ee), e.f & 1024 || (D(e, v), Ut.ensure().schedule(e)));
		for (var n = e.first; n !== null;) {
			var r = n.next,
				i = !!(n.f & 65536) || !!(n.f & 32);
			(Kn(n, i ? t : !1), (n = r));
		}
		var a = e.nodes && e.nodes.t;
		if (a !== null) for (let e of a) (e.is_global || t) && e.in();
	}
}
function qn(e, t) {
	if (e.nodes)
		for (var n = e.nodes.start, r = e.nodes.end; n !== null;) {
			var i = n === r ? null : I(n);
			(t.append(n), (n = i));
		}
}
var Jn = null,
	V = !1;
function Yn(e) {
	V = e;
}
var H = null,
	U = !1;
function W(e) {
	H = e;
}
var G = null;
function K(e) {
	G = e;
}
var q = null;
function Xn(e) {
	H !== null && (H.f & 2097152 || H.f & 2) && (q ??= new Set()).add(e);
}
var J = null,
	Y = 0,
	X = null;
function Zn(e) {
	X = e;
}
var Qn = 1,
	$n = 0,
	er = $n;
function tr(e) {
	er = e;
}
function nr() {
	return ++Qn;
}
function rr(e) {
	var t = e.f;
	if (t & 2048) return !0;
	if (t & 4096) {
		for (var n = e.deps, r = n.length, i = 0; i < r; i++) {
			var a = n[i];
			if ((rr(a) && jt(a), a.wv > e.wv)) return !0;
		}
		t & 512 && k === null && D(e, _);
	}
	return !1;
}
function ir(e, t, n = !0) {
	var r = e.reactions;
	if (r !== null && !(q !== null && q.has(e)))
		for (var i = 0; i < r.length; i++) {
			var a = r[i];
			a.f & 2 ? ir(a, t, !1) : t === a && (n ? D(a, v) : a.f & 1024 && D(a, y), Jt(a));
		}
}
function ar(e) {
	var t = J,
		n = Y,
		r = X,
		i = H,
		a = q,
		o = E,
		s = U,
		c = er,
		l = e.f;
	((J = null),
		(Y = 0),
		(X = null),
		(H = l & 96 ? null : e),
		(q = null),
		nt(e.ctx),
		(U = !1),
		(er = ++$n),
		e.ac !== null &&
			(yt(() => {
				e.ac.abort(ve);
			}),
			(e.ac = null)));
	try {
		e.f |= ce;
		var u = e.fn,
			d = u();
		e.f |= ne;
		var f = or(e);
		if (dt() && X !== null && !U && f !== null && !(e.f & 6146))
			for (var p = 0; p < X.length; p++) ir(X[p], e);
		if (i !== null && i !== e) {
			if (($n++, i.deps !== null)) for (let e = 0; e < n; e += 1) i.deps[e].rv = $n;
			if (t !== null) for (let e of t) e.rv = $n;
			X !== null && (r === null ? (r = X) : r.push(...X));
		}
		return (e.f & 8388608 && (e.f ^= ue), d);
	} catch (t) {
		return (or(e), wn(t));
	} finally {
		((e.f ^= ce), (J = t), (Y = n), (X = r), (H = i), (q = a), nt(o), (U = s), (er = c));
	}
}
function or(e) {
	var t = e.deps,
		n = O?.is_fork;
	if (J !== null) {
		var r;
		if ((n || cr(e, Y), t !== null && Y > 0))
			for (t.length = Y + J.length, r = 0; r < J.length; r++) t[Y + r] = J[r];
		else e.deps = t = J;
		if (Dn() && e.f & 512) for (r = Y; r < t.length; r++) (t[r].reactions ??= []).push(e);
	} else !n && t !== null && Y < t.length && (cr(e, Y), (t.length = Y));
	return t;
}
function sr(e, t) {
	let n = t.reactions;
	if (n !== null) {
		var a = r.call(n, e);
		if (a !== -1) {
			var o = n.length - 1;
			o === 0 ? (n = t.reactions = null) : ((n[a] = n[o]), n.pop());
		}
	}
	if (n === null && t.f & 2 && (J === null || !i.call(J, t))) {
		var s = t;
		(s.f & 512 && (s.f ^= 512),
			s.v !== x && _t(s),
			s.ac !== null &&
				yt(() => {
					(s.ac.abort(ve), (s.ac = null), D(s, v));
				}),
			Mt(s),
			cr(s, 0));
	}
}
function cr(e, t) {
	var n = e.deps;
	if (n !== null) for (var r = t; r < n.length; r++) sr(e, n[r]);
}
function lr(e) {
	var t = e.f;
	if (!(t & 16384)) {
		D(e, _);
		var n = G;
		G = e;
		try {
			(t & 16777232 ? Bn(e) : zn(e), Rn(e));
			var r = ar(e);
			((e.teardown = typeof r == `function` ? r : null), (e.wv = Qn));
		} finally {
			G = n;
		}
	}
}
async function ur() {
	(await Promise.resolve(), Wt());
}
function dr() {
	return Ut.ensure().settled();
}
function Z(e) {
	var t = !!(e.f & 2);
	if ((Jn?.add(e), H !== null && !U && !(G !== null && G.f & 16384) && (q === null || !q.has(e)))) {
		var n = H.deps;
		if (H.f & 2097152)
			e.rv < $n &&
				((e.rv = $n),
				J === null && n !== null && n[Y] === e ? Y++ : J === null ? (J = [e]) : J.push(e));
		else {
			((H.deps ??= []), i.call(H.deps, e) || H.deps.push(e));
			var r = e.reactions;
			r === null ? (e.reactions = [H]) : i.call(r, H) || r.push(H);
		}
	}
	if (V && j.has(e)) return j.get(e);
	if (t) {
		var a = e;
		if (V) {
			var o = a.v;
			return (((!(a.f & 1024) && a.reactions !== null) || pr(a)) && (o = At(a)), j.set(a, o), o);
		}
		var s = !(a.f & 512) && !U && H !== null && !!(H.f & 512),
			c = (a.f & ne) === 0;
		(rr(a) && (s && (a.f |= 512), jt(a)), s && !c && (Nt(a), fr(a)));
	}
	if (k?.has(e)) return k.get(e);
	if (e.f & 8388608) throw e.v;
	return e.v;
}
function fr(e) {
	if (((e.f |= 512), e.deps !== null))
		for (let n of e.deps) {
			var t = n.reactions;
			(t === null ? (n.reactions = [e]) : i.call(t, e) || t.push(e),
				n.f & 2 && !(n.f & 512) && (Nt(n), fr(n)));
		}
}
function pr(e) {
	if (e.v === x) return !0;
	if (e.deps === null) return !1;
	for (let t of e.deps) if (j.has(t) || (t.f & 2 && pr(t))) return !0;
	return !1;
}
function Q(e) {
	var t = U;
	try {
		return ((U = !0), e());
	} finally {
		U = t;
	}
}
function mr(e) {
	if (!(typeof e != `object` || !e || e instanceof EventTarget)) {
		if (de in e) hr(e);
		else if (!Array.isArray(e))
			for (let t in e) {
				let n = e[t];
				typeof n == `object` && n && de in n && hr(n);
			}
	}
}
function hr(e, t = new Set()) {
	if (typeof e == `object` && e && !(e instanceof EventTarget) && !t.has(e)) {
		(t.add(e), e instanceof Date && e.getTime());
		for (let n in e)
			try {
				hr(e[n], t);
			} catch {}
		let n = d(e);
		if (
			n !== Object.prototype &&
			n !== Array.prototype &&
			n !== Map.prototype &&
			n !== Set.prototype &&
			n !== Date.prototype
		) {
			let t = c(n);
			for (let n in t) {
				let r = t[n].get;
				if (r)
					try {
						r.call(e);
					} catch {}
			}
		}
	}
}
[
	...`allowfullscreen.async.autofocus.autoplay.checked.controls.default.disabled.formnovalidate.indeterminate.inert.ismap.loop.multiple.muted.nomodule.novalidate.open.playsinline.readonly.required.reversed.seamless.selected.webkitdirectory.defer.disablepictureinpicture.disableremoteplayback`.split(
		`.`
	)
];
var gr = [`touchstart`, `touchmove`];
function _r(e) {
	return gr.includes(e);
}
var vr = Symbol(`events`),
	yr = new Set(),
	br = new Set(),
	xr = null,
	Sr = !1;
function Cr(e) {
	var t = this,
		n = t.ownerDocument,
		r = e.type,
		i = e.composedPath?.() || [],
		a = i[0] || e.target;
	((xr = e),
		Sr ||
			((Sr = !0),
			setTimeout(() => {
				((Sr = !1), (xr = null));
			})));
	var s = 0,
		c = xr === e && e[vr];
	if (c) {
		var l = i.indexOf(c);
		if (l !== -1 && (t === document || t === window)) {
			e[vr] = t;
			return;
		}
		var u = i.indexOf(t);
		if (u === -1) return;
		l <= u && (s = l);
	}
	if (((a = i[s] || e.target), a !== t)) {
		o(e, `currentTarget`, {
			configurable: !0,
			get() {
				return a || n;
			}
		});
		var d = H,
			f = G;
		(W(null), K(null));
		try {
			for (var p, m = []; a !== null && a !== t;) {
				try {
					var h = a[vr]?.[r];
					h == null || (a.disabled && e.target !== a) || h.call(a, e);
				} catch (e) {
					p ? m.push(e) : (p = e);
				}
				if (e.cancelBubble) break;
				(s++, (a = s < i.length ? i[s] : null));
			}
			if (p) {
				for (let e of m)
					queueMicrotask(() => {
						throw e;
					});
				throw p;
			}
		} finally {
			((e[vr] = t), delete e.currentTarget, W(d), K(f));
		}
	}
}
var wr =
	globalThis?.window?.trustedTypes &&
	globalThis.window.trustedTypes.createPolicy(`svelte-trusted-html`, { createHTML: (e) => e });
function Tr(e) {
	return wr?.createHTML(e) ?? e;
}
function Er(e) {
	var t = Sn(`template`);
	return ((t.innerHTML = Tr(e.replaceAll(`<!>`, `<!---->`))), t.content);
}
function $(e, t) {
	var n = G;
	n.nodes === null && (n.nodes = { start: e, end: t, a: null, t: null });
}
function Dr(e, t) {
	var n = !!(t & 1),
		r = !!(t & 2),
		i,
		a = !e.startsWith(`<!>`);
	return () => {
		if (S) return ($(w, null), w);
		i === void 0 && ((i = Er(a ? e : `<!>` + e)), n || (i = F(i)));
		var t = r || fn ? document.importNode(i, !0) : i.cloneNode(!0);
		if (n) {
			var o = F(t),
				s = t.lastChild;
			$(o, s);
		} else $(t, t);
		return t;
	};
}
function Or(e = ``) {
	if (!S) {
		var t = P(e + ``);
		return ($(t, t), t);
	}
	var n = w;
	return (n.nodeType === 3 ? Cn(n) : (n.before((n = P())), T(n)), $(n, n), n);
}
function kr() {
	if (S) return ($(w, null), w);
	var e = document.createDocumentFragment(),
		t = document.createComment(``),
		n = P();
	return (e.append(t, n), $(t, n), e);
}
function Ar(e, t) {
	if (S) {
		var n = G;
		((n.f & 32768 && n.nodes.end !== null) || (n.nodes.end = w), Te());
	} else e !== null && e.before(t);
}
function jr(e) {
	let t = 0,
		n = tn(0),
		r;
	return () => {
		Dn() &&
			(Z(n),
			Fn(
				() => (
					t === 0 && (r = Q(() => e(() => cn(n)))),
					(t += 1),
					() => {
						mt(() => {
							(--t, t === 0 && (r?.(), (r = void 0), cn(n)));
						});
					}
				)
			));
	};
}
var Mr = ie | oe;
function Nr(e, t, n, r) {
	new Pr(e, t, n, r);
}
var Pr = class {
	parent;
	is_pending = !1;
	transform_error;
	#e;
	#t = S ? w : null;
	#n;
	#r;
	#i;
	#a = null;
	#o = null;
	#s = null;
	#c = null;
	#l = 0;
	#u = 0;
	#d = !1;
	#f = new Map();
	#p = null;
	#m = jr(
		() => (
			(this.#p = tn(this.#l)),
			() => {
				this.#p = null;
			}
		)
	);
	constructor(e, t, n, r) {
		((this.#e = e),
			(this.#n = t),
			(this.#r = (e) => {
				var t = G;
				((t.b = this), (t.f |= 128), n(e));
			}),
			(this.parent = G.b),
			(this.transform_error = r ?? this.parent?.transform_error ?? ((e) => e)),
			(this.#i = Ln(() => {
				if (S) {
					let e = ke(this.#t);
					Te();
					let t = e === `[!`;
					if (e.startsWith(`[?`)) {
						let t = JSON.parse(e.slice(2));
						this.#g(t);
					} else t ? this.#y() : this.#h();
				} else this.#b();
			}, Mr)),
			S && (this.#e = w));
	}
	#h() {
		try {
			this.#a = z(() => this.#r(this.#e));
		} catch (e) {
			this.error(e);
		}
	}
	#g(e) {
		let t = this.#n.failed,
			{ reset: n, invoke_onerror: r } = this.#_(e);
		(mt(r),
			t &&
				(this.#s = z(() => {
					t(
						this.#e,
						() => e,
						() => n
					);
				})));
	}
	#_(e) {
		var t = !1,
			n = !1;
		let r = () => {
			this.#v() ||
				(t
					? we()
					: ((t = !0),
						n && Xe(),
						this.#s !== null &&
							Un(this.#s, () => {
								this.#s = null;
							}),
						this.#S(() => {
							this.#b();
						})));
		};
		return {
			reset: r,
			invoke_onerror: () => {
				if (!this.#v())
					try {
						((n = !0), this.#n.onerror?.(e, r), (n = !1));
					} catch (e) {
						L(e, this.#i && this.#i.parent);
					}
			}
		};
	}
	#v() {
		return (this.#i.f & (te | re)) !== 0;
	}
	#y() {
		let e = this.#n.pending;
		e &&
			((this.is_pending = !0),
			(this.#o = z(() => e(this.#e))),
			mt(() => {
				if (!this.#v()) {
					var e = (this.#c = document.createDocumentFragment()),
						t = P(),
						n = !1;
					(e.append(t),
						(this.#a = this.#S(() => {
							try {
								return z(() => this.#r(t));
							} catch (e) {
								try {
									(this.error(e), (n = !0));
								} catch (e) {
									L(e, this.#i.parent);
								}
								return null;
							}
						})),
						this.#a === null
							? ((this.#c = null), n && this.#x(O))
							: this.#u === 0 &&
								(this.#e.before(e),
								(this.#c = null),
								Un(this.#o, () => {
									this.#o = null;
								}),
								this.#x(O)));
				}
			}));
	}
	#b() {
		try {
			if (
				((this.is_pending = this.has_pending_snippet()),
				(this.#u = 0),
				(this.#l = 0),
				(this.#a = z(() => {
					this.#r(this.#e);
				})),
				this.#u > 0)
			) {
				var e = (this.#c = document.createDocumentFragment());
				qn(this.#a, e);
				let t = this.#n.pending;
				this.#o = z(() => t(this.#e));
			} else this.#x(O);
		} catch (e) {
			this.error(e);
		}
	}
	#x(e) {
		((this.is_pending = !1), e.transfer_reactions(this.#f));
	}
	defer_effect(e) {
		vt(e, this.#f);
	}
	is_rendered() {
		return !this.is_pending && (!this.parent || this.parent.is_rendered());
	}
	has_pending_snippet() {
		return !!this.#n.pending;
	}
	#S(e) {
		var t = G,
			n = H,
			r = E;
		(K(this.#i), W(this.#i), nt(this.#i.ctx));
		try {
			return (Ut.ensure(), e());
		} finally {
			(K(t), W(n), nt(r));
		}
	}
	#C(e, t) {
		this.has_pending_snippet()
			? ((this.#u += e),
				this.#u === 0 &&
					(this.#x(t),
					this.#o &&
						Un(this.#o, () => {
							this.#o = null;
						}),
					(this.#c &&= (this.#e.before(this.#c), null))))
			: this.parent && this.parent.#C(e, t);
	}
	update_pending_count(e, t) {
		(this.#C(e, t),
			(this.#l += e),
			!this.#p ||
				this.#d ||
				((this.#d = !0),
				mt(() => {
					((this.#d = !1), this.#p && on(this.#p, this.#l));
				})));
	}
	get_effect_pending() {
		return (this.#m(), Z(this.#p));
	}
	error(e) {
		if (e === b || (!this.#n.onerror && !this.#n.failed)) throw e;
		O?.is_fork
			? (this.#a && O.skip_effect(this.#a),
				this.#o && O.skip_effect(this.#o),
				this.#s && O.skip_effect(this.#s),
				O.oncommit(() => {
					this.#v() || this.#w(e);
				}))
			: this.#w(e);
	}
	#w(e) {
		((this.#a &&= (B(this.#a), null)),
			(this.#o &&= (B(this.#o), null)),
			(this.#s &&= (B(this.#s), null)),
			S && (T(this.#t), De(), T(Oe())));
		let t = this.#n.failed,
			n = (e) => {
				if (this.#v()) return;
				let { reset: n, invoke_onerror: r } = this.#_(e);
				(r(),
					t &&
						!this.#v() &&
						(this.#s = this.#S(() => {
							try {
								return z(() => {
									var r = G;
									((r.b = this),
										(r.f |= 128),
										t(
											this.#e,
											() => e,
											() => n
										));
								});
							} catch (e) {
								return (L(e, this.#i.parent), null);
							}
						})));
			};
		mt(() => {
			if (!this.#v()) {
				var t;
				try {
					t = this.transform_error(e);
				} catch (e) {
					L(e, this.#i && this.#i.parent);
					return;
				}
				typeof t == `object` && t && typeof t.then == `function`
					? t.then(n, (e) => L(e, this.#i && this.#i.parent))
					: n(t);
			}
		});
	}
};
function Fr(e, t) {
	var n = t == null ? `` : typeof t == `object` ? `${t}` : t;
	n !== (e[_e] ??= e.nodeValue) && ((e[_e] = n), (e.nodeValue = `${n}`));
}
function Ir(e, t) {
	return zr(e, t);
}
function Lr(e, t) {
	(hn(), (t.intro = t.intro ?? !1));
	let n = t.target,
		r = S,
		i = w;
	try {
		for (var a = F(n); a && (a.nodeType !== 8 || a.data !== `[`);) a = I(a);
		if (!a) throw b;
		(C(!0), T(a));
		let r = zr(e, { ...t, anchor: a });
		return (C(!1), r);
	} catch (r) {
		if (
			r instanceof Error &&
			r.message
				.split(
					`
`
				)
				.some((e) => e.startsWith(`https://svelte.dev/e/`))
		)
			throw r;
		return (
			r !== b && console.warn(`Failed to hydrate: `, r),
			t.recover === !1 && We(),
			hn(),
			bn(n),
			C(!1),
			Ir(e, t)
		);
	} finally {
		(C(r), T(i));
	}
}
var Rr = new Map();
function zr(
	e,
	{ target: t, anchor: n, props: r = {}, events: i, context: o, intro: s = !0, transformError: c }
) {
	hn();
	var l = void 0,
		u = Mn(() => {
			var s = n ?? t.appendChild(P());
			Nr(
				s,
				{ pending: () => {} },
				(t) => {
					ct({});
					var n = E;
					if (
						(o && (n.c = o),
						i && (r.$$events = i),
						S && $(t, null),
						(l = e(t, r) || ut()),
						S && ((G.nodes.end = w), w === null || w.nodeType !== 8 || w.data !== `]`))
					)
						throw (Ce(), b);
					lt();
				},
				c
			);
			var u = new Set(),
				d = (e) => {
					for (var n = 0; n < e.length; n++) {
						var r = e[n];
						if (!u.has(r)) {
							u.add(r);
							var i = _r(r);
							for (let e of [t, document]) {
								var a = Rr.get(e);
								a === void 0 && ((a = new Map()), Rr.set(e, a));
								var o = a.get(r);
								o === void 0
									? (e.addEventListener(r, Cr, { passive: i }), a.set(r, 1))
									: a.set(r, o + 1);
							}
						}
					}
				};
			return (
				d(a(yr)),
				br.add(d),
				() => {
					for (var e of u)
						for (let n of [t, document]) {
							var r = Rr.get(n),
								i = r.get(e);
							--i == 0
								? (n.removeEventListener(e, Cr), r.delete(e), r.size === 0 && Rr.delete(n))
								: r.set(e, i);
						}
					(br.delete(d), s !== n && s.parentNode?.removeChild(s));
				}
			);
		});
	return (Br.set(l, u), l);
}
var Br = new WeakMap();
function Vr(e, t) {
	let n = Br.get(e);
	return n ? (Br.delete(e), n(t)) : Promise.resolve();
}
var Hr = class {
	anchor;
	#e = new Map();
	#t = new Map();
	#n = new Map();
	#r = new Set();
	#i = !0;
	constructor(e, t = !0) {
		((this.anchor = e), (this.#i = t));
	}
	#a = (e) => {
		if (this.#e.has(e)) {
			var t = this.#e.get(e),
				n = this.#t.get(t);
			if (n) (Gn(n), this.#r.delete(t));
			else {
				var r = this.#n.get(t);
				r &&
					(Gn(r.effect),
					this.#t.set(t, r.effect),
					this.#n.delete(t),
					r.fragment.lastChild.remove(),
					this.anchor.before(r.fragment),
					(n = r.effect));
			}
			for (let [t, n] of this.#e) {
				if ((this.#e.delete(t), t === e)) break;
				let r = this.#n.get(n);
				r && (B(r.effect), this.#n.delete(n));
			}
			for (let [e, r] of this.#t) {
				if (e === t || this.#r.has(e)) continue;
				let i = () => {
					if (Array.from(this.#e.values()).includes(e)) {
						var t = document.createDocumentFragment();
						(qn(r, t), t.append(P()), this.#n.set(e, { effect: r, fragment: t }));
					} else B(r);
					(this.#r.delete(e), this.#t.delete(e));
				};
				this.#i || !n ? (this.#r.add(e), Un(r, i, !1)) : i();
			}
		}
	};
	#o = (e) => {
		this.#e.delete(e);
		let t = Array.from(this.#e.values());
		for (let [e, n] of this.#n) t.includes(e) || (B(n.effect), this.#n.delete(e));
	};
	ensure(e, t) {
		var n = O,
			r = xn();
		if (t && !this.#t.has(e) && !this.#n.has(e)) {
			if (r) {
				var i = document.createDocumentFragment(),
					a = P();
				(i.append(a), this.#n.set(e, { effect: z(() => t(a)), fragment: i }));
			} else
				this.#t.set(
					e,
					z(() => t(this.anchor))
				);
		}
		if ((this.#e.set(n, e), r)) {
			for (let [t, r] of this.#t) t === e ? n.unskip_effect(r) : n.skip_effect(r);
			for (let [t, r] of this.#n) t === e ? n.unskip_effect(r.effect) : n.skip_effect(r.effect);
			(n.oncommit(this.#a), n.ondiscard(this.#o));
		} else (S && (this.anchor = w), this.#a(n));
	}
};
function Ur(e, t, n = !1) {
	var r;
	S && ((r = w), Te());
	var i = new Hr(e),
		a = n ? ie : 0;
	function o(e, t) {
		if (S) {
			var n = ke(r);
			if (e !== parseInt(n.substring(1))) {
				var a = Oe();
				(T(a), (i.anchor = a), C(!1), i.ensure(e, t), C(!0));
				return;
			}
		}
		i.ensure(e, t);
	}
	Ln(() => {
		var e = !1;
		(t((t, n = 0) => {
			((e = !0), o(n, t));
		}),
			e || o(-1, null));
	}, a);
}
function Wr(e, t, n = !1, r = !1, i = !1, a = !1) {
	var o = e,
		s = ``;
	if (n) {
		var c = e;
		S && (o = T(F(c)));
	}
	In(() => {
		var e = G;
		if (s === (s = t() ?? ``)) S && Te();
		else if (n && !S) ((e.nodes = null), (c.innerHTML = s), s !== `` && $(F(c), c.lastChild));
		else if ((e.nodes !== null && (Vn(e.nodes.start, e.nodes.end), (e.nodes = null)), s !== ``)) {
			if (S) {
				for (var a = w.data, l = Te(), u = l; l !== null && (l.nodeType !== 8 || l.data !== ``);)
					((u = l), (l = I(l)));
				if (l === null) throw (Ce(), b);
				($(w, u), (o = T(l)));
			} else {
				var d = Sn(r ? `svg` : i ? `math` : `template`, r ? ye : i ? be : void 0);
				d.innerHTML = s;
				var f = r || i ? d : d.content;
				if (($(F(f), f.lastChild), r || i)) for (; F(f);) o.before(F(f));
				else o.before(f);
			}
		}
	});
}
function Gr(e, t, ...n) {
	var r = new Hr(e);
	Ln(() => {
		let e = t() ?? null;
		r.ensure(e, e && ((t) => e(t, ...n)));
	}, ie);
}
function Kr(e) {
	return (t, ...n) => {
		var r = e(...n),
			i;
		S ? ((i = w), Te()) : ((i = F(Er(r.render().trim()))), t.before(i));
		let a = r.setup?.(i);
		($(i, i), typeof a == `function` && On(a));
	};
}
function qr(e, t, n) {
	var r;
	S && ((r = w), Te());
	var i = new Hr(e);
	Ln(() => {
		var e = t() ?? null;
		if (S && (ke(r) === `[`) != (e !== null)) {
			var a = Oe();
			(T(a), (i.anchor = a), C(!1), i.ensure(e, e && ((t) => n(t, e))), C(!0));
		} else i.ensure(e, e && ((t) => n(t, e)));
	}, ie);
}
function Jr(e, t) {
	let n = null,
		r = S;
	var i;
	if (S) {
		n = w;
		for (var a = F(document.head); a !== null && (a.nodeType !== 8 || a.data !== e);) a = I(a);
		if (a === null) C(!1);
		else {
			var o = I(a);
			(a.remove(), T(o));
		}
	}
	S || (i = document.head.appendChild(P()));
	try {
		Ln(() => {
			var e = z(() => t(i));
			((e.f |= ae),
				S ||
					(e.nodes === null
						? (e.nodes = { start: i, end: i, a: null, t: null })
						: (e.nodes.end = i)));
		});
	} finally {
		r && (C(!0), T(n));
	}
}
function Yr(e, t, n) {
	Nn(() => {
		var r = Q(() => t(e, n?.()) || {});
		if (n && r?.update) {
			var i = !1,
				a = {};
			(Fn(() => {
				var e = n();
				(mr(e), i && je(a, e) && ((a = e), r.update(e)));
			}),
				(i = !0));
		}
		if (r?.destroy) return () => r.destroy();
	});
}
function Xr(e, t) {
	return e === t || e?.[de] === t;
}
function Zr(e = ut(), t, n, r) {
	var i = E.r,
		a = G;
	return (
		Nn(() => {
			var o, s;
			return (
				Fn(() => {
					((o = s),
						(s = r?.() || []),
						Q(() => {
							Xr(n(...s), e) || (t(e, ...s), o && Xr(n(...o), e) && t(null, ...o));
						}));
				}),
				() => {
					let r = a;
					for (; r !== i && r.parent !== null && r.parent.f & 33554432;) r = r.parent;
					let o = () => {
							s && Xr(n(...s), e) && t(null, ...s);
						},
						c = r.teardown;
					r.teardown = () => {
						(o(), c?.());
					};
				}
			);
		}),
		e
	);
}
function Qr(e = !1) {
	let t = E,
		n = t.l.u;
	if (!n) return;
	let r = () => mr(t.s);
	if (e) {
		let e = 0,
			n = {},
			i = wt(() => {
				let r = !1,
					i = t.s;
				for (let e in i) i[e] !== n[e] && ((n[e] = i[e]), (r = !0));
				return (r && e++, e);
			});
		r = () => Z(i);
	}
	(n.b.length &&
		jn(() => {
			($r(t, r), h(n.b));
		}),
		kn(() => {
			let e = Q(() => n.m.map(m));
			return () => {
				for (let t of e) typeof t == `function` && t();
			};
		}),
		n.a.length &&
			kn(() => {
				($r(t, r), h(n.a));
			}));
}
function $r(e, t) {
	if (e.l.s) for (let t of e.l.s) Z(t);
	t();
}
var ei = [];
function ti(e, t = p) {
	let n = null,
		r = new Set();
	function i(t) {
		if (je(e, t) && ((e = t), n)) {
			let t = !ei.length;
			for (let t of r) (t[1](), ei.push(t, e));
			if (t) {
				for (let e = 0; e < ei.length; e += 2) ei[e][0](ei[e + 1]);
				ei.length = 0;
			}
		}
	}
	function a(t) {
		i(t(e));
	}
	function o(o, s = p) {
		let c = [o, s];
		return (
			r.add(c),
			r.size === 1 && (n = t(i, a) || p),
			o(e),
			() => {
				(r.delete(c), r.size === 0 && n && (n(), (n = null)));
			}
		);
	}
	return { set: i, update: a, subscribe: o };
}
var ni = !1;
function ri(e) {
	var t = ni;
	try {
		return ((ni = !1), [e(), ni]);
	} finally {
		ni = t;
	}
}
function ii(e, t, n, r) {
	var i = !Ze || !!(n & 2),
		a = !!(n & 8),
		o = !!(n & 16),
		c = r,
		l = !0,
		u = void 0,
		d = () => (o && i ? ((u ??= wt(r)), Z(u)) : (l && ((l = !1), (c = o ? Q(r) : r)), c));
	let f;
	if (a) {
		var p = de in e || pe in e;
		f = s(e, t)?.set ?? (p && t in e ? (n) => (e[t] = n) : void 0);
	}
	var m,
		h = !1;
	(a ? ([m, h] = ri(() => e[t])) : (m = e[t]),
		m === void 0 && r !== void 0 && ((m = d()), f && (i && Ke(t), f(m))));
	var g = i
		? () => {
				var n = e[t];
				return n === void 0 ? d() : ((l = !0), n);
			}
		: () => {
				var n = e[t];
				return (n !== void 0 && (c = void 0), n === void 0 ? c : n);
			};
	if (i && !(n & 4)) return g;
	if (f) {
		var _ = e.$$legacy;
		return function (e, t) {
			return arguments.length > 0 ? ((!i || !t || _ || h) && f(t ? g() : e), e) : g();
		};
	}
	var v = !1,
		y = (n & 1 ? wt : Ot)(() => ((v = !1), g()));
	a && Z(y);
	var ee = G;
	return function (e, t) {
		if (arguments.length > 0) {
			let n = t ? Z(y) : i && a ? un(e) : e;
			return (N(y, n), (v = !0), c !== void 0 && (c = n), e);
		}
		return (V && v) || ee.f & 16384 ? y.v : Z(y);
	};
}
function ai(e) {
	return class extends oi {
		constructor(t) {
			super({ component: e, ...t });
		}
	};
}
var oi = class {
	#e;
	#t;
	constructor(e) {
		var t = new Map(),
			n = (e, n) => {
				var r = nn(n, !1, !1);
				return (t.set(e, r), r);
			};
		let r = new Proxy(
			{ ...(e.props || {}), $$events: {} },
			{
				get(e, r) {
					return Z(t.get(r) ?? n(r, Reflect.get(e, r)));
				},
				has(e, r) {
					return r === pe || (Z(t.get(r) ?? n(r, Reflect.get(e, r))), Reflect.has(e, r));
				},
				set(e, r, i) {
					return (N(t.get(r) ?? n(r, i), i), Reflect.set(e, r, i));
				}
			}
		);
		((this.#t = (e.hydrate ? Lr : Ir)(e.component, {
			target: e.target,
			anchor: e.anchor,
			props: r,
			context: e.context,
			intro: e.intro ?? !1,
			recover: e.recover,
			transformError: e.transformError
		})),
			(e?.props?.$$host && e.sync !== !1) || Wt(),
			(this.#e = r.$$events));
		for (let e of Object.keys(this.#t))
			e !== `$set` &&
				e !== `$destroy` &&
				e !== `$on` &&
				o(this, e, {
					get() {
						return this.#t[e];
					},
					set(t) {
						this.#t[e] = t;
					},
					enumerable: !0
				});
		((this.#t.$set = (e) => {
			Object.assign(r, e);
		}),
			(this.#t.$destroy = () => {
				Vr(this.#t);
			}));
	}
	$set(e) {
		this.#t.$set(e);
	}
	$on(e, t) {
		this.#e[e] = this.#e[e] || [];
		let n = (...e) => t.call(this, ...e);
		return (
			this.#e[e].push(n),
			() => {
				this.#e[e] = this.#e[e].filter((e) => e !== n);
			}
		);
	}
	$destroy() {
		this.#t.$destroy();
	}
};
function si(e, t) {
	if ((Ne(`hydratable`), S)) {
		let t = window.__svelte?.h;
		if (t?.has(e)) return t.get(e);
		Se(e);
	}
	return t();
}
var ci = t({
	afterUpdate: () => hi,
	beforeUpdate: () => mi,
	createContext: () => rt,
	createEventDispatcher: () => pi,
	createRawSnippet: () => Kr,
	flushSync: () => Wt,
	fork: () => Zt,
	getAbortSignal: () => li,
	getAllContexts: () => st,
	getContext: () => it,
	hasContext: () => ot,
	hydratable: () => si,
	hydrate: () => Lr,
	mount: () => Ir,
	onDestroy: () => di,
	onMount: () => ui,
	setContext: () => at,
	settled: () => dr,
	tick: () => ur,
	unmount: () => Vr,
	untrack: () => Q
});
function li() {
	return (H === null && Ue(), (H.ac ??= new AbortController()).signal);
}
function ui(e) {
	(E === null && Pe(`onMount`),
		Ze && E.l !== null
			? gi(E).m.push(e)
			: kn(() => {
					let t = Q(e);
					if (typeof t == `function`) return t;
				}));
}
function di(e) {
	(E === null && Pe(`onDestroy`), ui(() => () => Q(e)));
}
function fi(e, t, { bubbles: n = !1, cancelable: r = !1 } = {}) {
	return new CustomEvent(e, { detail: t, bubbles: n, cancelable: r });
}
function pi() {
	let e = E;
	return (
		e === null && Pe(`createEventDispatcher`),
		(t, r, i) => {
			let a = e.s.$$events?.[t];
			if (a) {
				let o = n(a) ? a.slice() : [a],
					s = fi(t, r, i);
				for (let t of o) t.call(e.x, s);
				return !s.defaultPrevented;
			}
			return !0;
		}
	);
}
function mi(e) {
	(E === null && Pe(`beforeUpdate`), E.l === null && Ge(`beforeUpdate`), gi(E).b.push(e));
}
function hi(e) {
	(E === null && Pe(`afterUpdate`), E.l === null && Ge(`afterUpdate`), gi(E).a.push(e));
}
function gi(e) {
	var t = e.l;
	return (t.u ??= { a: [], b: [], m: [] });
}
export {
	N as A,
	In as C,
	_n as D,
	gn as E,
	ct as F,
	at as I,
	Qe as L,
	Dt as M,
	it as N,
	vn as O,
	lt as P,
	Ee as R,
	Q as S,
	jn as T,
	Dr as _,
	ti as a,
	dr as b,
	Yr as c,
	Gr as d,
	Wr as f,
	kr as g,
	Ar as h,
	ii as i,
	M as j,
	yn as k,
	Jr as l,
	Fr as m,
	ui as n,
	Qr as o,
	Ur as p,
	ai as r,
	Zr as s,
	ci as t,
	qr as u,
	Or as v,
	kn as w,
	ur as x,
	Z as y
};
