import { native } from '../dom/native.ts';
import type { Submission } from './submission.ts';

const fieldOf = (name: string, value: FormDataEntryValue): HTMLInputElement => {
	const input = document.createElement('input');
	input.name = name;
	if (typeof value === 'string') return Object.assign(input, { type: 'hidden', value });
	input.type = 'file';
	const files = new DataTransfer();
	// What a file input without a file sends is no file that it holds.
	if (value.name || value.size) files.items.add(value);
	input.files = files.files;
	return input;
};

/**
 * Has the browser send a submission, which loads a document: for where a page's policy forbids what
 * `fetch` needs, and nothing has left the browser yet.
 */
export const submitNatively = ({ action, enctype, entries }: Submission): void => {
	const form = Object.assign(document.createElement('form'), {
		method: 'post',
		action: action.href,
		enctype,
		hidden: true
	});
	for (const [name, value] of entries) form.append(fieldOf(name, value));
	document.body.append(form);
	native(form, 'submit')();
	form.remove();
};
