import { buildPackage } from '../../scripts/lib/build.mjs';

/** Builds what the pages load. */
export default buildPackage;
