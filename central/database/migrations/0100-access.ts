import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Who is what and serves which queues, which customers belong to which queue, and who did what. */
export const access: Migration = {
  number: 100,
  name: 'access',
  async up(db) {
    await sql`
      create table agent_access (
        agent_id uuid primary key references agent (id), role text not null check (role in ('operator', 'team-lead', 'administrator')),
        all_queues boolean not null, active boolean not null
      )`.execute(db);
    await sql`insert into agent_access select id, 'operator', true, true from agent`.execute(db);
    // However an agent comes in: as an operator of all queues, until the centre says which.
    await sql`
      create function give_access() returns trigger language plpgsql as $$
      begin insert into agent_access values (new.id, 'operator', true, true); return null; end $$`.execute(db);
    await sql`create trigger agent_access after insert on agent for each row execute function give_access()`.execute(db);
    await sql`create table agent_queue (agent_id uuid not null references agent (id), queue_id uuid not null references queue (id) on delete cascade, primary key (agent_id, queue_id))`.execute(db);
    await sql`create table customer_queue (customer_id uuid not null references customer (id) on delete cascade, queue_id uuid not null references queue (id) on delete cascade, primary key (customer_id, queue_id))`.execute(db);
    await sql`create index customer_queue_queue on customer_queue (queue_id)`.execute(db);
    await sql`insert into customer_queue select distinct customer_id, queue_id from interaction where customer_id is not null and queue_id is not null`.execute(db);
    await sql`create table access_policy (id integer primary key check (id = 1), customers text not null check (customers in ('all', 'queues')))`.execute(db);
    await sql`insert into access_policy values (1, 'all')`.execute(db);
    await sql`
      create table audit_event (
        id uuid primary key, at timestamptz(3) not null, agent_id uuid, device_id uuid, action text not null, entity text, entity_id uuid, customer_id uuid, details jsonb not null
      )`.execute(db);
    await sql`create index audit_event_agent on audit_event (agent_id, id)`.execute(db);
    await sql`create index audit_event_customer on audit_event (customer_id, id)`.execute(db);
    await sql`
      create function keep_as_written() returns trigger language plpgsql as $$
      begin raise exception 'what was audited is not changed'; end $$`.execute(db);
    await sql`create trigger audit_event_kept before update or delete or truncate on audit_event for each statement execute function keep_as_written()`.execute(db);
  },
};
