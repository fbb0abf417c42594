/** @param {import('softpost/server').App} app what `createApp` returned */
export const serve = (app) =>
	Bun.serve({
		port: 3000,
		fetch: (request, server) =>
			app.fetch(request, { clientAddress: server.requestIP(request)?.address ?? '' })
	});
