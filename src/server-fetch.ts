// For bundles for Workers and the like, which cannot include modules of Node.
export * from './server-common.ts';
export { toNodeHandler } from './server/mount/no-node.ts';
