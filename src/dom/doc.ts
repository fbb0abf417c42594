/**
 * Reads a property as the prototype has it. A form shadows its own by its fields, and the document by what a page
 * names: after `<form name="body">`, `document.body` is that form (HTML, section 3.1.5). Methods come bound.
 */
export const inherited = <Target extends object, Key extends keyof Target>(
	target: Target,
	key: Key
): Target[Key] => {
	const value: unknown = Reflect.get(Object.getPrototypeOf(target) as object, key, target);
	return typeof value === 'function' ? value.bind(target) : (value as Target[Key]);
};

/** The document, whose properties no form or image shadows. */
export const doc: Document = /* @__PURE__ */ new Proxy({} as Document, {
	get: (_, key) => inherited(document, key as keyof Document)
});
