// The test projects: `unit` needs nothing, `integration` and `render` start the real parts they need, `system` (contract, e2e) runs the whole product.
import { defineConfig } from 'vitest/config';

const common = { environment: 'node', pool: 'forks', restoreMocks: true } as const;

export default defineConfig({
  test: {
    projects: [
      { test: { ...common, name: 'unit', include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'] } },
      { test: { ...common, name: 'render', include: ['tests/render/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { ...common, name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      {
        test: {
          ...common,
          name: 'system',
          include: ['tests/contract/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/system-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
