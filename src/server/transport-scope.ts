import { decodersOf, scope, type Decoders, type Transport } from '../protocol/codec.ts';

type Run = <Result>(run: () => Promise<Result>) => Promise<Result>;

const open = async () => {
	// Not every server has it: a plain Worker does not.
	const hooks = await import('node:async_hooks').catch(() => null);
	if (!hooks) return null;
	const storage = new hooks.AsyncLocalStorage<Decoders>();
	scope.decoders = () => storage.getStore();
	return storage;
};

let opened: ReturnType<typeof open> | undefined;

/** Makes what runs code of an app, so that `deserialize` knows the app's custom types in it. */
export const transportScope = (transport: Transport): Run => {
	// Following promises costs each request something, and few apps have custom types.
	if (!Object.keys(transport).length) return (run) => run();
	const decoders = decodersOf(transport);
	return async (run) => {
		const storage = await (opened ??= open());
		return storage ? storage.run(decoders, run) : run();
	};
};
