import { text } from 'node:stream/consumers';

/** @param {import('node:http').IncomingMessage} request */
export const readForm = async (request) => new URLSearchParams(await text(request));

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} type
 * @param {string} body
 */
export const send = (response, status, type, body) => {
	response.writeHead(status, { 'content-type': `${type};charset=utf-8` }).end(body);
};
