import { buildPackage } from '../../scripts/lib/build.mjs';

/** Builds the files of the pages. */
export default buildPackage;
