import { fieldScenarios } from './scenarios/fields.ts';
import { focusScenarios } from './scenarios/focus.ts';
import { formScenarios } from './scenarios/forms.ts';
import { historyScenarios } from './scenarios/history.ts';
import { leavingScenarios } from './scenarios/leaving.ts';
import { linkScenarios } from './scenarios/links.ts';
import { navigationScenarios } from './scenarios/navigation.ts';
import { resetScenarios } from './scenarios/resets.ts';
import type { Scenario } from './scenario.ts';

/** All of them, in the order of the table in docs/engines.md. */
export const scenarios: Scenario[] = [
	...navigationScenarios,
	...linkScenarios,
	...historyScenarios,
	...formScenarios,
	...resetScenarios,
	...focusScenarios,
	...fieldScenarios,
	...leavingScenarios
];
