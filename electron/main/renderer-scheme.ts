import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';

/** Our pages have a scheme of their own: no file access, one origin a window, and headers that a file cannot have. */
const scheme = 'balie';
export type Page = 'workspace' | 'audio';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wav': 'audio/wav',
  '.woff2': 'font/woff2',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the application is ready. */
export function registerRendererScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves `<root>/<page>/…` as `balie://<page>/…`; nothing outside those two folders, whatever the path says. */
export function serveRenderer(root: string): void {
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    const file = resolveFile(root, url);
    if (file === null) return new Response('not found', { status: 404 });
    try {
      const headers = { 'content-type': contentTypes[path.extname(file)] ?? 'application/octet-stream', 'content-security-policy': policy, 'x-content-type-options': 'nosniff' };
      return new Response(new Uint8Array(await readFile(file)), { headers });
    } catch {
      return new Response('not found', { status: 404 });
    }
  });
}

function resolveFile(root: string, url: URL): string | null {
  // Both pages share the build's assets and chunks, so each origin serves the whole output folder.
  if (url.host !== 'workspace' && url.host !== 'audio') return null;
  const file = path.join(root, path.normalize(decodeURIComponent(url.pathname)));
  return file.startsWith(root + path.sep) ? file : null;
}

/** @returns the address of a page. */
export function pageUrl(page: Page): string {
  return `${scheme}://${page}/${page}/index.html`;
}

/** @returns the origin of a page or of an address; empty for what is no address of ours. */
export function originOf(pageOrUrl: string): string {
  const url = pageOrUrl === 'workspace' || pageOrUrl === 'audio' ? pageUrl(pageOrUrl) : pageOrUrl;
  return URL.canParse(url) && url.startsWith(`${scheme}://`) ? `${scheme}://${new URL(url).host}` : '';
}
