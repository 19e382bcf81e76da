import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startLab } from '../tests/lab/lab.ts';
import { Wire } from './capture/wire.ts';
import { buildPeer } from './peer/build.ts';
import { electronExecutable } from './process/electron-app.ts';
import { resultsOf, Samples } from './report/figures.ts';
import { tableOf } from './report/table.ts';
import { measureCalls } from './runs/calls.ts';
import { measureLoad } from './runs/load.ts';
import { measureStart } from './runs/start.ts';
import { Callee } from './sip/callee.ts';
import { Caller } from './sip/caller.ts';
import { PeerSubject } from './subjects/peer.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'balie-bench-'));
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const executable = electronExecutable();
const lab = await startLab({});
const wire = await Wire.start({ dir, webSocketPort: lab.ports.ws, media: lab.ports.rtpengine });
const caller = await Caller.open(lab.ports.sip);
const callee = await Callee.open(lab.ports.trunk, lab.ports.sip);
const app = path.join(dir, 'peer-app');
mkdirSync(app);
await buildPeer(app);
const peer = new PeerSubject({ executable, app, dir, account: { number: 'colleague', ...lab.users.colleague, server: lab.server.url } });
const samples = new Samples();
const bench = { subjects: [peer], wire, samples, say, caller, customers: [{ number: '+3292254107', name: 'Pieter De Smet' }], dialled: '+3292254108' };
try {
  if (!process.env["DBG"]) await measureStart(bench, 5);
  await measureCalls(bench, 5);
  await measureLoad(bench, { rounds: 1, settleMs: 2000, callMs: 5000 });
  for (const r of ['inviteToRinging','answerToOk','answerToRtp','dialToInvite','startToRegistered','memoryIdle','memoryInCall','cpuInCall'] as const) say(r + ' ' + samples.of(r,'peer').map((x)=>x.toFixed(1)).join(' '));
  console.log(tableOf(resultsOf(samples)));
} finally {
  caller.close();
  callee.close();
  await wire.stop();
  await lab.stop();
  if (process.env['KEEP'] === undefined) rmSync(dir, { recursive: true, force: true });
}
