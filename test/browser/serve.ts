import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Something that listens on this machine. */
export interface Site {
	/** Its origin, without a slash at the end. */
	url: string;
	close: () => Promise<void>;
}

/** Serves a request listener of Node's http on a free port of the loopback interface. */
export const serve = async (listener: RequestListener): Promise<Site> => {
	const server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
};
