import './typescript-hooks.mjs';

/** jest: once before all test files. The workers inherit the environment that is set here. */
export default async function globalSetup() {
  const { startTestCluster } = await import('./cluster.ts');
  const cluster = await startTestCluster();
  process.env.SIG_TEST_CLUSTER = JSON.stringify(cluster.info);
  globalThis.stopTestCluster = cluster.stop;
}
