import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** A run of a script is kept as what happened in it; the trail of a run from before becomes events (see the store's migration of this name). */
export const scriptEvents: Migration = {
  number: 120,
  name: 'script-events',
  async up(db) {
    await sql`
      update interaction set script_run = jsonb_build_object(
        'scriptKey', script_run -> 'scriptKey',
        'scriptVersion', script_run -> 'scriptVersion',
        'start', coalesce(script_run #> '{trail,0,step}', nullif(script_run -> 'step', 'null'::jsonb), '"start"'::jsonb),
        'events', coalesce((
          select jsonb_agg(
            case when entry ->> 'answer' is null
              then jsonb_build_object('type', 'skipped', 'at', at, 'step', entry -> 'step', 'to', target, 'reason', nullif(trim(entry ->> 'reason'), ''))
              else jsonb_build_object('type', 'answered', 'at', at, 'step', entry -> 'step', 'answer', entry -> 'answer', 'to', target,
                'objection', answers <= (script_run ->> 'objections')::integer, 'purpose', null)
            end order by place)
          from (
            select entry, place, coalesce(lead(entry -> 'step') over (order by place), script_run -> 'step') as target,
              count(entry ->> 'answer') over (order by place) as answers,
              to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
            from jsonb_array_elements(script_run -> 'trail') with ordinality as trail (entry, place)
          ) as told
        ), '[]'::jsonb)
      ) where jsonb_typeof(script_run -> 'trail') = 'array'`.execute(db);
  },
};
