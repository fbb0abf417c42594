export type { PageAssets, Style } from './svelte/document-head.ts';
export { createRenderer, type RendererOptions } from './svelte/renderer.ts';
