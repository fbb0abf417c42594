/** @param {import('softpost/server').App} app what `createApp` returned */
export const serve = (app) =>
	Deno.serve({ port: 3000 }, (request, { remoteAddr }) =>
		app.fetch(request, { clientAddress: remoteAddr.hostname })
	);
