/**
 * The test projects: `unit` needs nothing, `integration` and `render` start the real parts they need, `system` (contract, e2e) runs the whole product.
 * They run one after the other, cheap ones first, so that two cores are enough: a render never starves a test that waits for a worker.
 */
import { defineConfig } from 'vitest/config';
import { HAS_CONFIGURED_PARTS } from '#tests/support/configured-parts';

// What comes by itself has time: a slow machine is no reason to fail.
const common = { environment: 'node', pool: 'forks', restoreMocks: true, expect: { poll: { timeout: 30_000 } }, globalSetup: ['tests/support/fonts-setup.ts'] as string[] } as const;
/** For tests that start processes: generous, as a slow machine is no reason to fail. */
const patient = { testTimeout: 120_000, hookTimeout: 180_000 } as const;

export default defineConfig({
  test: {
    projects: [
      { test: { ...common, testTimeout: 60_000, name: 'unit', setupFiles: ['tests/support/same-cases.ts'], include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'], maxWorkers: 2, sequence: { groupOrder: 1 } } },
      { test: { ...common, ...patient, name: 'render', include: ['tests/render/**/*.test.ts', 'tests/preview/**/*.test.ts', 'tests/parity/**/*.test.ts'], maxWorkers: 2, sequence: { groupOrder: 2 } } },
      { test: { ...common, ...patient, name: 'integration', include: ['tests/integration/**/*.test.ts'], maxWorkers: HAS_CONFIGURED_PARTS ? 1 : 2, sequence: { groupOrder: 3 } } },
      {
        test: {
          ...common,
          ...patient,
          name: 'system',
          include: ['tests/contract/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          globalSetup: [...common.globalSetup, 'tests/support/system-setup.ts'],
          // Browser, server, worker and test share the machine; `npm test` names what passed only at the second attempt. By hand, everything has one.
          retry: process.env['CI'] === undefined ? 0 : 1,
          // All files share one worker process and one browser's worth of CPU.
          maxWorkers: 1,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
