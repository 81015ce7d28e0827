/** jest: once after all test files, also when some failed. */
export default async function globalTeardown() {
  await globalThis.stopTestCluster?.();
}
