import { buildPackage } from '../../scripts/lib/build.mjs';
import { buildFixture } from '../browser/build-fixture.ts';

/** Builds the pages before the first scenario is timed. */
export default async (): Promise<void> => {
	await buildPackage();
	await Promise.all(['engines', 'counter'].map(buildFixture));
};
