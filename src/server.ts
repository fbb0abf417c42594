export * from './server-common.ts';
export { toNodeHandler } from './server/node.ts';
