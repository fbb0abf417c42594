import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toNodeHandler } from '../../../src/server.ts';
import { attackApp } from '../../attack/app.ts';
import { attacks } from '../../attack/attacks.ts';

const { app, state } = attackApp();
const note = (reason: unknown): void => void state.errors.push(`unhandled: ${String(reason)}`);

let server: Server;
let origin: string;

beforeAll(async () => {
	vi.spyOn(console, 'error').mockImplementation(() => {});
	process.on('unhandledRejection', note);
	server = createServer(toNodeHandler(app));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
	process.off('unhandledRejection', note);
	vi.restoreAllMocks();
	server.closeAllConnections();
	server.close();
});

describe('a server stands', () => {
	it.each(attacks)('$name', { timeout: 30_000 }, async ({ run }) => {
		expect(await run(origin)).toBeUndefined();
	});
});
