import { isLegal, type CallEvent } from '#shared/domain/call-machine.ts';
import { isLive, type Call, type CallIn } from '#shared/domain/call.ts';
import { isoNow, type Clock } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Transfer } from '#shared/domain/transfer.ts';
import type { CallTable } from '../call-table.ts';
import type { Ending } from '../end-cause.ts';
import type { Floor } from '../floor.ts';
import type { SipCall } from '../sip-call.ts';
import { encodeNote } from './hand-over-note.ts';
import { addressAt, referToHeader, replacingAddress } from './refer-to.ts';
import type { Referral } from './referral.ts';

/** A caller is somebody else's now: for the record. */
export interface Transferred {
  readonly callId: string;
  readonly kind: Transfer['kind'];
  readonly target: string;
  readonly note: string;
  readonly at: string;
}

export interface TransferDeskOptions {
  readonly table: CallTable;
  readonly floor: Floor;
  readonly call: (id: string) => SipCall;
  /** Calls a colleague about a call. @returns the new call's id. */
  readonly dial: (user: string, about: string) => Promise<string>;
  /** @returns what is dialled for what the operator gave; null for what cannot be dialled. */
  readonly dialable: (target: string) => string | null;
  readonly isInConference: (id: string) => boolean;
  readonly accountUri: string;
  /** Header in which a note travels; null: it does not. */
  readonly noteHeader: string | null;
  readonly onTransferred: (fact: Transferred) => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface Running {
  readonly callId: string;
  readonly kind: Transfer['kind'];
  readonly target: string;
  readonly note: string;
  /** The colleague's call, of an attended transfer. */
  readonly consultId: string | null;
  referral: Referral | null;
}

/** How long the colleague's phone may take to leave the consultation when the caller has left already. */
const leavingMs = 3_000;

/**
 * Transfers, one a call: asked for, followed by its NOTIFYs, and ended in one of two ways. It succeeds, and our
 * legs end; or it fails for whatever reason, and the caller is back on the line. Nothing but the
 * operator's own word begins one: a consultation that ends, or a window that closes, transfers nobody.
 */
export class TransferDesk {
  readonly #options: TransferDeskOptions;
  readonly #running = new Map<string, Running>();

  constructor(options: TransferDeskOptions) {
    this.#options = options;
  }

  /** A transfer of this call is under way. */
  isTransferring(callId: string): boolean {
    return this.#running.has(callId);
  }

