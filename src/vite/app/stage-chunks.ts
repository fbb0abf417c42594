/** The needed part of the bundler's context. */
interface Modules {
	getModuleInfo(
		id: string
	): { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] } | null;
}

/** The modules that softpost's first stages begin with: of the host, and of enhanced forms. */
const FIRST = /[/\\](svelte[/\\]start|form[/\\]enhance)\.[jt]s$/;

/** The modules that its second stages begin with. A page loads both when it is idle. */
const SECOND = /[/\\](svelte[/\\]take-over|form[/\\]sent[/\\]second-stage)\.[jt]s$/;

/** Adds a module and its static imports. */
const addWithImports = (id: string, modules: Modules, found: Set<string>): void => {
	if (found.has(id)) return;
	found.add(id);
	for (const other of modules.getModuleInfo(id)?.importedIds ?? [])
		addWithImports(other, modules, found);
};

/** Modules and their static imports. */
const withImports = (ids: Iterable<string>, modules: Modules): Set<string> => {
	const found = new Set<string>();
	for (const id of ids) addWithImports(id, modules, found);
	return found;
};

/** The modules that modules import when they run. */
const importedBy = (ids: Iterable<string>, modules: Modules): string[] =>
	[...ids].flatMap((id) => modules.getModuleInfo(id)?.dynamicallyImportedIds ?? []);

type Stage = 'first' | 'shared' | 'second';

/** Finds the stage of each module. */
const findStages = (entry: string, modules: Modules): Map<string, Stage> => {
	const started = withImports([entry], modules);
	const first = withImports(
		[...started].filter((module) => FIRST.test(module)),
		modules
	);
	const second = withImports(
		importedBy(first, modules).filter((module) => SECOND.test(module)),
		modules
	);
	const pages = importedBy(
		[...started].filter((module) => !first.has(module)),
		modules
	);
	const shared = withImports(pages, modules);
	return new Map<string, Stage>([
		...[...second].map((id) => [id, shared.has(id) ? 'shared' : 'second'] as const),
		...[...first].map((id) => [id, 'first'] as const)
	]);
};

/**
 * Makes the groups that put each of softpost's stages into one chunk. Every page loads `first` at once, and `second`
 * when it is idle. Otherwise the bundler may make a separate file of each module that two stages share. `shared`
 * contains the modules of the second stage that a page imports, for example for `goto`: such a page must not load all of `second`.
 *
 * @param entry the module that starts the app
 */
export const stageChunks = (
	entry: string
): {
	debugName: Stage;
	name: (id: string, modules: Modules) => Stage | null;
	priority: number;
}[] => {
	let stages: Map<string, Stage> | undefined;
	return (['second', 'shared', 'first'] as const).map((stage, priority) => ({
		debugName: stage,
		name(id, modules) {
			stages ??= findStages(entry, modules);
			return stages.get(id) === stage ? stage : null;
		},
		// A group takes what its modules import, except modules of a group before it.
		priority
	}));
};
