/** @param {import('softpost/server').App} app what `createApp` returned */
export const serve = (app) => ({
	/**
	 * @param {Request} request
	 * @param {object} env the bindings of the Worker
	 * @param {object} context `waitUntil`, among others
	 */
	fetch: (request, env, context) =>
		app.fetch(request, {
			platform: { env, context },
			clientAddress: request.headers.get('cf-connecting-ip') ?? ''
		})
});
