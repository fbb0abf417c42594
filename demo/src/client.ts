import { fromFiles, start } from 'softpost/svelte';

await start({ routes: fromFiles(import.meta.glob('./routes/**/+*.svelte')) });
