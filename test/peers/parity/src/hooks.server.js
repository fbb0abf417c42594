/**
 * Puts the markup of a case into the page. As data of a `load` it would be asked for again after each
 * submission, by a request that is none of the form's.
 *
 * @type {import('@sveltejs/kit').Handle}
 */
export const handle = ({ event, resolve }) => {
	const { head, body } = event.platform.req.parts;
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('<!--case:head-->', () => head).replace('<!--case:body-->', () => body)
	});
};
