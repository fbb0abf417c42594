import { inherited } from '../dom/doc.ts';
import { native } from '../dom/native.ts';
import { prepareAlert, removeAlerts } from './alert.ts';
import { keepListening, realm } from './make/realm.ts';

/** Forms with the method POST in their own attributes. */
const POSTED = 'form[method=post i]';

/** Events that reveal a form in a shadow tree before it is submitted, because submit events do not leave the tree. */
const SIGNS = ['focusin', 'click'] as const;

const isForm = (element: unknown): element is HTMLFormElement => element instanceof HTMLFormElement;

/** Finds elements in a tree. Uses the prototype's method, because a field may be named `querySelectorAll`. */
const allIn = <Type extends Element>(root: ParentNode, selector: string): NodeListOf<Type> =>
	inherited(root, 'querySelectorAll')<Type>(selector);

/** All open shadow trees of a node and in its tree, at any depth. */
const shadowTreesOf = (root: ParentNode): ShadowRoot[] =>
	[root as Element, ...allIn<Element>(root, '*')].flatMap(({ shadowRoot }) =>
		shadowRoot instanceof ShadowRoot ? [shadowRoot, ...shadowTreesOf(shadowRoot)] : []
	);

/** Removes our regions for errors from the document and its shadow trees. */
const removeAllAlerts = (): void => [document, ...shadowTreesOf(document)].forEach(removeAlerts);

/** Enhances forms: those of the document together, those of a shadow tree one by one. */
export interface Enhancers {
	/** Called for each document, because making one removes all listeners. Returns the undo. */
	document(): () => void;
	form(form: HTMLFormElement): void;
}

/** Enhances every form of the document, including forms in open shadow trees and forms that are added later. */
export const enhanceAll = (enhance: Enhancers): { destroy(): void } => {
	const controller = new AbortController();
	const { signal } = controller;
	const known = new WeakSet<Node>();

	const watchTree = (root: ShadowRoot): void => {
		if (known.has(root)) return;
		known.add(root);
		root.addEventListener('submit', onSubmit, { capture: true, signal });
		prepareIn(root);
	};
	const onSubmit = ({ target }: Event): void => {
		if (!isForm(target) || known.has(target) || !native(target, 'matches')(POSTED)) return;
		known.add(target);
		enhance.form(target);
	};
	const onSign = (event: Event): void => {
		for (const node of event.composedPath()) if (node instanceof ShadowRoot) watchTree(node);
	};
	const prepareIn = (root: ParentNode): void => {
		for (const form of allIn<HTMLFormElement>(root, POSTED)) prepareAlert(form);
		for (const tree of shadowTreesOf(root)) watchTree(tree);
	};
	const onAdded = (node: Node): void => {
		if (!(node instanceof Element)) return;
		if (isForm(node) && native(node, 'matches')(POSTED)) prepareAlert(node);
		prepareIn(node);
	};
	const observer = new MutationObserver((records) => {
		for (const { addedNodes } of records) addedNodes.forEach(onAdded);
	});

	let stopDocument = (): void => {};
	const stop = keepListening(() => {
		stopDocument();
		stopDocument = enhance.document();
		for (const sign of SIGNS) addEventListener(sign, onSign, { capture: true, signal });
		observer.disconnect();
		observer.observe(document, { childList: true, subtree: true });
		prepareIn(document);
	});
	signal.addEventListener('abort', () => {
		stop();
		stopDocument();
		observer.disconnect();
		removeAllAlerts();
	});
	return { destroy: () => controller.abort() };
};

/** Records one of our own modules, which need not run again in a made document. */
export const noteOwn = (url: string): void => void realm().own.add(url);
