/** A message whose headers can be read one by one. */
export interface Headed {
	readonly headers: Headers;
	/** Reads one header, by its name in lower case, without making `Headers` of all. Not every platform's request has this. */
	readHeader?(name: string): string | null;
}

/**
 * Reads one header. Internal code reads headers so, because Node takes longer to make `Headers` than to read all
 * that matter.
 */
export const headerOf = (message: Headed, name: string): string | null =>
	message.readHeader ? message.readHeader(name) : message.headers.get(name);

/** Whether a request only asks for a page. */
export const isRead = ({ method }: Pick<Request, 'method'>): boolean =>
	method === 'GET' || method === 'HEAD';

/** Methods that change nothing (RFC 9110, section 9.2.1). */
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a request changes nothing, by its method. */
export const isSafe = ({ method }: Pick<Request, 'method'>): boolean => SAFE.includes(method);
