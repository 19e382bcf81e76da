import { z } from 'zod';
import { incomingAgentSchema, incomingProvisioningSchema, incomingRoleSchema, incomingSessionSchema } from '#shared/contract/incoming-session.ts';
import { enrolSchema, oidcSignInSchema, refreshSchema, signInSchema, type Device, type EnrolmentFile, type Provisioning, type Session } from '#shared/contract/session.ts';
import type { AgentState } from '#shared/domain/agent-state.ts';
import { isoNow, type Clock, type Scheduled } from '#shared/domain/clock.ts';
import { asBalieError, BalieError, type ErrorCode } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { SessionState } from '#shared/domain/snapshot.ts';
import { CentralRefusal, requestCentral, requestFile, type Fetch, type Request } from './central-http.ts';
import type { SecretVault } from './secret-vault.ts';

/** How somebody showed who they are: with a file there is nothing that they could show once more. */
const signInWaySchema = z.enum(['password', 'provider', 'enrolment']);
type SignInWay = z.infer<typeof signInWaySchema>;
const wayOfPath: Readonly<Record<string, SignInWay>> = { '/v1/session': 'password', '/v1/session/oidc': 'provider', '/v1/session/enrol': 'enrolment' };

/** What survives a restart: enough to telephone before central has been heard. */
const keptSchema = z.object({ centralUrl: z.string(), refreshToken: z.string(), agent: incomingAgentSchema, role: incomingRoleSchema, by: signInWaySchema.default('enrolment'), provisioning: incomingProvisioningSchema });
type Kept = z.infer<typeof keptSchema>;

/** Central as it can be reached now. */
export interface Credentials {
  readonly centralUrl: string;
  readonly accessToken: string;
  readonly agentId: string;
}

interface SessionListeners {
  /** Somebody has shown who they are and works here from now on; not at a start that takes up a session. */
  readonly onSignedIn: () => void;
  readonly onState: (state: SessionState) => void;
  /** The account and media policy; null on sign-out. Called again when it has changed. */
  readonly onProvisioning: (provisioning: Provisioning | null) => void;
  /** A fresh access token; null on sign-out. */
  readonly onCredentials: (credentials: Credentials | null) => void;
}

export interface CentralSessionOptions extends SessionListeners {
  readonly fetch: Fetch;
  readonly vault: SecretVault;
  readonly device: Device;
  readonly clock: Clock;
  readonly logger: Logger;
}

const vaultName = 'session';
const retryMs = 5_000;

/**
 * The operator's session with central: sign-in, enrolment, rotation of the refresh token, the SIP
 * account. It is kept in the secret vault, so that a restart registers and telephones at once, also
 * while central is down.
 */
export class CentralSession {
  readonly #options: CentralSessionOptions;
  #kept: Kept | null = null;
  #accessToken: string | null = null;
  #timer: Scheduled | null = null;
  #refreshing: Promise<void> | null = null;
  /** Grows with every sign-in and sign-out: an answer to an older question no longer counts. */
  #generation = 0;

  constructor(options: CentralSessionOptions) {
    this.#options = options;
  }

  /** What the centre last told this operator's workstation; null while nobody is signed in. */
  get provisioning(): Provisioning | null {
    return this.#kept?.provisioning ?? null;
  }

  /** Whether the operator has something by which central would know them again. */
  get canConfirm(): boolean {
    return this.#kept !== null && this.#kept.by !== 'enrolment';
  }

  /** Takes up the session of the former run. Listeners are told synchronously; central is heard of with the next {@link refresh}. @returns whether there was one. */
  restore(): boolean {
    const text = this.#options.vault.get(vaultName);
    const kept = text === null ? null : keptSchema.safeParse(JSON.parse(text));
    if (kept?.success !== true) {
      this.#options.onState({ state: 'signed-out', centralUrl: null, error: null });
      return false;
    }
    this.#kept = kept.data;
    this.#tellSignedIn(true);
    this.#options.onProvisioning(kept.data.provisioning);
    return true;
  }

