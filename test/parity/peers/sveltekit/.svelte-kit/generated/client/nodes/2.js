export { default as component } from '../../../../src/routes/[run]/page/+page.svelte';
