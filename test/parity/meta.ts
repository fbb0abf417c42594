/** The facts about a test for docs/parity.md. */
export interface CaseMeta {
	section: string;
	rule: string;
	/** The case's. */
	name: string;
	/** Why softpost departs from the browser here, if it does. */
	departs?: string;
	/** What the engine does against the standard. */
	quirk?: string | undefined;
	/** Why it is not run. */
	leftOut?: string | undefined;
}

declare module 'vitest' {
	interface TaskMeta extends Partial<CaseMeta> {}
}
