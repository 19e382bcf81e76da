import type { HeadsetCommand } from '#shared/domain/headset/commands.ts';

/** What a headset may ask of the telephone; each is refused as it is for the screen. */
export interface HeadsetTelephone {
  answer(callId: string): Promise<void>;
  decline(callId: string): void;
  hangUp(callId: string): void;
  setMuted(callId: string, muted: boolean): void;
  setHeld(callId: string, held: boolean): Promise<void>;
  callBackMissed(): Promise<unknown>;
}

/** Resolves when it is done. @throws {BalieError} what the telephone refuses. */
export async function carryOut(command: HeadsetCommand, telephone: HeadsetTelephone): Promise<void> {
  switch (command.type) {
    case 'answer':
      return telephone.answer(command.callId);
    case 'decline':
      return telephone.decline(command.callId);
    case 'hang-up':
      return command.callIds.forEach((id) => telephone.hangUp(id));
    case 'mute':
      return command.callIds.forEach((id) => telephone.setMuted(id, command.muted));
    case 'hold':
      return telephone.setHeld(command.callId, true);
    case 'switch':
      // Resuming one call holds the other.
      return telephone.setHeld(command.callId, false);
    case 'call-back':
      await telephone.callBackMissed();
  }
}
