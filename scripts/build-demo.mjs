import { buildDemo, buildPackage } from './lib/build.mjs';

await buildPackage();
await buildDemo();
