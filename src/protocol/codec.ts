import { parse } from 'devalue';
import type { Decoders } from './transport.ts';

/** Decodes a devalue string; returns any other value as it is: it is plain JSON. */
export const decodeData = (data: unknown, decoders?: Decoders): any =>
	typeof data === 'string' ? parse(data, decoders) : data;
