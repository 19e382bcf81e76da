import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/*
 * node scripts/central-files.mjs FOLDER
 * Puts what the central API needs to run, and nothing else, into a folder: its own files, a package.json with its packages in the
 * versions of this project, and a lock file of those. Then: npm ci --omit=dev. The Containerfile does so.
 */

const root = resolve(import.meta.dirname, '..');
const programs = ['central/main.ts', 'central/admin.ts'];
/** The embedded database is for trials; whoever runs a container has PostgreSQL. */
const leftOut = new Set(['@electric-sql/pglite']);

/** What a module loads when it runs. Types are erased: `import type` loads nothing. */
function importsOf(text) {
  const statements = [...text.matchAll(/^(?:import|export)\s+(?!type\b)[\w\s{},*$]*?from\s+'([^']+)'/gm), ...text.matchAll(/^import\s+'([^']+)'/gm), ...text.matchAll(/\bimport\('([^']+)'\)/g)];
  return statements.map(([, specifier]) => specifier);
}

function packageOf(specifier) {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** @returns the project's files that the programs load, and the packages. */
function reached() {
  const files = new Set();
  const packages = new Set();
  const waiting = programs.map((program) => join(root, program));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const specifier of importsOf(readFileSync(file, 'utf8'))) {
      if (specifier.startsWith('.')) waiting.push(resolve(dirname(file), specifier));
      else if (specifier.startsWith('#shared/')) waiting.push(join(root, 'shared', specifier.slice('#shared/'.length)));
      else if (!specifier.startsWith('node:') && !leftOut.has(packageOf(specifier))) packages.add(packageOf(specifier));
    }
  }
  return { files: [...files].map((file) => relative(root, file)).sort(), packages: [...packages].sort() };
}

/** Where Node finds a package that is asked for by another: in its own folder, or in one above. */
function locate(locked, name, from) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (place in locked) return place;
    if (at === '') return null;
  }
}

/** @returns the entries of the lock file that these packages need, for every system. */
function closureOf(locked, names) {
  const kept = {};
  const waiting = names.map((name) => ({ name, from: '', needed: true }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const place = locate(locked, next.name, next.from);
    if (place === null && next.needed) throw new Error(`The lock file has no ${next.name}`);
    if (place === null || place in kept) continue;
    const entry = { ...locked[place] };
    // There it was for development; here it is what runs.
    delete entry.dev;
    delete entry.devOptional;
    kept[place] = entry;
    for (const name of Object.keys(entry.dependencies ?? {})) waiting.push({ name, from: place, needed: true });
    for (const name of Object.keys(entry.optionalDependencies ?? {})) waiting.push({ name, from: place, needed: false });
    for (const name of Object.keys(entry.peerDependencies ?? {})) waiting.push({ name, from: place, needed: false });
  }
  return Object.fromEntries(Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Fills the folder. @returns the places of the packages, as in the lock file. */
export function assemble(folder) {
  const { files, packages } = reached();
  const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const versions = { ...project.devDependencies, ...project.dependencies };
  const own = {
    name: 'balie-central',
    version: project.version,
    license: project.license,
    private: true,
    type: 'module',
    imports: project.imports,
    engines: { node: '>=22.18' },
    dependencies: Object.fromEntries(packages.map((name) => [name, versions[name]])),
  };
  const { name, version, license, engines, dependencies } = own;
  const kept = closureOf(locked, packages);
  const lock = { name, version, lockfileVersion: 3, requires: true, packages: { '': { name, version, license, dependencies, engines }, ...kept } };
  mkdirSync(folder, { recursive: true });
  for (const file of files) cpSync(join(root, file), join(folder, file));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
  writeFileSync(join(folder, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
  return Object.keys(kept);
}

if (process.argv[1] === import.meta.filename) {
  const [, , folder] = process.argv;
  if (folder === undefined) throw new Error('Name a folder: node scripts/central-files.mjs FOLDER');
  console.log(`${assemble(resolve(folder)).length} packages`);
}
