import { decodersOf, scope, type Decoders, type Transport } from '../protocol/transport.ts';

type Run = <Result>(run: () => Promise<Result>) => Promise<Result>;

const open = async () => {
	// Not every platform has this module, for example a plain Worker.
	const hooks = await import('node:async_hooks').catch(() => null);
	if (!hooks) return null;
	const storage = new hooks.AsyncLocalStorage<Decoders>();
	scope.decoders = () => storage.getStore();
	return storage;
};

let opened: ReturnType<typeof open> | undefined;

/** Makes the function that runs an app's code, in which `deserialize` knows the app's custom types. */
export const transportScope = (transport: Transport): Run => {
	// Async context costs each request something, and few apps have custom types.
	if (!Object.keys(transport).length) return (run) => run();
	const decoders = decodersOf(transport);
	return async (run) => {
		const storage = await (opened ??= open());
		return storage ? storage.run(decoders, run) : run();
	};
};
