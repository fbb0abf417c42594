import { afterAll, beforeAll, describe, inject, it, onTestFinished } from 'vitest';
import { serveFixture } from '../browser/fixture.ts';
import type { Site } from '../browser/serve.ts';
import type { Engine, EngineName } from './engine.ts';
import { launch } from './launch.ts';
import { createUser, type User } from './user.ts';
import { scenarios } from './scenarios.ts';

declare module 'vitest' {
	interface ProvidedContext {
		engine: EngineName;
	}
	interface TaskMeta {
		/** Name and version of the browser. */
		version?: string;
		/** What is different in it. */
		differs?: string;
	}
}

const serveOnce = async (fixture: string): Promise<Site> => {
	const site = await serveFixture(fixture);
	onTestFinished(() => site.close());
	return site;
};

/** A separate tab and server, both closed when the scenario is over. */
const begin = async (engine: Engine, name: EngineName, fixture = 'engines'): Promise<User> => {
	const site = await serveOnce(fixture);
	const driver = await engine.openTab();
	onTestFinished(() => driver.close());
	const serveElsewhere = async (): Promise<string> => (await serveOnce('counter')).url;
	return createUser(driver, { engine: name, site: site.url, serveElsewhere });
};

describe.for([inject('engine')])('%s', (name) => {
	let engine: Engine;
	beforeAll(async () => {
		engine = await launch[name]();
	});
	afterAll(() => engine?.close());

	it.for(scenarios.map((scenario) => [scenario.name, scenario] as const))(
		'%s',
		async ([, { run, differs, fixture }], { task: { meta } }) => {
			Object.assign(meta, { version: engine.version, differs: differs?.[name] });
			await run(await begin(engine, name, fixture));
		}
	);
});
