/**
 * Reads a property from the prototype. A form's fields shadow the form's properties, and named elements shadow the
 * document's: with `<form name="body">`, `document.body` is that form (HTML, section 3.1.5). Methods are bound.
 */
export const inherited = <Target extends object, Key extends keyof Target>(
	target: Target,
	key: Key
): Target[Key] => {
	const value: unknown = Reflect.get(Object.getPrototypeOf(target) as object, key, target);
	return typeof value === 'function' ? value.bind(target) : (value as Target[Key]);
};

/** The document, without properties that forms or images shadow. */
export const doc: Document = /* @__PURE__ */ new Proxy({} as Document, {
	get: (_, key) => inherited(document, key as keyof Document)
});
