import type { Migration } from '../database/migrate.ts';

/**
 * A run of a script is kept as what happened in it. Of runs from before, the trail becomes events; what was not kept then (when it
 * happened, which answer was an objection) is taken from the interaction's beginning and from the count, first ones first.
 */
export const scriptEvents: Migration = {
  version: 110,
  name: 'script-events',
  up(handle) {
    handle.exec(`
      UPDATE interaction SET script_run = json_object(
        'scriptKey', script_run ->> 'scriptKey',
        'scriptVersion', script_run -> 'scriptVersion',
        'start', coalesce(script_run ->> '$.trail[0].step', script_run ->> 'step', 'start'),
        'events', json((
          SELECT json_group_array(json(event)) FROM (
            SELECT CASE WHEN answer IS NULL
              THEN json_object('type', 'skipped', 'at', started_at, 'step', step, 'to', target, 'reason', nullif(trim(reason), ''))
              ELSE json_object('type', 'answered', 'at', started_at, 'step', step, 'answer', answer, 'to', target,
                'objection', json(CASE WHEN place <= objections THEN 'true' ELSE 'false' END), 'purpose', NULL)
              END AS event
            FROM (
              SELECT value ->> 'step' AS step, value ->> 'answer' AS answer, value ->> 'reason' AS reason, script_run ->> 'objections' AS objections,
                coalesce(lead(value ->> 'step') OVER (ORDER BY key), script_run ->> 'step') AS target,
                sum((value ->> 'answer') IS NOT NULL) OVER (ORDER BY key) AS place
              FROM json_each(script_run, '$.trail') ORDER BY key
            )
          )
        ))
      ) WHERE script_run IS NOT NULL AND json_type(script_run, '$.trail') = 'array';
    `);
  },
};
