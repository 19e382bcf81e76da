import { Handle, MarkerType, Position, ReactFlow, useReactFlow, ReactFlowProvider, Controls, type Edge, type Node, type NodeProps } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { memo, useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import type { ScriptFinding } from '#shared/domain/script/finding.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { drawingOf, endId, mostDrawn, stepSize, type Drawing } from './graph-layout.ts';
import type { Marks } from './Outline.tsx';
import { useConditionWords } from './use-condition-words.ts';
import styles from './Graph.module.css';

interface GraphViewProps {
  readonly script: Script;
  readonly marks: Marks;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

type StepNode = Node<{ readonly title: string; readonly kind: string; readonly mark: ScriptFinding['level'] | null; readonly isStart: boolean }, 'step' | 'end'>;

const nodeTypes = { step: memo(StepBox), end: memo(EndBox) };

/** The script as a picture: Tab walks the steps, Enter opens one. */
export function GraphView(props: GraphViewProps) {
  return (
    <ReactFlowProvider>
      <Picture {...props} />
    </ReactFlowProvider>
  );
}

function Picture({ script, marks, chosen, onChoose }: GraphViewProps) {
  const { t } = useTexts();
  const { fitView } = useReactFlow();
  const drawing = useDrawing(script, script.steps.length > mostDrawn && chosen !== null ? chosen : script.start);
  // The same nodes while nothing drawn changed: the library compares them, and tells its store of others.
  const nodes = useMemo(() => drawing.steps.map(({ id, index, x, y }): StepNode => {
    const step = index === null ? undefined : script.steps[index];
    const title = step === undefined ? t('scriptEditor.end') : step.title || step.key;
    const mark = index === null ? null : (marks.get(index) ?? null);
    return {
      id,
      type: id === endId ? 'end' : 'step',
      position: { x, y },
      selected: id === chosen,
      focusable: id !== endId,
      ariaLabel: mark === null ? title : `${title}, ${t(`scriptEditor.level.${mark}`)}`,
      data: { title, kind: step?.kind === undefined || step.kind === 'say' ? '' : t(`script.kind.${step.kind}`), mark, isStart: id === script.start },
    };
  }), [drawing, script, marks, chosen, t]);
  const sentenceOf = useConditionWords(script);
  // As text, so that edges stay the same while other words are typed.
  const conditions = JSON.stringify(drawing.ways.map(({ when }) => (when === undefined ? null : sentenceOf(when))));
  const edges = useMemo(() => {
    const sentences = JSON.parse(conditions) as readonly (string | null)[];
    return drawing.ways.map(({ id, from, to, label, objection }, index): Edge => ({
    id,
    source: from,
    target: to,
    label: <EdgeLabel label={label} condition={sentences[index] ?? null} />,
    focusable: false,
    className: objection ? (styles.objection ?? '') : '',
    markerEnd: { type: MarkerType.ArrowClosed },
  }));
  }, [drawing, conditions]);
  useEffect(() => {
    if (chosen !== null) void fitView({ nodes: [{ id: chosen }], maxZoom: 0.9, minZoom: 0.5 });
  }, [fitView, chosen, drawing]);
  function openFocused({ key, target }: KeyboardEvent): void {
    const id = target instanceof HTMLElement ? target.closest('[data-id]')?.getAttribute('data-id') : null;
    if ((key === 'Enter' || key === ' ') && id !== null && id !== undefined && id !== endId) onChoose(id);
  }
  return (
    <div className={styles.graph} role="region" aria-label={t('scriptEditor.picture')} onKeyDown={openFocused}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        nodesFocusable
        edgesFocusable={false}
        deleteKeyCode={null}
        multiSelectionKeyCode={null}
        minZoom={0.15}
        fitView
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={{ 'node.a11yDescription.default': t('scriptEditor.pictureHint') }}
        onNodeClick={(_, node) => node.id !== endId && onChoose(node.id)}
      >
        <Controls showInteractive={false} />
      </ReactFlow>
      {drawing.left > 0 ? <p className={styles.left}>{t('scriptEditor.notDrawn', { count: drawing.left })}</p> : null}
    </div>
  );
}

/** Only what is drawn counts: words that are being typed do not lay the picture out anew. */
function useDrawing(script: Script, around: string): Drawing {
  const structure = JSON.stringify([around, script.steps.map(({ key, answers }) => [key, answers.map(({ label, to, objection, when }) => [label, to, objection, when])])]);
  const [drawn, setDrawn] = useState(() => ({ structure, drawing: drawingOf(script, around) }));
  if (drawn.structure === structure) return drawn.drawing;
  const next = { structure, drawing: drawingOf(script, around) };
  setDrawn(next);
  return next.drawing;
}

const longestOnEdge = 44;

/** What the operator chooses and, below it, when that is offered: as much as fits, all of it where one points. */
function EdgeLabel({ label, condition }: { readonly label: string; readonly condition: string | null }) {
  if (condition === null) return label;
  return (
    <>
      <title>{condition}</title>
      <tspan>{label}</tspan>
      <tspan x="0" dy="1.2em" className={styles.condition}>
        {condition.length > longestOnEdge ? `${condition.slice(0, longestOnEdge).trimEnd()}…` : condition}
      </tspan>
    </>
  );
}

function StepBox({ data: { title, kind, mark, isStart }, selected }: NodeProps<StepNode>) {
  return (
    <div className={styles.box} data-mark={mark} data-start={isStart} data-selected={selected} style={stepSize}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <span className={styles.boxTitle}>{title}</span>
      {kind === '' ? null : <span className={styles.boxKind}>{kind}</span>}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
}

function EndBox({ data: { title } }: NodeProps<StepNode>) {
  return (
    <div className={styles.end}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      {title}
    </div>
  );
}
