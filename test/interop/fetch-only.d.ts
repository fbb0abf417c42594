/** As much of the two as the examples use. */
declare const Deno: {
	serve(
		options: { port: number },
		handler: (request: Request, info: { remoteAddr: { hostname: string } }) => Promise<Response>
	): unknown;
};

declare const Bun: {
	serve(options: {
		port: number;
		fetch: (
			request: Request,
			server: { requestIP(request: Request): { address: string } | null }
		) => Promise<Response>;
	}): unknown;
};
