import { z } from 'zod';
import { silentLogger, type LogFields } from '#shared/domain/logger.ts';
import { audioContract } from '#shared/ipc/audio-list.ts';
import { audioPortChannel } from '#shared/ipc/channels.ts';
import type { Port } from '#shared/ipc/contract.ts';
import { serve } from '#shared/ipc/server.ts';
import { createHandlers, type Emit } from './handlers.ts';

// The policy of this page allows no code made from text, which zod would otherwise try.
z.config({ jitless: true });

function portOf(channel: MessagePort): Port {
  return {
    post: (message) => channel.postMessage(message),
    listen(handler) {
      const receive = ({ data }: MessageEvent<unknown>) => handler(data);
      channel.addEventListener('message', receive);
      channel.start();
      return () => channel.removeEventListener('message', receive);
    },
  };
}

function start(channel: MessagePort): void {
  const emit: Emit = (name, payload) => server.emit(name, payload);
  const report = (fields: LogFields, message: string) => emit('defect', { message: `${message} ${JSON.stringify(fields)}`.slice(0, 2000) });
  const room = createHandlers(emit);
  const server = serve(audioContract, room.handlers, { ...silentLogger, warn: report, error: report });
  server.attach(portOf(channel));

  window.addEventListener('error', ({ message }) => emit('defect', { message: message.slice(0, 2000) }));
  window.addEventListener('unhandledrejection', ({ reason }) => emit('defect', { message: String(reason).slice(0, 2000) }));
  // Also tells main that somebody listens at this end.
  room.start();
}

window.addEventListener('message', (event) => {
  const channel = event.ports[0];
  if (event.source === window && event.data === audioPortChannel && channel !== undefined) start(channel);
});
