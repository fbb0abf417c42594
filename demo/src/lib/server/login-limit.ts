import { createRateLimit } from './rate-limit.ts';

const QUARTER_HOUR = 15 * 60 * 1000;

/** Who guesses, and at whose account. */
interface Guess {
	/** Without it, only the account is counted: visitors must not lock each other out. */
	address: string | undefined;
	account: string;
}

/** Counts guesses at passwords, three ways: none alone holds off everyone. */
export interface LogInLimit {
	/** Counts one; the seconds to wait where there were too many, else 0. */
	take: (guess: Guess) => number;
	/** Forgets those of a visitor who knew the password. */
	clear: (guess: Guess) => void;
	/** Counts a new account, which costs the server as much as a guess. */
	takeAccount: (address: string | undefined) => number;
}

export const createLogInLimit = (): LogInLimit => {
	// One visitor at one account. Few, so that nobody else's tries lock out its owner.
	const visitors = createRateLimit(10, QUARTER_HOUR);
	// One visitor at any account, with passwords that many people have.
	const addresses = createRateLimit(100, QUARTER_HOUR);
	// Many visitors at one account. Many, because this does lock out its owner.
	const accounts = createRateLimit(1000, QUARTER_HOUR);
	// New accounts of visitors who cannot be distinguished: as many as the server can handle.
	const strangers = createRateLimit(1000, QUARTER_HOUR);
	const visitor = ({ address, account }: Guess): string => `${address} ${account}`;
	const takeVisitor = (guess: Guess): number =>
		guess.address === undefined
			? 0
			: addresses.take(guess.address) || visitors.take(visitor(guess));

	return {
		// In this order: what one limit has stopped is not counted by the next.
		take: (guess) => takeVisitor(guess) || accounts.take(guess.account),
		clear: (guess) => visitors.clear(visitor(guess)),
		takeAccount: (address) => (address === undefined ? strangers.take('') : addresses.take(address))
	};
};

/** Those of this server. */
export const logIns = createLogInLimit();
