/** The built-ins of the window that making a document needs, and whose names scripts declare for something else. */
const NEEDED = [
	'Element',
	'Event',
	'FormData',
	'Headers',
	'PageTransitionEvent',
	'TextDecoder',
	'dispatchEvent',
	'fetch'
] as const;

/**
 * Whether a script of the page has declared a function or a variable with such a name. A library that only wraps a built-in
 * assigns it, which leaves the property configurable.
 */
export const hasReplacedBuiltIns = (): boolean =>
	NEEDED.some(
		(name) =>
			typeof window[name] !== 'function' ||
			Object.getOwnPropertyDescriptor(window, name)?.configurable === false
	);
