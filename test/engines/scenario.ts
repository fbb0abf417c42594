import type { EngineName } from './engine.ts';
import type { User } from './user.ts';

/** A user's action, and its outcome in every engine. */
export interface Scenario {
	/** A sentence that is true. */
	name: string;
	/** The app that it is about. Default `engines`. */
	fixture?: string;
	/** What is different in an engine, and why: for the table in docs/engines.md. */
	differs?: Partial<Record<EngineName, string>>;
	run(user: User): Promise<void>;
}
