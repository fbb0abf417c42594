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
	// What a file input without a file sends is not a file that it holds.
	if (value.name || value.size) files.items.add(value);
	input.files = files.files;
	return input;
};

/** Has the browser send a request, which loads a document. */
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
 * Whether the page's policy forbids every request to a URL. Redirects are not followed: a policy that forbids
 * only where they lead was violated after the server had the request.
 */
const isForbidden = (url: URL): Promise<boolean> =>
	fetch(url, { method: 'HEAD', redirect: 'manual' }).then(
		() => false,
		() => true
	);

/**
 * Has the browser send a request that the page's policy does not let `fetch` send, once it is certain that it
 * has not left the browser.
 *
 * @param id the submission's: in a field it has a server that knows it run the action once all the same
 * @returns `true`, or the error where the server had it already
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
