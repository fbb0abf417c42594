/**
 * What makes a request like another, with a body of its own, for `new Request(request.url, …)`.
 *
 * The other is not handed over itself: the platform's constructor cannot read one that is an instance by its
 * prototype alone, such as those of @hono/node-server.
 */
export const requestInit = (
	{ method, headers, signal }: Request,
	body: ReadableStream<Uint8Array> | null
): RequestInit => {
	// Node requires `duplex` with a stream (Fetch standard, `RequestInit`); the DOM's types lack it.
	const streamed = body ? { body, duplex: 'half' } : {};
	return { method, headers, signal, ...streamed };
};
