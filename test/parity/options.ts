import type { EngineName } from '../engines/engine.ts';

/** What `npm run parity` was asked for; scripts/parity.mjs says what it means. */
interface Options {
	/** A module in `subjects/`. */
	subject: string;
	/** Text that is in the rule or the name of each case to run. */
	only?: string;
	/** How many random forms to submit. */
	forms: Partial<Record<EngineName, number>>;
	seed: number;
}

export const options = JSON.parse(process.env.PARITY!) as Options;
