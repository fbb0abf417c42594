/** Answers as a proxy does whose server is away. */
export const POST = () =>
	new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } });
