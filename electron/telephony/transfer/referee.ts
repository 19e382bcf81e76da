import type { Call } from '#shared/domain/call.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { CallTable } from '../call-table.ts';
import type { Ending } from '../end-cause.ts';
import type { Floor } from '../floor.ts';
import type { IncomingRequest } from '../jssip.ts';
import type { SipCall } from '../sip-call.ts';
import { decideReferral, type ReferTarget } from './referral-rules.ts';

interface RefereeOptions {
  readonly table: CallTable;
  readonly floor: Floor;
  readonly call: (id: string) => SipCall;
  readonly dial: (target: ReferTarget, headers: string[]) => Promise<string>;
  readonly accountUri: string;
  readonly country: string;
  readonly emergencyNumbers: readonly string[];
  /** The operator is transferring this call themselves. */
  readonly isTransferring: (callId: string) => boolean;
  readonly logger: Logger;
}

interface Referred {
  readonly callId: string;
  /** The call that the other side asked for; null until it was placed. */
  newId: string | null;
  readonly notify: (status: number, reason: string) => void;
  said: number;
}

/** Our side of a transfer that a colleague makes: we are the one who is sent on (RFC 3515 section 2.4, RFC 5589). */
export class Referee {
  readonly #options: RefereeOptions;
  readonly #referred = new Map<string, Referred>();

  constructor(options: RefereeOptions) {
    this.#options = options;
  }

  /** Answers a REFER inside the dialog of a call. */
  onRefer(callId: string, request: IncomingRequest): void {
    const { table, accountUri, country, emergencyNumbers, isTransferring, logger } = this.#options;
    const call = table.get(callId);
    const referTo = request.getHeader('Refer-To') ?? request.getHeader('r') ?? '';
    if (call.state !== 'connected') {
      request.reply(403);
      return;
    }
    const from = this.#options.call(callId).asides.dialog?._remote_uri.host ?? '';
    const decision = decideReferral({ call, from, referTo, accountUri, country, emergencyNumbers, isBusy: this.#referred.has(callId) || isTransferring(callId) });
    if (decision.kind === 'refuse') {
      logger.warn({ callId, status: decision.status }, 'a REFER of the other side was refused');
      request.reply(decision.status);
      return;
    }
    request.reply(202);
    void this.#follow(callId, request, decision.target);
  }

  /** A call that was sent on by its other side ends because of that. */
  onEnding(callId: string, ending: Ending): Ending {
    const referred = this.#referred.get(callId);
    if (referred === undefined) return ending;
    this.#referred.delete(callId);
    return referred.newId !== null && ending.by === 'remote' && ending.cause === 'hung-up' ? { ...ending, cause: 'transferred' } : ending;
  }

  /** Follows the call table: what becomes of the new call is told to who asked for it. */
  observe(calls: readonly Call[]): void {
    for (const referred of [...this.#referred.values()]) {
      const call = calls.find(({ id }) => id === referred.newId);
      if (call === undefined) continue;
      if (call.state === 'alerting') this.#say(referred, 180, 'Ringing');
      else if (call.state === 'connected') this.#say(referred, 200, 'OK');
      else if (call.state === 'ended') this.#onFailed(referred, call.sipStatus ?? 487);
    }
  }

  async #follow(callId: string, request: IncomingRequest, target: ReferTarget): Promise<void> {
    const { call, dial, accountUri, logger } = this.#options;
    const referred: Referred = { callId, newId: null, said: 0, notify: (status, reason) => call(callId).asides.notifyReferral(request.cseq, status, reason) };
    this.#referred.set(callId, referred);
    this.#say(referred, 100, 'Trying');
    const headers = [`Referred-By: ${referredBy(request) ?? `<${accountUri}>`}`, ...(target.replaces === null ? [] : [`Replaces: ${target.replaces}`])];
    try {
      referred.newId = await dial(target, headers);
      this.observe(this.#options.table.calls);
    } catch (error) {
      logger.warn({ err: error }, 'a call that the other side asked for could not be made');
      this.#onFailed(referred, 503);
    }
  }

  #say(referred: Referred, status: number, reason: string): void {
    if (referred.said >= status || this.#referred.get(referred.callId) !== referred) return;
    referred.said = status;
    referred.notify(status, reason);
  }

  /** The operator is back with who wanted to send them on. */
  #onFailed(referred: Referred, status: number): void {
    if (referred.said >= 200 || this.#referred.get(referred.callId) !== referred) return;
    this.#say(referred, Math.max(300, status), 'Failed');
    this.#referred.delete(referred.callId);
    this.#options.floor.setHeld(referred.callId, false).catch((error: unknown) => this.#options.logger.warn({ err: error }, 'the former call is still on hold'));
  }
}

/** Who sends us on, as they say (RFC 3892); what does not look like an address is left out. */
function referredBy(request: IncomingRequest): string | null {
  const value = request.getHeader('Referred-By') ?? request.getHeader('b') ?? '';
  return /^[^\r\n]{1,256}$/.test(value) && /<sips?:[^<>]+>|^sips?:[^\s<>]+$/i.test(value) ? value : null;
}
