import { exactlyOnce } from 'softpost/kit/server';

export const handle = exactlyOnce();
