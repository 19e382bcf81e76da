import dagre from '@dagrejs/dagre';
import type { ScriptCondition } from '#shared/domain/script/condition.ts';
import type { Script } from '#shared/domain/script/script.ts';

/** The end of the script, as it stands in the picture. */
export const endId = ' end';

export interface DrawnStep {
  /** The step's key, or {@link endId}. */
  readonly id: string;
  readonly index: number | null;
  readonly x: number;
  readonly y: number;
}

export interface DrawnWay {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly objection: boolean;
  /** When it is offered; undefined: always. */
  readonly when: ScriptCondition | undefined;
}

export interface Drawing {
  readonly steps: readonly DrawnStep[];
  readonly ways: readonly DrawnWay[];
  /** Steps that are not drawn: there are too many for a picture. */
  readonly left: number;
}

export const stepSize = { width: 190, height: 54 } as const;
/** A picture of more says nothing, and takes too long to lay out. */
export const mostDrawn = 120;
/**
 * So many of the ways to a step say where it stands. Where nearly every step leads to one, each further way would cost the lay-out a place
 * in every row that it passes, and the picture seconds.
 */
const mostSettling = 8;

/** Lays the script out from above to below. Of a large one, what lies nearest to the step in hand. */
export function drawingOf(script: Script, around: string): Drawing {
  const indexes = new Map(script.steps.map(({ key }, index) => [key, index]));
  const shown = script.steps.length <= mostDrawn ? new Set(indexes.keys()) : nearest(script, indexes, around);
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 44 });
  graph.setDefaultEdgeLabel(() => ({}));
  const ways: DrawnWay[] = [];
  const settled = new Map<string, number>();
  for (const key of shown) graph.setNode(key, { ...stepSize });
  for (const key of shown) {
    script.steps[indexes.get(key) ?? -1]?.answers.forEach((answer, place) => {
      const to = answer.to ?? endId;
      if (answer.to !== null && !shown.has(answer.to)) return;
      if (to === endId && !graph.hasNode(endId)) graph.setNode(endId, { width: 90, height: 32 });
      const id = `${key} ${place}`;
      const known = settled.get(to) ?? 0;
      settled.set(to, known + 1);
      if (known < mostSettling) graph.setEdge(key, to, {}, id);
      ways.push({ id, from: key, to, label: answer.label, objection: answer.objection === true, when: answer.when });
    });
  }
  dagre.layout(graph);
  const steps = graph.nodes().map((id): DrawnStep => {
    const { x, y, width, height } = graph.node(id) as { x: number; y: number; width: number; height: number };
    return { id, index: indexes.get(id) ?? null, x: x - width / 2, y: y - height / 2 };
  });
  return { steps, ways, left: script.steps.length - shown.size };
}

function nearest(script: Script, indexes: ReadonlyMap<string, number>, around: string): ReadonlySet<string> {
  const before = new Map<string, string[]>();
  for (const { key, answers } of script.steps) {
    for (const { to } of answers) {
      if (to === null) continue;
      const known = before.get(to);
      if (known === undefined) before.set(to, [key]);
      else known.push(key);
    }
  }
  const found = new Set([indexes.has(around) ? around : (script.steps[0]?.key ?? '')]);
  for (const key of found) {
    const step = script.steps[indexes.get(key) ?? -1];
    for (const other of [...(step?.answers ?? []).map(({ to }) => to), ...(before.get(key) ?? [])]) {
      if (found.size >= mostDrawn) return found;
      if (other !== null && indexes.has(other)) found.add(other);
    }
  }
  return found;
}
