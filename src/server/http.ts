/** Whether a request only asks for a page. */
export const isRead = ({ method }: Pick<Request, 'method'>): boolean =>
	method === 'GET' || method === 'HEAD';

/** Methods that change nothing (RFC 9110, section 9.2.1). */
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a request changes nothing, by its method. */
export const isSafe = ({ method }: Pick<Request, 'method'>): boolean => SAFE.includes(method);
