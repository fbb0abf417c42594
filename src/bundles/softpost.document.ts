import { start } from '../document.ts';
import { noteOwn } from '../document/start.ts';

export { start };

noteOwn(import.meta.url);
start();
