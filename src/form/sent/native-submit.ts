import { doc } from '../../dom/doc.ts';
import { native } from '../../dom/native.ts';
import type { SoftpostError } from '../../protocol/errors.ts';
import { redirectedAway } from '../../protocol/redirected-away.ts';
import { SUBMISSION_FIELD } from '../../protocol/wire.ts';
import type { FormRequest } from '../read-form.ts';

const fieldOf = (name: string, value: FormDataEntryValue): HTMLInputElement => {
	const input = doc.createElement('input');
	input.name = name;
	if (typeof value === 'string') return Object.assign(input, { type: 'hidden', value });
	input.type = 'file';
	const files = new DataTransfer();
	// An empty file input sends an entry without a name and a size: this is not a file to add.
	if (value.name || value.size) files.items.add(value);
	input.files = files.files;
	return input;
};

/** Lets the browser send a request, which loads a document. */
export const submitNatively = ({ action, enctype, entries }: FormRequest): void => {
	const form = Object.assign(doc.createElement('form'), {
		method: 'post',
		action: action.href,
		enctype,
		hidden: true
	});
	for (const [name, value] of entries) form.append(fieldOf(name, value));
	doc.body.append(form);
	native(form, 'submit')();
	form.remove();
};

/**
 * Whether the page's policy forbids every request to a URL. Does not follow redirects: if the policy forbids only
 * their target, the server already has the request.
 */
const isForbidden = (url: URL): Promise<boolean> =>
	fetch(url, { method: 'HEAD', redirect: 'manual' }).then(
		() => false,
		() => true
	);

/**
 * Lets the browser send a request that the page's policy forbids to `fetch`, after making sure that `fetch` has not
 * sent it.
 *
 * @param id the id of the submission. As a field it lets a softpost server run the action only once
 * @returns `true`, or an error if the server already has the request
 */
export const handBack = async (
	request: FormRequest,
	id: string | undefined
): Promise<SoftpostError | true> => {
	if (!(await isForbidden(request.action))) return redirectedAway(request.action);
	if (id) request.entries.append(SUBMISSION_FIELD, id);
	submitNatively(request);
	return true;
};
