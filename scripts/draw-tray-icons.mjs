import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { projectRoot } from './lib/paths.mjs';

// Draws resources/tray/*.png: the bell of a reception desk with a dot for the state, for light and for dark panels,
// at 24 and 48 pixels. Run it again after changing it: node scripts/draw-tray-icons.mjs

const inks = { light: [27, 39, 48], dark: [242, 245, 247] };
const dots = { off: [138, 148, 156], 'not-ready': [214, 140, 20], available: [32, 160, 90], ringing: [35, 120, 220], 'on-call': [208, 52, 64] };
const samples = 4;

const circle = (cx, cy, r) => (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= r * r;
const box = (left, top, right, bottom, r) => (x, y) => {
  const dx = Math.max(left + r - x, 0, x - (right - r));
  const dy = Math.max(top + r - y, 0, y - (bottom - r));
  return dx * dx + dy * dy <= r * r && x >= left && x <= right && y >= top && y <= bottom;
};

// In units of 24.
const dome = (x, y) => circle(11, 16, 9)(x, y) && y <= 16;
const base = box(1, 17.5, 21, 20.5, 1.5);
const knob = circle(11, 5, 2);
const bell = (x, y) => dome(x, y) || base(x, y) || knob(x, y);
const dot = circle(18, 18, 5.5);
const gap = circle(18, 18, 7);

/** Each state has its own mark too: colour alone tells nothing to who does not see it. */
const marks = {
  off: (x, y) => Math.abs(x - y) < 1 && dot(x, y),
  'not-ready': (x, y) => box(15, 17, 21, 19, 0.5)(x, y),
  available: () => false,
  ringing: (x, y) => box(17.1, 14.5, 18.9, 19, 0.5)(x, y) || circle(18, 21, 1)(x, y),
  'on-call': (x, y) => circle(18, 18, 2.2)(x, y),
};

function pixel(x, y, ink, state) {
  if (dot(x, y)) return marks[state](x, y) ? [255, 255, 255] : dots[state];
  return !gap(x, y) && bell(x, y) ? ink : null;
}

function draw(size, ink, state) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  const unit = 24 / size;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const seen = [];
      for (let step = 0; step < samples ** 2; step += 1) {
        const colour = pixel((column + ((step % samples) + 0.5) / samples) * unit, (row + (Math.floor(step / samples) + 0.5) / samples) * unit, ink, state);
        if (colour) seen.push(colour);
      }
      if (seen.length === 0) continue;
      const at = row * (size * 4 + 1) + 1 + column * 4;
      for (const channel of [0, 1, 2]) rows[at + channel] = Math.round(seen.reduce((sum, colour) => sum + colour[channel], 0) / seen.length);
      rows[at + 3] = Math.round((255 * seen.length) / samples ** 2);
    }
  }
  return png(size, rows);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** 8 bits, colour with transparency, no interlace (PNG specification section 11). */
function png(size, rows) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

const folder = join(projectRoot, 'resources/tray');
mkdirSync(folder, { recursive: true });
for (const state of Object.keys(dots)) {
  for (const [panel, ink] of Object.entries(inks)) {
    writeFileSync(join(folder, `${state}-${panel}.png`), draw(24, ink, state));
    writeFileSync(join(folder, `${state}-${panel}@2x.png`), draw(48, ink, state));
  }
}
