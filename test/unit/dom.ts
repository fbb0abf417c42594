/** Puts markup into the document and hands its first element back. */
export const render = <Type extends Element = HTMLFormElement>(html: string): Type => {
	document.body.innerHTML = html;
	return document.body.firstElementChild as Type;
};

export const find = <Type extends Element = HTMLElement>(selector: string): Type => {
	const found = document.querySelector<Type>(selector);
	if (!found) throw new Error(`Nothing matches ${selector}`);
	return found;
};

/**
 * Fires a submit event as a browser does, whose `submitter` is what the test says: happy-dom's own is not reliable.
 *
 * @returns whether the submission was left to the browser
 */
export const submit = (form: Element, submitter: Element | null = null): boolean => {
	const event = new Event('submit', { bubbles: true, cancelable: true });
	Object.defineProperty(event, 'submitter', { value: submitter });
	return form.dispatchEvent(event);
};

/** Resolves after everything that is due in this task and in `count` more. */
export const tasks = async (count = 3): Promise<void> => {
	for (let task = 0; task < count; task++) await new Promise((resolve) => setTimeout(resolve));
};

/** A promise and what settles it. */
export interface Deferred<Value> {
	promise: Promise<Value>;
	resolve(value: Value): void;
	reject(reason: unknown): void;
}

export const defer = <Value = void>(): Deferred<Value> => {
	let resolve!: (value: Value) => void;
	let reject!: (reason: unknown) => void;
	const promise = new Promise<Value>((...settlers) => {
		[resolve, reject] = settlers;
	});
	return { promise, resolve, reject };
};
