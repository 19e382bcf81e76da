import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';

/** Long enough for a slow line, short enough to say soon that there is none. */
const probeLimitMs = 8_000;

/**
 * Runs npm with the Node that runs this script: the npm that started us, else the one beside Node, else the one on PATH.
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function npm(args, options) {
  const besideNode = join(
    dirname(process.execPath),
    process.platform === 'win32' ? 'node_modules/npm/bin/npm-cli.js' : '../lib/node_modules/npm/bin/npm-cli.js',
  );
  const script = [process.env.npm_execpath, besideNode].find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return script
    ? run(process.execPath, [script, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * npm tries an absent network for minutes before it says so. This asks first, and then lets npm work from what it has.
 * @returns {Promise<string[]>} arguments for `npm ci` and `npm pack`
 */
export async function networkArguments() {
  return (await registryAnswers()) ? ['--prefer-offline'] : ['--offline'];
}

async function registryAnswers() {
  const proxied = Object.keys(process.env).some((key) => /^(https?_proxy|npm_config_(https_)?proxy)$/i.test(key));
  // Through a proxy npm knows the way and this question would not.
  if (proxied) return true;
  const { output } = await npm(['config', 'get', 'registry', 'proxy', 'https-proxy']);
  const setting = (name) => new RegExp(`^${name}=(?!null$)(\\S+)$`, 'm').exec(output)?.[1];
  const registry = setting('registry');
  if (!registry || setting('proxy') || setting('https-proxy')) return true;
  try {
    await fetch(registry, { method: 'HEAD', signal: AbortSignal.timeout(probeLimitMs) });
    return true;
  } catch {
    return false;
  }
}
