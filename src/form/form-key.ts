const keys = /* @__PURE__ */ new WeakMap<Element, string>();

/** Records the key that the page gives a form to distinguish it from others. */
export const noteKey = (form: Element, key: string | undefined): void => {
	if (key) keys.set(form, key);
};

/** The recorded key of a form. */
export const notedKey = (form: Element): string | undefined => keys.get(form);
