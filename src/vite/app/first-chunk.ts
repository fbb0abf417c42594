/** The needed part of the bundler's context. */
interface Modules {
	getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** The modules that softpost's first stages begin with: of the host, and of enhanced forms. */
const FIRST = /[/\\](svelte[/\\]start|form[/\\]enhance)\.[jt]s$/;

/** Adds a module and its static imports. */
const addWithImports = (id: string, modules: Modules, found: Set<string>): void => {
	if (found.has(id)) return;
	found.add(id);
	for (const other of modules.getModuleInfo(id)?.importedIds ?? [])
		addWithImports(other, modules, found);
};

/**
 * Makes the function that puts the modules which every page loads first into one chunk. Otherwise each module that such
 * a page shares with a later stage may get a file of its own.
 *
 * @param entry the module that starts the app
 */
export const createFirstChunk = (
	entry: string
): ((id: string, modules: Modules) => string | null) => {
	let first: Set<string> | undefined;
	return (id, modules) => {
		if (!first) {
			first = new Set();
			const all = new Set<string>();
			addWithImports(entry, modules, all);
			for (const module of all) if (FIRST.test(module)) addWithImports(module, modules, first);
		}
		return first.has(id) ? 'first' : null;
	};
};
