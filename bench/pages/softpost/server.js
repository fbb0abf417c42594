import { toNodeHandler } from 'softpost/server';
import { app } from './build/app.js';

export const files = new URL('build/client/', import.meta.url);

export const handler = toNodeHandler(app);
