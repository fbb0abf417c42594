import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import type { Driver, Engine, EngineName } from '../engines/engine.ts';
import { launch } from '../engines/launch.ts';
import { createDecoder, type Decode } from './decode.ts';
import { startRecorder, type Recorder } from './recorder.ts';
import { loadSubject } from './subjects.ts';

/** What the forms of a file of tests are submitted with. */
export interface Stage {
	engine: EngineName;
	/** Name and version of the browser. */
	version: string;
	driver: Driver;
	/** Goes on in a fresh tab, where a case may have left something behind or ended early. */
	renew(): Promise<void>;
	recorder: Recorder;
	decode: Decode;
}

/**
 * Starts browser and server before the tests of a file or a suite, and ends them after.
 *
 * @param subject what is compared with the browser. Default: what scripts/parity.mjs was asked for
 * @returns what they are, once the tests run
 */
export const setStage = (name: EngineName, subject?: string): (() => Stage) => {
	let engine: Engine;
	let recorder: Recorder;
	let stage: Stage;
	beforeAll(async () => {
		engine = await launch[name]();
		recorder = await startRecorder(await loadSubject(subject));
		stage = {
			engine: name,
			version: engine.version,
			driver: await engine.openTab(),
			async renew() {
				// A tab that hangs may not close either, and ends with the browser.
				await Promise.race([this.driver.close().catch(() => {}), sleep(2000)]);
				this.driver = await engine.openTab();
			},
			recorder,
			decode: await createDecoder()
		};
	});
	afterAll(async () => {
		await engine?.close();
		await recorder?.close();
	});
	return () => stage;
};
