/** What `npm run chaos:servers` was asked for; scripts/chaos-servers.mjs says what it means. */
interface Options {
	submissions: number;
	/** After so many no submission begins. */
	seconds: number;
	seed: number;
	/** Whether Redis has lost its data when it comes back. */
	volatile: boolean;
}

const DEFAULTS: Options = { submissions: 1000, seconds: 3600, seed: 1, volatile: false };

export const options: Options = { ...DEFAULTS, ...JSON.parse(process.env.CHAOS_SERVERS ?? '{}') };
