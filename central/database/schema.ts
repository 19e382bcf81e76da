import type { Role } from '#shared/domain/role.ts';
import type { ColumnType, Kysely, Transaction } from 'kysely';

/** JSON is written as text and read as what it holds. */
type Json = ColumnType<unknown, string, string>;
/** 64 bits: the drivers answer a number or a string; `Number()` it. */
type BigInteger = ColumnType<number | string, number, number>;

/** What becomes of a version of a script. */
export type ScriptEventKind = 'reviewed' | 'scheduled' | 'withdrawn' | 'live';

/** Central's own tables. The synced entities are read and written through `rows.ts` instead. */
export interface Schema {
  /** The two columns that signing in needs. */
  agent: { id: string; username: string };
  agentAccess: { agentId: string; role: Role; allQueues: boolean; active: boolean };
  agentQueue: { agentId: string; queueId: string };
  /** One row. */
  accessPolicy: { id: number; customers: 'all' | 'queues' };
  /** Append-only: a trigger refuses anything else. */
  auditEvent: {
    id: string;
    at: Date;
    agentId: string | null;
    deviceId: string | null;
    action: string;
    entity: string | null;
    entityId: string | null;
    customerId: string | null;
    details: Json;
  };
  migration: { number: number; name: string; appliedAt: Date };
  /** One row: which history this is and how far it has come. Locking it makes the holder the only writer. */
  logHead: { id: number; epoch: string; sequence: BigInteger };
  change: {
    sequence: BigInteger;
    entity: string;
    rowId: string;
    version: number;
    /** The fields that this write changed; null: all of them, the row was new. */
    fields: Json;
    /** Who wrote, on which device: one outbox keeps its own order, so that it never conflicts with itself. */
    agentId: string | null;
    deviceId: string | null;
    at: Date;
    /** Whom it concerns (`access/audience.ts`); null: everybody. */
    audience: string[] | null;
  };
  mutation: { id: string; agentId: string; digest: string; answer: Json; at: Date };
  credential: { agentId: string; passwordHash: string; changedAt: Date };
  session: {
    id: string;
    agentId: string;
    deviceId: string;
    deviceName: string;
    platform: string;
    createdAt: Date;
    seenAt: Date;
    endedAt: Date | null;
    endedBecause: string | null;
  };
  accessToken: { hash: string; sessionId: string; expiresAt: Date };
  refreshToken: { hash: string; sessionId: string; expiresAt: Date; usedAt: Date | null };
  enrolment: { codeHash: string; agentId: string; expiresAt: Date; usedAt: Date | null; usedBy: string | null };
  webhook: { id: string; url: string; events: Json; sealedSecret: string; createdAt: Date };
  webhookDelivery: {
    id: string;
    webhookId: string;
    event: string;
    payload: string;
    createdAt: Date;
    attempts: number;
    /** When it is tried next; null: delivered, or given up. */
    nextAt: Date | null;
    deliveredAt: Date | null;
    status: number | null;
    error: string | null;
  };
  oidcChallenge: { nonceHash: string; deviceId: string; expiresAt: Date };
  sipAccount: { agentId: string; uri: string; authorizationUser: string; displayName: string; sealedPassword: string };
  /** One row: what provisioning says to everybody. */
  provisioningPolicy: { id: number; policy: Json };
  agentDuty: { agentId: string; duty: 'privacy' };
  /** Who took out or erased one person's data: the fact, without the data. */
  personalDataLog: { id: string; kind: 'export' | 'erasure'; customerId: string; agentId: string | null; deviceId: string | null; reason: string; at: Date };
  /** Append-only, like the events: a trigger refuses anything else. */
  scriptVersion: {
    scriptId: string;
    number: number;
    base: number | null;
    restores: number | null;
    definition: Json;
    comment: string;
    agentId: string | null;
    at: Date;
  };
  scriptVersionEvent: { id: string; scriptId: string; number: number; kind: ScriptEventKind; agentId: string | null; at: Date; liveFrom: Date | null; comment: string };
  queueScriptPlan: { id: string; queueId: string; scriptId: string; number: number; agentId: string | null; at: Date };
  /** What an edition of a template said. Append-only, like the documents. */
  letterEdition: { templateId: string; edition: number; content: Json; comment: string; agentId: string | null; at: Date };
  letterFile: { sha256: string; bytes: Uint8Array; agentId: string | null; at: Date };
  agentState: { agentId: string; state: Json; reportedAt: Date };
}

export type Database = Kysely<Schema>;
export type Executor = Kysely<Schema> | Transaction<Schema>;
