/** What `npm run chaos` was asked for; scripts/chaos.mjs says what it means. */
interface Options {
	plans: number;
	seed: number;
	/** Pages that follow plans at once. */
	pages: number;
	/** One plan, to be followed alone. */
	only?: string;
}

/** What a build server runs. */
const DEFAULTS: Options = { plans: 200, seed: 5, pages: 8 };

export const options: Options = { ...DEFAULTS, ...JSON.parse(process.env.CHAOS ?? '{}') };
