import { describe, expect, it } from 'vitest';
import { declaresAtTopLevel } from '../../../src/document/make/declarations.ts';

describe('a script that declares at its top level', () => {
	it.each([
		'const a = 1',
		'let a',
		'class A {}',
		'"use strict"; const a = 1',
		'var b = 1\nlet a = 2',
		'f()\nclass A extends B {}',
		'/* const */ let a = "x"',
		'function f() { return 1 } const a = f()',
		'const { a, b } = c',
		'`${ [1].map((x) => `${x}`) }`; let a',
		'var r = /[/"]/; const a = "}"',
		'if (x) { y } class A {}'
	])('%s', (code) => expect(declaresAtTopLevel(code)).toBe(true));
});

describe('a script that does not', () => {
	it.each([
		'',
		'var a = 1',
		'(() => { const a = 1; let b; class C {} })()',
		'{ const a = 1 }',
		'if (x) { let a }',
		'for (const a of b) c(a)',
		'f(class {})',
		'var A = class B {}',
		'x = y ? class {} : z',
		'// const a = 1',
		'<!-- const a = 1',
		'"const a = 1"',
		"'it\\'s; let a'",
		'`const a = ${ f({ a: `let b` }) } let c`',
		'a.let = 1; a["const"] = 2',
		'var r = /const a = 1/',
		'f(/"/); var a = "let b"',
		'a / b; g("/"); function h() { let x }',
		'customElements.define("x-a", class extends HTMLElement { a() { let b } })',
		'window.x = { class: 1, let: 2, const: 3 }'
	])('%s', (code) => expect(declaresAtTopLevel(code)).toBe(false));
});
