import { loadFlash } from 'sveltekit-flash-message/server';

export const load = loadFlash(({ cookies }) => ({ user: cookies.get('user') ?? null }));
