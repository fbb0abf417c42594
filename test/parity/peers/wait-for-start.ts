import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver } from '../../engines/engine.ts';
import type { Stage } from '../stage.ts';

/** What is wrong with a page that a peer's scripts did not get to. */
export const NEVER_ENHANCED = 'The page was never enhanced';

/** Where the document changes, the form was submitted, so its steps were done. */
const isDone = async (driver: Driver): Promise<boolean> =>
	driver.evaluate<boolean>(`typeof parity === 'undefined' || parity.done`).catch(() => true);

const waitForSteps = async (driver: Driver): Promise<void> => {
	const end = Date.now() + 20_000;
	while (!(await isDone(driver))) {
		if (Date.now() > end) throw new Error(NEVER_ENHANCED);
		await sleep(10);
	}
};

/**
 * Has a document count as open only when its form was submitted. What is expected to send nothing would
 * else be looked at before a peer that starts late got to it.
 */
export const waitingForStart = (stage: Stage): Stage => ({
	...stage,
	// Asked for each time: the stage may go on in another tab.
	get driver() {
		const { driver } = stage;
		const open = async (url: string): Promise<void> => {
			await driver.open(url);
			await waitForSteps(driver);
		};
		return { ...driver, open };
	},
	renew: () => stage.renew()
});
