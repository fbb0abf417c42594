/** What an answer's body can be, known as a whole. */
export type WholeBody = string | Uint8Array<ArrayBuffer> | null;

/** An answer that has its body at hand: whoever sends it need not go through a stream, which costs several times as much. */
export class WholeResponse extends Response {
	readonly whole: WholeBody;

	constructor(body: WholeBody, init: ResponseInit) {
		super(body, init);
		this.whole = body;
	}
}

/** The body of an answer, where it is at hand; `undefined` where it has to be read. */
export const wholeBody = (response: Response): WholeBody | undefined =>
	response instanceof WholeResponse && !response.bodyUsed ? response.whole : undefined;

/** The text of an answer. */
export const textOf = async (response: Response): Promise<string> => {
	const body = wholeBody(response);
	return typeof body === 'string' ? body : response.text();
};
