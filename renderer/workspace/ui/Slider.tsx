import { useId, useState } from 'react';
import styles from './Slider.module.css';

interface SliderProps {
  readonly label: string;
  /** 0 to 1. */
  readonly value: number;
  /** The value in words. */
  readonly text: (value: number) => string;
  /** When it is let go, not while it is dragged. */
  readonly onCommit: (value: number) => void;
}

/** A quantity between nothing and all of it, in steps of five percent; arrow keys. */
export function Slider({ label, value, text, onCommit }: SliderProps) {
  const id = useId();
  const [held, setHeld] = useState<number | null>(null);
  const shown = held ?? value;
  const commit = (): void => {
    if (held === null) return;
    setHeld(null);
    if (held !== value) onCommit(held);
  };
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{text(shown)}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={shown}
        aria-valuetext={text(shown)}
        onChange={(event) => setHeld(Number(event.target.value))}
        onPointerUp={commit}
        onKeyUp={commit}
        onBlur={commit}
      />
    </div>
  );
}
