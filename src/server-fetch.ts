// For bundles for Workers and the like, which have no module of Node to bundle.
export * from './server-common.ts';
export { toNodeHandler } from './server/mount/no-node.ts';
