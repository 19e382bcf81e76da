import type { CarriedStanding } from '#shared/domain/carried-script.ts';
import { sampleId } from './sample-data.ts';
import type { Scene } from './scenes.ts';

/** The conversation was put through by a colleague, whose script came along. */
export function withCarried(scene: Scene, standing: CarriedStanding): Scene {
  const [file] = scene.store.files.values();
  if (file === undefined) return scene;
  const { id, startedAt, number, customerId, queueId } = file.interaction;
  const handOver = { id: sampleId(11, 1), version: 1, updatedAt: startedAt, interactionId: sampleId(8, 9), callId: sampleId(10, 9), agentId: sampleId(20, 1), customerId, queueId, number, kind: 'blind' as const, target: '201', note: '', at: startedAt, identity: null, by: 'Karim Bensaïd' };
  scene.store.files.set(id, { ...file, handOver: { ...handOver, script: { title: 'Vraag aan de klantendienst', step: 'Oplossing voorstellen', standing } } });
  return scene;
}
