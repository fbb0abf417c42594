import { buildPackage } from '../../scripts/lib/build.mjs';
import { buildFixture } from '../browser/build-fixture.ts';

/** Builds the pages and the decoder before the first case is timed. */
export default async (): Promise<void> => {
	await buildPackage();
	await buildFixture('engines');
};
