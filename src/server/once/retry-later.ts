import { RETRY_LATER } from '../../protocol/wire.ts';
import { Refusal } from '../thrown.ts';

/** Seconds after which a client may retry. */
const PAUSE = '1';

/** The response to a copy while nobody knows whether the action has run. This copy has not run it. */
export class RetryLater extends Refusal {
	/** The error of the store; `undefined` if the store works and another server runs the action. */
	readonly reason: unknown;

	constructor(reason?: unknown) {
		const message = 'The server cannot process this yet. Send it again in a moment';
		super(503, message, { 'retry-after': PAUSE });
		this.body.code = RETRY_LATER;
		this.reason = reason;
	}
}
