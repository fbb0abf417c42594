import { serveFixture } from '../fixture.ts';
import { serveFaults, type FaultServer } from './fault-server.ts';

/** What an action was given, each time that one ran. */
export interface Run {
	action: string;
	/** The submission's, the same for each copy of it. */
	id: string | null;
	entries: [name: string, value: string][];
}

/** The fixture `reliability` behind a server of faults. */
export interface Faulty extends FaultServer {
	runs: Run[];
}

/**
 * Serves the fixture `reliability` with a record of what its actions were given.
 *
 * @param locals what else its actions find there
 */
export const serveFaulty = async (locals: object = {}): Promise<Faulty> => {
	const runs: Run[] = [];
	const site = await serveFixture('reliability', {
		handle: ({ event, resolve }) => {
			Object.assign(event.locals, locals, { received: (run: Run) => runs.push(run) });
			return resolve(event);
		}
	});
	const front = await serveFaults(site);
	return {
		...front,
		runs,
		close: async () => {
			await front.close();
			await site.close();
		}
	};
};
