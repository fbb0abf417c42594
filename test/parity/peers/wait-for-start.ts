import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver } from '../../engines/engine.ts';
import type { Stage } from '../stage.ts';

/** `null` while the document changes: the form was submitted, so its steps were done. */
const isDone = async (driver: Driver): Promise<boolean> =>
	driver.evaluate<boolean>(`typeof parity === 'undefined' || parity.done`).catch(() => true);

const waitForSteps = async (driver: Driver): Promise<void> => {
	const end = Date.now() + 5000;
	while (!(await isDone(driver))) {
		if (Date.now() > end) throw new Error('The page was never enhanced.');
		await sleep(10);
	}
};

/**
 * Has a document count as open only when its form was submitted. What is expected to send nothing would
 * else be looked at before a peer that starts late got to it.
 */
export const waitingForStart = ({ driver, ...stage }: Stage): Stage => ({
	...stage,
	driver: {
		...driver,
		async open(url) {
			await driver.open(url);
			await waitForSteps(driver);
		}
	}
});