  /** @throws {BalieError} `session.*`; the state shows it too. */
  async signIn(centralUrl: string, username: string, password: string): Promise<void> {
    const body = signInSchema.parse({ username, password, device: this.#options.device });
    await this.#begin(centralUrl, '/v1/session', body);
  }

  /**
   * Signs in with what the centre's provider vouches for. Until the operator is back from the browser the state stays
   * signed out, so that another way in is open.
   *
   * @param ask given this device's id, the ID token. @throws {BalieError} `session.*`.
   */
  async signInThrough(centralUrl: string, ask: (deviceId: string) => Promise<string>): Promise<void> {
    const { device } = this.#options;
    await this.#begin(centralUrl, '/v1/session/oidc', oidcSignInSchema.parse({ idToken: await ask(device.id), device }));
  }

  /**
   * The signed-in operator shows once more who they are, by a session of their own that takes the place of this one. What fails leaves
   * everything as it was.
   *
   * @param proof null: their password is asked of central; else given this device's id, the ID token of the centre's provider.
   * @throws {CentralRefusal} central says no. @throws {BalieError} `session.unreachable`, `lock.other-operator` when it is somebody else.
   */
  async confirm(proof: { readonly password: string } | ((deviceId: string) => Promise<string>)): Promise<void> {
    const kept = this.#kept;
    if (kept === null) throw new BalieError('session.signed-out', 'nobody is signed in');
    const { device, fetch } = this.#options;
    const request =
      typeof proof === 'function'
        ? { path: '/v1/session/oidc', body: oidcSignInSchema.parse({ idToken: await proof(device.id), device }) }
        : { path: '/v1/session', body: signInSchema.parse({ username: kept.agent.username, password: proof.password, device }) };
    const session = await requestCentral(fetch, kept.centralUrl, { method: 'POST', ...request }, incomingSessionSchema);
    const isTheirs = session.agent.id === kept.agent.id && this.#kept?.agent.id === kept.agent.id;
    const former = isTheirs ? this.#accessToken : session.accessToken;
    if (isTheirs) {
      this.#generation++;
      this.#accept(kept.centralUrl, session, this.#kept?.provisioning ?? kept.provisioning, wayOfPath[request.path]);
    }
    if (former !== null) void this.#end(kept.centralUrl, former);
    if (!isTheirs) throw new BalieError('lock.other-operator', 'somebody else has shown who they are');
  }

  /** Redeems an enrolment file, unless this device already has a session with that central which still holds. */
  async enrol(file: EnrolmentFile): Promise<void> {
    if (this.#kept?.centralUrl === file.centralUrl) await this.refresh();
    if (this.isSignedInAt(file.centralUrl)) return;
    await this.#begin(file.centralUrl, '/v1/session/enrol', enrolSchema.parse({ code: file.code, device: this.#options.device }));
  }

  isSignedInAt(centralUrl: string): boolean {
    return this.#kept?.centralUrl === centralUrl;
  }

  /** Forgets the session here at once, and at central if it can be reached. */
  async signOut(): Promise<void> {
    const kept = this.#kept;
    const token = this.#accessToken;
    this.#forget(null);
    if (kept === null || token === null) return;
    await this.#end(kept.centralUrl, token);
  }

  /** Exchanges the refresh token, now; several askers share one exchange. Never rejects: the state tells. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#exchange().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  /** Tells central what the operator is doing. Best effort: a newer state makes an older report pointless. */
  async reportAgentState(state: AgentState): Promise<void> {
    if (this.#kept === null || this.#accessToken === null) return;
    const body = { state, at: isoNow(this.#options.clock) };
    await requestCentral(this.#options.fetch, this.#kept.centralUrl, { method: 'PUT', path: '/v1/agents/me/state', token: this.#accessToken, body }, z.unknown());
  }

  /**
   * Asks central something in this session's name. A token that went stale is exchanged once.
   *
   * @throws {CentralRefusal} when central says no. @throws {BalieError} `session.unreachable`, also while there is no token.
   */
  async ask<T extends z.ZodType>(request: Omit<Request, 'token'>, answer: T): Promise<z.output<T>> {
    return await this.#inSession((centralUrl, token) => requestCentral(this.#options.fetch, centralUrl, { ...request, token }, answer));
  }

  /** The same, of what answers with a file of at most so many bytes. */
  async askFile(request: Omit<Request, 'token'>, most: number): Promise<Uint8Array> {
    return await this.#inSession((centralUrl, token) => requestFile(this.#options.fetch, centralUrl, { ...request, token }, most));
  }

  async #inSession<T>(ask: (centralUrl: string, token: string) => Promise<T>): Promise<T> {
    const once = async (): Promise<T> => {
      if (this.#kept === null || this.#accessToken === null) throw new BalieError('session.unreachable', 'there is no session with central now');
      return await ask(this.#kept.centralUrl, this.#accessToken);
    };
    if (this.#accessToken === null) await this.refresh();
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof CentralRefusal) || error.status !== 401) throw error;
      await this.refresh();
      return await once();
    }
  }

  /** Ends the timers; the session stays kept. */
  close(): void {
    this.#generation++;
    this.#timer?.cancel();
  }

  async #begin(centralUrl: string, path: string, body: unknown): Promise<void> {
    const generation = ++this.#generation;
    this.#timer?.cancel();
    this.#options.onState({ state: 'signing-in', centralUrl });
    try {
      const session = await requestCentral(this.#options.fetch, centralUrl, { method: 'POST', path, body }, incomingSessionSchema);
      const provisioning = await this.#fetchProvisioning(centralUrl, session.accessToken);
      if (generation !== this.#generation) return;
      this.#accept(centralUrl, session, provisioning, wayOfPath[path]);
      this.#options.onSignedIn();
    } catch (thrown) {
      const error = asBalieError(thrown);
      const code = path.endsWith('enrol') && error.code === 'session.credentials' ? 'session.enrolment-invalid' : error.code;
      if (generation === this.#generation) this.#forget(code, centralUrl);
      throw code === error.code ? error : new BalieError(code, error.message, { cause: error });
    }
  }

  async #exchange(): Promise<void> {
    const kept = this.#kept;
    if (kept === null) return;
    const generation = this.#generation;
    try {
      const body = refreshSchema.parse({ refreshToken: kept.refreshToken, deviceId: this.#options.device.id });
      const session = await requestCentral(this.#options.fetch, kept.centralUrl, { method: 'POST', path: '/v1/session/refresh', body }, incomingSessionSchema);
      if (generation !== this.#generation) return;
      // The old refresh token is spent: keep the new one before anything else can fail.
      this.#keep({ ...kept, refreshToken: session.refreshToken, agent: session.agent, role: session.role });
      const provisioning = await this.#fetchProvisioning(kept.centralUrl, session.accessToken);
      if (generation === this.#generation) this.#accept(kept.centralUrl, session, provisioning);
    } catch (thrown) {
      if (generation !== this.#generation) return;
      const error = asBalieError(thrown);
      this.#options.logger.warn({ code: error.code, details: error.details }, 'the session could not be refreshed');
      if (error instanceof CentralRefusal && (error.status === 401 || error.status === 403)) this.#forget(error.problem === 'session.revoked' ? 'session.revoked' : 'session.expired', kept.centralUrl);
      else this.#retryLater();
    }
  }

  async #end(centralUrl: string, token: string): Promise<void> {
    await requestCentral(this.#options.fetch, centralUrl, { method: 'DELETE', path: '/v1/session', token }, z.unknown()).catch((error: unknown) => {
      this.#options.logger.warn({ code: asBalieError(error).code }, 'central was not told that a session has ended; its tokens expire by themselves');
    });
  }

  #fetchProvisioning(centralUrl: string, token: string): Promise<Provisioning> {
    return requestCentral(this.#options.fetch, centralUrl, { method: 'GET', path: '/v1/provisioning', token }, incomingProvisioningSchema);
  }

  #accept(centralUrl: string, session: Session, provisioning: Provisioning, by: SignInWay = this.#kept?.by ?? 'enrolment'): void {
    const changed = JSON.stringify(this.#kept?.provisioning) !== JSON.stringify(provisioning);
    this.#keep({ centralUrl, refreshToken: session.refreshToken, agent: session.agent, role: session.role, by, provisioning });
    this.#accessToken = session.accessToken;
    this.#schedule(Math.max(5_000, session.expiresIn * 750));
    this.#tellSignedIn(false);
    if (changed) this.#options.onProvisioning(provisioning);
    this.#options.onCredentials({ centralUrl, accessToken: session.accessToken, agentId: session.agent.id });
  }

  #keep(kept: Kept): void {
    this.#options.vault.set(vaultName, JSON.stringify(kept));
    this.#kept = kept;
  }

  #forget(error: ErrorCode | null, centralUrl: string | null = this.#kept?.centralUrl ?? null): void {
    this.#generation++;
    this.#timer?.cancel();
    this.#options.vault.delete(vaultName);
    this.#kept = null;
    this.#accessToken = null;
    this.#options.onState({ state: 'signed-out', centralUrl, error });
    this.#options.onProvisioning(null);
    this.#options.onCredentials(null);
  }

  #retryLater(): void {
    this.#tellSignedIn(true);
    this.#schedule(retryMs * (1 + Math.random()));
  }

  #schedule(delayMs: number): void {
    this.#timer?.cancel();
    this.#timer = this.#options.clock.schedule(delayMs, () => void this.refresh());
  }

  #tellSignedIn(offline: boolean): void {
    if (this.#kept === null) return;
    const { agent, role, centralUrl } = this.#kept;
    this.#options.onState({ state: 'signed-in', centralUrl, agent, role, offline });
  }
}
