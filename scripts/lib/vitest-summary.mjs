/** @import { Reporter, TestCase, TestModule } from 'vitest/node' */

/** @param {TestCase} test @returns {string} how it ended, where that is worth a line */
const verdictOf = (test) => {
	if (test.result().state === 'failed') return 'FAILED';
	return test.diagnostic()?.flaky ? 'UNSTEADY' : '';
};

/**
 * A reporter for Vitest that names, after all else, what failed (`FAILED`) and what passed only when it
 * was repeated (`UNSTEADY`), a line each, and errors outside of tests, for .ci/run to say once more at its end.
 *
 * @implements {Reporter}
 */
export default class Summary {
	/**
	 * @param {readonly TestModule[]} modules
	 * @param {readonly { message?: string, stack?: string }[]} errors that no test caught
	 */
	onTestRunEnd(modules, errors) {
		for (const { message, stack } of errors) {
			const [place = ''] = /\S*\/(?:src|test)\/\S+/.exec(stack ?? '') ?? [];
			console.log(`FAILED  outside of a test: ${message?.split('\n')[0]} ${place}`);
		}
		for (const module of modules) {
			if (module.errors().length) console.log(`FAILED  ${module.relativeModuleId}`);
			for (const test of module.children.allTests()) {
				const verdict = verdictOf(test);
				if (verdict) console.log(`${verdict}  ${module.relativeModuleId} > ${test.fullName}`);
			}
		}
	}
}
