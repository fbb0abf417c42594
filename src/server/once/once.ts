import type { Answer } from '../answer.ts';
import { FormRequest } from '../body/form-request.ts';
import { respondThrown } from '../respond/respond.ts';
import type { SubmissionStore } from '../store.ts';
import type { Exchange } from '../visit/exchange.ts';
import type { Fate } from './hold.ts';
import type { SubmissionId } from './find-id.ts';
import { record, replay } from './recording.ts';
import { RetryLater } from './retry-later.ts';
import { broken, createShare, keyOf } from './share.ts';

/**
 * Responds to a request for an action, or replays the response to another copy of its submission.
 *
 * @param id identifies the copies of this submission
 */
type Once = (
	exchange: Exchange,
	id: SubmissionId,
	respond: () => Promise<Answer>
) => Promise<Answer>;

const FATES = { waiting: 'refused', running: 'shared', failed: 'failure', ended: 'kept' } as const;

const fateOf = ({ action, request, body }: Exchange): Fate => {
	const fate = FATES[action.state];
	// The form broke off, so this result counts for nothing: a complete copy has to run.
	if (request instanceof FormRequest && request.isCut) return 'dropped';
	if (fate !== 'shared') return fate;
	// A later copy can be refused again.
	if (body.error()) return 'refused';
	return request.signal.aborted ? 'dropped' : 'shared';
};

/** Reports to the app that its store is unavailable. */
const report = async ({ site, event }: Exchange, { reason, status, body }: RetryLater) => {
	if (reason === undefined) return;
	try {
		await site.handleError({ error: reason, event, status, message: body.message });
	} catch (failure) {
		console.error(failure, reason);
	}
};

/** Makes the function that gives all copies of a submission the same response, for an app. */
export const createOnce = (store: SubmissionStore): Once => {
	const share = createShare(store);
	return async (exchange, id, respond) => {
		const { request, origins, forged } = exchange;
		// A forged request is refused; it never gets another user's response.
		if (forged) return respond();
		try {
			const key = await keyOf(request, origins, id);
			const recording = await share({
				key,
				async run() {
					const recording = await respond().then(record).catch(broken);
					return { recording, fate: fateOf(exchange) };
				},
				isStalled: () => request instanceof FormRequest && request.isWaiting
			});
			return replay(recording);
		} catch (thrown) {
			if (thrown instanceof RetryLater) await report(exchange, thrown);
			return respondThrown(exchange, thrown);
		}
	};
};
