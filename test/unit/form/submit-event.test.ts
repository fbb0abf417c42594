// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offSubmit, onSubmit, type SubmitListener } from '../../../src/form/submit-event.ts';
import { find, render, submit, tasks } from '../dom.ts';

const heard = vi.fn<(event: SubmitEvent) => void>();
/** Ignores events that the browser has to handle. */
const hear: SubmitListener = { method: 'post', handler: (event, why) => !why && heard(event) };
let controller: AbortController;
let form: HTMLFormElement;

beforeEach(() => {
	controller = new AbortController();
	form = render('<form method="post"><button></button></form>');
	onSubmit(form, hear);
	controller.signal.addEventListener('abort', () => offSubmit(form, hear));
});

afterEach(() => {
	controller.abort();
	heard.mockReset();
});

/** Adds a listener for as long as the test runs. */
const listen = (node: EventTarget, listener: (event: Event) => void, capture = false): void =>
	node.addEventListener('submit', listener, { capture, signal: controller.signal });

const nodes: [name: string, node: () => EventTarget][] = [
	['the form', () => form],
	['an ancestor', () => document.body],
	['the document', () => document],
	['the window', () => window]
];

it('tells once of each submit event', () => {
	submit(form);
	expect(heard).toHaveBeenCalledOnce();
	submit(form);
	expect(heard).toHaveBeenCalledTimes(2);
});

it.each(nodes)('tells after a listener that was added to %s later', (_, node) => {
	const order: string[] = [];
	heard.mockImplementation(() => void order.push('told'));
	listen(node(), () => order.push('theirs'));
	submit(form);
	submit(form);
	expect(order).toEqual(['theirs', 'told', 'theirs', 'told']);
});

it.each(nodes)('ignores an event that a listener on %s has prevented', (_, node) => {
	listen(node(), (event) => event.preventDefault());
	submit(form);
	expect(heard).not.toHaveBeenCalled();
});

it.each(nodes)('ignores an event that a capturing listener on %s has prevented', (_, node) => {
	listen(node(), (event) => event.preventDefault(), true);
	submit(form);
	expect(heard).not.toHaveBeenCalled();
});

it.each(nodes)('tells where a listener on %s stops the event', (_, node) => {
	listen(node(), (event) => event.stopPropagation());
	submit(form);
	expect(heard).toHaveBeenCalledOnce();
});

it.each(nodes)(
	'tells, in a later task, of what a listener on %s stops at once',
	async (_, node) => {
		listen(node(), (event) => event.stopImmediatePropagation());
		submit(form);
		await tasks(1);
		expect(heard).toHaveBeenCalledOnce();
	}
);

it.each(nodes)('handles an event that a capturing listener on %s stops', async (_, node) => {
	const second = vi.fn<SubmitListener['handler']>((event) => event.preventDefault());
	const listener: SubmitListener = { method: 'post', handler: second };
	onSubmit(form, listener);
	listen(node(), (event) => event.stopPropagation(), true);
	submit(form);
	await tasks(1);
	expect(heard).toHaveBeenCalledOnce();
	expect(second.mock.calls).toEqual([[expect.any(Event), null, listener]]);
});

it('prevents an event that is stopped at once, in the event itself', () => {
	listen(document, (event) => event.stopImmediatePropagation(), true);
	const event = new Event('submit', { bubbles: true, cancelable: true });
	const prevent = vi.spyOn(event, 'preventDefault');
	form.dispatchEvent(event);
	expect(prevent).toHaveBeenCalledOnce();
});

it('ignores an event that a listener stops at once and then prevents', async () => {
	listen(document, (event) => {
		event.stopImmediatePropagation();
		event.preventDefault();
		expect(event.defaultPrevented).toBe(true);
	});
	submit(form);
	await tasks(1);
	expect(heard).not.toHaveBeenCalled();
});

it('leaves an event to the browser that is stopped at once and has another method', () => {
	form.method = 'get';
	const event = new Event('submit', { bubbles: true, cancelable: true });
	const prevent = vi.spyOn(event, 'preventDefault');
	listen(document, (event) => event.stopImmediatePropagation());
	form.dispatchEvent(event);
	expect(prevent).not.toHaveBeenCalled();
});

it('handles an event that does not bubble', () => {
	form.dispatchEvent(new Event('submit', { cancelable: true }));
	expect(heard).toHaveBeenCalledOnce();
});

it('tells nothing of the events of other forms', () => {
	submit(form);
	document.body.insertAdjacentHTML('beforeend', '<form id="other"></form>');
	submit(find('#other'));
	expect(heard).toHaveBeenCalledOnce();
});

it('leaves nothing behind when it ends, also between the first listener and the last', () => {
	listen(form, () => controller.abort());
	submit(form);
	submit(form);
	expect(heard).not.toHaveBeenCalled();
});

describe('the keys that were held', () => {
	const click = (init: MouseEventInit): boolean =>
		document.body.dispatchEvent(new MouseEvent('click', { bubbles: true, ...init }));

	it.each(['ctrlKey', 'metaKey', 'shiftKey', 'altKey'])('%s is for the browser', async (key) => {
		click({ [key]: true });
		submit(form);
		expect(heard).not.toHaveBeenCalled();
		await tasks(1);
		submit(form);
		expect(heard).toHaveBeenCalledOnce();
	});

	it('are forgotten with the next click', () => {
		click({ ctrlKey: true });
		click({});
		submit(form);
		expect(heard).toHaveBeenCalledOnce();
	});
});
