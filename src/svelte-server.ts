export { createRenderer, type RendererOptions } from './svelte/renderer.ts';
