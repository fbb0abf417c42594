// Bundled by without-node.test.ts, and run where there is nothing of Node.
import * as server from 'softpost/server';
import { serve as bun } from '../../demo/mounts/bun.js';
import { serve as deno } from '../../demo/mounts/deno.js';
import { serve as worker } from '../../demo/mounts/worker.js';
import { mountApp } from './mount-app.ts';

Object.assign(globalThis, { server, mounts: { bun, deno, worker }, mountApp });