  /** Sends the caller to the target (RFC 3515). Resolves when it has been asked; what comes of it is in the call's `transfer`. */
  async blind(callId: string, target: string, note: string): Promise<void> {
    this.#mayBegin(callId);
    if (this.#consultationOf(callId) !== null) throw new BalieError('call.illegal', 'a colleague is being consulted about this call');
    const user = this.#dialable(target);
    await this.#begin({ callId, kind: 'blind', target: user, note, consultId: null, referral: null });
  }

  /** Holds the caller and calls a colleague about them. @returns the consultation's id. */
  async consult(callId: string, target: string): Promise<string> {
    const { floor, dial, isInConference } = this.#options;
    const call = this.#mayBegin(callId);
    if (isInConference(callId) || this.#consultationOf(callId) !== null) throw new BalieError('call.illegal', 'a colleague is with this call already');
    const user = this.#dialable(target);
    this.#tell(callId, { type: 'transfer', transfer: null });
    const wasHeld = call.hold === 'on' || call.hold === 'holding';
    try {
      return await dial(user, callId);
    } catch (error) {
      if (!wasHeld) floor.setHeld(callId, false).catch(() => undefined);
      throw error;
    }
  }

  /**
   * Brings caller and colleague together. One who still rings is called by the exchange instead: a dialog that is not
   * confirmed cannot be replaced (RFC 5589 section 7.6).
   * @param callId either of the two.
   */
  async complete(callId: string, note: string): Promise<void> {
    const { caller, consultation } = this.#pair(callId);
    this.#mayBegin(caller.id);
    if (consultation.state === 'connected') {
      await this.bringTogether(caller.id, consultation.id, note);
      return;
    }
    const target = consultation.party.number ?? consultation.party.raw;
    // A phone that still rings for us would be busy for the caller.
    this.#options.call(consultation.id).hangUp();
    await this.#begin({ callId: caller.id, kind: 'blind', target, note, consultId: null, referral: null });
  }

  /** Asks the caller to take our place with the other one (RFC 5589 section 7.3). Both are connected. */
  async bringTogether(callerId: string, otherId: string, note: string): Promise<void> {
    const other = this.#options.table.get(otherId);
    this.#mayBegin(callerId);
    await this.#begin({ callId: callerId, kind: 'attended', target: other.party.number ?? other.party.raw, note, consultId: otherId, referral: null });
  }

  /**
   * Back to the caller. Ends the consultation; a REFER that has left is not listened to any more.
   * @param callId the caller's or the consultation's.
   */
  async cancel(callId: string): Promise<void> {
    const { table, call, floor, isInConference } = this.#options;
    const about = table.get(callId).consultationFor ?? callId;
    const running = this.#running.get(about);
    const consultation = this.#consultationOf(about);
    if (running === undefined && consultation === null) throw new BalieError('call.illegal', 'there is nothing to take back');
    if (running !== undefined) this.#drop(running);
    this.#tell(about, { type: 'transfer', transfer: null });
    if (isInConference(about)) return;
    if (consultation !== null && consultation.state !== 'ending') call(consultation.id).hangUp();
    if (table.get(about).state === 'connected') await floor.setHeld(about, false);
  }

  /** The operator has seen that it failed. */
  dismiss(callId: string): void {
    const call = this.#options.table.get(callId);
    if (call.state !== 'connected' || call.transfer?.phase !== 'failed') throw new BalieError('call.illegal', 'no transfer of this call has failed');
    this.#tell(callId, { type: 'transfer', transfer: null });
  }

  /**
   * A call is about to end. A caller who hangs up while being transferred does so because the transfer
   * works: no other word may come after it (RFC 5589 section 6.1), so this one counts.
   */
  onEnding(callId: string, ending: Ending): Ending {
    const own = this.#running.get(callId);
    if (own !== undefined) {
      const isAccepted = own.referral?.isAccepted === true && ending.cause === 'hung-up';
      this.#drop(own);
      if (!isAccepted) return ending;
      this.#report(own);
      if (own.consultId !== null) this.#awaitReplaced(own.consultId);
      return { ...ending, cause: 'transferred' };
    }
    const about = [...this.#running.values()].find(({ consultId }) => consultId === callId);
    // The colleague's telephone has left us for the caller, and will be told of as well.
    if (about?.referral?.isAccepted === true && ending.cause === 'hung-up' && ending.by === 'remote') return { ...ending, cause: 'transferred' };
    return ending;
  }

  /** Follows the call table: the caller of a consultation may be gone. */
  observe(calls: readonly Call[]): void {
    for (const call of calls) {
      if (call.consultationFor === null || !isLive(call)) continue;
      const about = calls.find(({ id }) => id === call.consultationFor);
      if (about === undefined || (about.state === 'ended' && about.cause !== 'transferred')) this.#tell(call.id, { type: 'consults', about: null });
    }
  }

  async #begin(running: Running): Promise<void> {
    const { floor, call, table, accountUri, noteHeader, isInConference, logger } = this.#options;
    const { callId } = running;
    this.#running.set(callId, running);
    this.#show(running, 'asking');
    if (!isInConference(callId)) {
      // Refused, it is no reason to keep the caller: they hear us for a moment longer.
      await floor.resume(callId, true).catch((error: unknown) => logger.warn({ err: error }, 'a caller could not be held for the transfer'));
    }
    if (this.#running.get(callId) !== running || table.get(callId).state !== 'connected') return;
    const note = noteHeader === null ? '' : encodeNote(running.note);
    const noteHeaders = noteHeader === null || note === '' ? {} : { [noteHeader]: note };
    const referTo = this.#referTo(running, noteHeaders);
    if (referTo === null) {
      this.#onFailed(running, null);
      return;
    }
    const headers = [referTo, `Referred-By: <${accountUri}>`, ...Object.entries(noteHeaders).map(([name, value]) => `${name}: ${value}`)];
    try {
      running.referral = call(callId).asides.refer(headers, {
        onProgress: (phase) => this.#show(running, phase),
        onSucceeded: () => this.#onSucceeded(running),
        onFailed: (sipStatus) => this.#onFailed(running, sipStatus),
      });
    } catch (error) {
      // The dialog is not confirmed yet, or is being replaced.
      logger.warn({ err: error }, 'a transfer could not be asked for');
      this.#onFailed(running, null);
    }
  }

  #referTo({ target, consultId }: Running, headers: Readonly<Record<string, string>>): string | null {
    const { accountUri, table, call } = this.#options;
    if (consultId === null) return referToHeader({ address: addressAt(target, accountUri), headers });
    const dialog = table.get(consultId).state === 'connected' ? call(consultId).asides.dialog : null;
    if (dialog === null) return null;
    const { address, replaces } = replacingAddress(dialog);
    return referToHeader({ address, headers: { Replaces: replaces, ...headers } });
  }

  #onSucceeded(running: Running): void {
    const { call } = this.#options;
    this.#drop(running);
    this.#report(running);
    if (running.consultId !== null && this.#isLive(running.consultId)) call(running.consultId).endTransferred();
    call(running.callId).endTransferred();
  }

  #onFailed(running: Running, sipStatus: number | null): void {
    const { floor, isInConference, logger } = this.#options;
    this.#drop(running);
    logger.info({ kind: running.kind, sipStatus }, 'a transfer failed');
    this.#tell(running.callId, { type: 'transfer', transfer: { kind: running.kind, target: running.target, phase: 'failed', sipStatus } });
    if (isInConference(running.callId)) return;
    floor.setHeld(running.callId, false).catch((error: unknown) => logger.warn({ err: error }, 'a caller is still on hold after a transfer that failed'));
  }

  /** The colleague's telephone ends the consultation when it takes the caller; if it does not, it is a call like any other. */
  #awaitReplaced(consultId: string): void {
    this.#options.clock.schedule(leavingMs, () => this.#isLive(consultId) && this.#tell(consultId, { type: 'consults', about: null }));
  }

