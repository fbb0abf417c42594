import { json } from '@sveltejs/kit';
import { runs } from '$lib/runs.js';

/** Answers what has run since it was last asked. */
export const GET = () => json(runs.splice(0));
