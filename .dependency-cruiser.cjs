/*
 * The walls between rooms (docs/architecture.md). tests/unit/walls.test.ts proves that each of them stops a violation.
 */
const testFile = '\\.test\\.tsx?$|(^|/)tests/';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'renderer-knows-only-its-bridge',
      comment: 'A page knows shared/ and its preload bridge: no process of Electron, no Node, no server.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: testFile },
      to: { path: '^(electron|central|practice|bench|tests)/|^node_modules/electron/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: testFile },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'windows-are-apart',
      comment: 'The workspace and the audio window are two programs.',
      severity: 'error',
      from: { path: '^renderer/(workspace|audio)/' },
      to: { path: '^renderer/(workspace|audio)/', pathNot: '^renderer/$1/' },
    },
    {
      name: 'shared-stands-alone',
      comment: 'shared/ is imported by every process: it may need nothing but itself and pure packages.',
      severity: 'error',
      from: { path: '^shared/', pathNot: `${testFile}|^shared/docx/` },
      to: { pathNot: '^shared/|^node_modules/(zod|uuid|libphonenumber-js|ibantools)/' },
    },
    {
      name: 'docx-reads-documents-only',
      comment: 'What reads a hostile document needs nothing but the two libraries that unpack and fill it.',
      severity: 'error',
      from: { path: '^shared/docx/', pathNot: testFile },
      to: { pathNot: '^shared/|^node_modules/(easy-template-x|fflate)/' },
    },
    {
      name: 'documents-are-read-apart',
      comment: 'A template is read by the office process, which holds nothing, and by central, which took it in.',
      severity: 'error',
      from: { path: '^(renderer|practice|shared/(?!docx/)|electron/(?!office/))', pathNot: testFile },
      to: { path: '^shared/docx/' },
    },
    {
      name: 'preload-is-a-bridge',
      severity: 'error',
      from: { path: '^electron/preload/', pathNot: testFile },
      to: { pathNot: '^(shared|electron/preload)/|^node_modules/(electron|zod|uuid)/|^electron$' },
    },
    {
      name: 'telephony-without-store',
      comment: 'A call never waits for a database.',
      severity: 'error',
      from: { path: '^electron/(telephony|media|headset|recording)/' },
      to: { path: '^electron/(store|sync)/' },
    },
    {
      name: 'store-without-telephony',
      comment: 'The store process knows interactions, not calls.',
      severity: 'error',
      from: { path: '^electron/(store|sync)/' },
      to: { path: '^electron/(telephony|media|headset|main)/' },
    },
    {
      name: 'main-reaches-the-store-by-message',
      comment: 'SQLite must never block the process that owns the calls.',
      severity: 'error',
      from: { path: '^electron/(main|settings)/', pathNot: testFile },
      to: { path: '^electron/(store|sync)/' },
    },
    {
      name: 'office-holds-nothing',
      comment: 'Templates are hostile: the process that reads them reaches no calls, no database and no secrets.',
      severity: 'error',
      from: { path: '^electron/office/', pathNot: testFile },
      to: { path: '^electron/(?!office/|logging/|store/ports\\.ts$)' },
    },
    {
      name: 'jssip-only-in-telephony',
      severity: 'error',
      from: { pathNot: '^(electron/telephony|practice|bench)/' },
      to: { path: '^node_modules/jssip/' },
    },
    {
      name: 'sqlite-only-in-store',
      severity: 'error',
      from: { pathNot: '^(electron/store|bench)/' },
      to: { path: '^node_modules/better-sqlite3/' },
    },
    {
      name: 'the-app-carries-no-servers',
      comment: 'central/ and practice/ are programs of their own; Balie talks to them over the network.',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: testFile },
      to: { path: '^(central|practice|bench|tests)/' },
    },
    {
      name: 'servers-without-the-app',
      severity: 'error',
      from: { path: '^(central|practice)/', pathNot: testFile },
      to: { path: '^(electron|renderer|bench|tests)/' },
    },
    {
      name: 'central-without-practice',
      severity: 'error',
      from: { path: '^central/' },
      to: { path: '^practice/' },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
    cache: { folder: 'node_modules/.cache/balie/dependency-cruiser', strategy: 'content' },
  },
};
