export * from './server-common.ts';
export { toNodeHandler } from './server/mount/node.ts';