  #report({ callId, kind, target, note }: Running): void {
    this.#options.onTransferred({ callId, kind, target, note, at: isoNow(this.#options.clock) });
  }

  #show({ callId, kind, target }: Running, phase: Transfer['phase']): void {
    this.#tell(callId, { type: 'transfer', transfer: { kind, target, phase, sipStatus: null } });
  }

  #drop(running: Running): void {
    running.referral?.abandon();
    if (this.#running.get(running.callId) === running) this.#running.delete(running.callId);
  }

  #tell(id: string, event: CallEvent): void {
    const { table } = this.#options;
    const call = table.calls.find((one) => one.id === id);
    if (call !== undefined && isLegal(call.state, event.type)) table.apply(id, event);
  }

  #isLive(id: string): boolean {
    return this.#options.table.live.some((call) => call.id === id);
  }

  #consultationOf(callId: string): Call | null {
    return this.#options.table.live.find((call) => call.consultationFor === callId) ?? null;
  }

  #pair(callId: string): { readonly caller: Call; readonly consultation: Call } {
    const { table } = this.#options;
    const call = table.get(callId);
    const consultation = call.consultationFor === null ? this.#consultationOf(callId) : call;
    const caller = consultation?.consultationFor == null ? undefined : table.live.find(({ id }) => id === consultation.consultationFor);
    if (consultation === null || caller === undefined || consultation.state === 'ending') throw new BalieError('call.illegal', 'there is nobody to bring together');
    return { caller, consultation };
  }

  #mayBegin(callId: string): CallIn<'connected'> {
    const call = this.#options.table.get(callId);
    if (call.state !== 'connected') throw new BalieError('call.illegal', `a call that is ${call.state} is not transferred`, { details: { state: call.state } });
    if (this.#running.has(callId)) throw new BalieError('call.illegal', 'this call is being transferred already');
    return call;
  }

  #dialable(target: string): string {
    const user = this.#options.dialable(target);
    if (user === null) throw new BalieError('transfer.target-invalid', 'this cannot be dialled');
    return user;
  }
}
