import { json } from '@sveltejs/kit';
import { open } from '$lib/gate.js';

export const GET = () => json(open());
