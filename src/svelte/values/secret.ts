/**
 * Reads Svelte's internal state of an element, under a symbol. There is no public way to know what a template last
 * wrote. Older versions of Svelte 5 used a plain name.
 */
export const secretOf = (element: Element, description: string, name: string): unknown => {
	const symbols = Object.getOwnPropertySymbols(element);
	// The last one, because happy-dom has symbols of the same names, which were there before Svelte's.
	const key = symbols.findLast((symbol) => symbol.description === description) ?? name;
	return (element as unknown as Record<PropertyKey, unknown>)[key];
};

/** The values that a template last wrote to an element, by attribute. */
export const writtenOn = (element: Element): { value?: unknown; checked?: unknown } | undefined =>
	secretOf(element, 'attributes', '__attributes') as ReturnType<typeof writtenOn>;
