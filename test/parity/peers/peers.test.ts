import { describe, it } from 'vitest';
import type { Case } from '../case.ts';
import { sections } from '../cases.ts';
import { options } from '../options.ts';
import { runCase } from '../run-case.ts';
import { setStage, type Stage } from '../stage.ts';
import { loadSubject } from '../subjects.ts';
import { whyLeftOut } from './left-out.ts';
import { NEVER_ENHANCED, waitingForStart } from './wait-for-start.ts';

/** What scripts/lib/peers.mjs gets to know of a case. */
interface Finding {
	/** The peer, its version, and the browser's. */
	subject: string;
	version: string;
	browser: string;
	section: string;
	rule: string;
	name: string;
	/** What is different, line by line. */
	differences?: string[];
	/** What became of a page that does not work at all. */
	broken?: string;
	/** Why the case was not run. */
	leftOut?: string | undefined;
}

declare module 'vitest' {
	interface TaskMeta {
		finding?: Finding;
	}
}

interface Row extends Pick<Finding, 'section' | 'rule' | 'name'> {
	oneCase: Case;
}

const rows: Row[] = sections
	.flatMap(({ title, rules }) =>
		rules.flatMap(({ rule, cases }) =>
			cases.map((oneCase) => ({ section: title, rule, name: oneCase.name, oneCase }))
		)
	)
	.filter(({ rule, name }) => `${rule}: ${name}`.includes(options.only ?? ''));

/** What a peer can do to a page. All other errors are the comparison's own. */
const BROKEN = ['The browser did not answer', NEVER_ENHANCED];

/** Nothing is expected: the differences are what is asked for. */
const find = async (
	stage: Stage,
	oneCase: Case
): Promise<Pick<Finding, 'differences' | 'broken'>> => {
	try {
		return { differences: await runCase(waitingForStart(stage), oneCase) };
	} catch (error) {
		const { message } = error as Error;
		if (!BROKEN.includes(message)) throw error;
		return { broken: message };
	}
};

for (const id of process.env.SUBJECTS!.split(',')) {
	const { name: subject, version } = await loadSubject(id);
	const stage = setStage('chromium', id);
	describe(subject, () => {
		it.for(rows)('$rule: $name', async ({ oneCase, ...row }, { task: { meta } }) => {
			const leftOut = whyLeftOut(id, oneCase);
			meta.finding = { subject, version, browser: stage().version, leftOut, ...row };
			if (!leftOut) Object.assign(meta.finding, await find(stage(), oneCase));
		});
	});
}
