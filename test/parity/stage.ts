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
	recorder: Recorder;
	decode: Decode;
}

/**
 * Starts browser and server before the tests of a file, and ends them after.
 *
 * @returns what they are, once the tests run
 */
export const setStage = (name: EngineName): (() => Stage) => {
	let engine: Engine;
	let recorder: Recorder;
	let stage: Stage;
	beforeAll(async () => {
		engine = await launch[name]();
		recorder = await startRecorder(await loadSubject());
		const driver = await engine.openTab();
		const decode = await createDecoder();
		stage = { engine: name, version: engine.version, driver, recorder, decode };
	});
	afterAll(async () => {
		await engine?.close();
		await recorder?.close();
	});
	return () => stage;
};
