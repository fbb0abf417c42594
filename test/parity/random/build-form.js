/** @import { EditSpec, ElementSpec, FileSpec, FormSpec } from './form-spec.ts' */

/** What the pages of random forms find at hand: it makes them out of their descriptions. */
const randomForm = (() => {
	/** @param {FileSpec} spec */
	const fileOf = ({ file, content, type }) => new File([content], file, { type });

	/** @param {NonNullable<ElementSpec['state']>} state */
	const stateOf = (state) => {
		if (!Array.isArray(state)) return typeof state === 'string' ? state : fileOf(state);
		const data = new FormData();
		for (const [name, value] of state)
			data.append(name, typeof value === 'string' ? value : /** @type {any} */ (fileOf(value)));
		return data;
	};

	class CustomField extends HTMLElement {
		static formAssociated = true;
		internals = this.attachInternals();
	}
	customElements.define('custom-field', CustomField);

	/** @param {any} element @param {ElementSpec} spec */
	const fill = (element, { value, checked, files, state }) => {
		if (value !== undefined) element.value = value;
		if (checked !== undefined) element.checked = checked;
		if (state !== undefined) element.internals.setFormValue(state === null ? null : stateOf(state));
		if (!files) return;
		const transfer = new DataTransfer();
		for (const file of files) transfer.items.add(fileOf(file));
		element.files = transfer.files;
	};

	/** @param {ElementSpec} spec @returns {HTMLElement} */
	const create = (spec) => {
		const element = document.createElement(spec.tag);
		for (const [name, value] of spec.attributes) element.setAttribute(name, value);
		if (spec.text !== undefined) element.append(spec.text);
		element.append(...(spec.children ?? []).map(create));
		fill(element, spec);
		return element;
	};

	/** Called from the prototype, because a field may be named like a method. */
	const { addEventListener } = EventTarget.prototype;
	const { setAttribute } = Element.prototype;
	const { requestSubmit } = HTMLFormElement.prototype;
	/** @param {ArrayLike<any>} list @param {number} nth */
	const pick = (list, nth) => list[nth % list.length];
	/** @param {number} nth */
	const control = (nth) =>
		pick(document.querySelectorAll('input, select, textarea, button, custom-field'), nth);

	/** @type {Record<EditSpec['does']['kind'], (event: any, does: any, form: HTMLFormElement) => void>} */
	const edits = {
		append: ({ formData }, { name, value }) => formData?.append(name, value),
		set: ({ formData }, { name, value }) => formData?.set(name, value),
		delete: ({ formData }, { nth }) => formData?.delete(pick([...formData.keys()], nth)),
		fill: (_, { nth, value }) => {
			const field = control(nth);
			if (field && field.type !== 'file') field.value = value;
		},
		disable: (_, { nth }) => control(nth)?.setAttribute('disabled', ''),
		remove: (_, { nth }) => control(nth)?.remove(),
		attribute: (_, { name, value }, form) => setAttribute.call(form, name, value),
		prevent: (event) => event.preventDefault(),
		stop: (event) => event.stopPropagation()
	};

	/** @param {HTMLFormElement} form @param {EditSpec} edit */
	const listen = (form, { event, target, does }) => {
		const node = { form, document, window }[target];
		addEventListener.call(node, event, (event) => edits[does.kind](event, does, form));
	};

	/** @type {HTMLFormElement} */
	let form;
	return {
		/** @param {FormSpec} spec */
		build({ attributes, inside, outside, edits }) {
			form = /** @type {HTMLFormElement} */ (create({ tag: 'form', attributes, children: inside }));
			document.body.append(form, ...outside.map(create));
			for (const edit of edits) if (!edit.late) listen(form, edit);
		},
		/** @param {FormSpec} spec */
		late({ edits }) {
			for (const edit of edits) if (edit.late) listen(form, edit);
		},
		/** @param {FormSpec} spec */
		submit({ submitter, by }) {
			const buttons = [...document.querySelectorAll('button, input')].filter(
				(/** @type {any} */ button) => /^(submit|image)$/.test(button.type) && button.form === form
			);
			const button = /** @type {HTMLElement | undefined} */ (
				submitter === null ? undefined : buttons[submitter % buttons.length]
			);
			if (button && by === 'click') return button.click();
			requestSubmit.call(form, button);
		}
	};
})();
Object.assign(globalThis, { randomForm });
