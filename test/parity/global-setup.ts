import { buildPackage } from '../../scripts/lib/build.mjs';

/** Builds what the pages and the decoder are made of. */
export default buildPackage;
