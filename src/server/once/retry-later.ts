import { RETRY_LATER } from '../../protocol/wire.ts';
import { Refusal } from '../thrown.ts';

/** Seconds after which a copy may come again. */
const PAUSE = '1';

/** The response to a copy while it is unknown whether its submission has run. The copy itself has run nothing. */
export class RetryLater extends Refusal {
	/** What the store did wrong, if it did; `undefined` where another server runs the action. */
	readonly reason: unknown;

	constructor(reason?: unknown) {
		const message = 'The server cannot process this yet. Send it again in a moment';
		super(503, message, { 'retry-after': PAUSE });
		this.body.code = RETRY_LATER;
		this.reason = reason;
	}
}
