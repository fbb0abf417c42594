import { FormRequest } from '../body/form-request.ts';
import type { Exchange } from '../visit/exchange.ts';
import { isForm, readField, readHeader, type SubmissionId } from './find-id.ts';

type ForAction = Exchange & { request: FormRequest };

const isForAction = (exchange: Exchange): exchange is ForAction => {
	const { request, route, wanted } = exchange;
	const isForPage = route !== null && !wanted.endpoint;
	return request.method === 'POST' && isForPage && request instanceof FormRequest;
};

/**
 * Reads the id of the submission that a request for an action belongs to: from the header, else from the form's field.
 *
 * A page sends the same field each time, also after Back and another edit. So the field counts only together with
 * the submitted data.
 */
export const readSubmissionId = async (exchange: Exchange): Promise<SubmissionId | null> => {
	if (!isForAction(exchange)) return null;
	const { request, forged, body, rules } = exchange;
	const id = readHeader(request);
	if (id) return id;
	// A refusal does not wait for the body.
	const isRefused = forged || body.error();
	return isForm(request) && !isRefused ? readField(request, rules.limits.bodyLimit) : null;
};
