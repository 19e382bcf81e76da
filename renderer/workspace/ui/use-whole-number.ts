import { useState, type ComponentProps } from 'react';

interface WholeNumber {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/**
 * What a native field for a whole number carries. What is typed stands as it was typed until the cursor leaves, also while it is no
 * number yet: a field that is put right under the operator's hands cannot be emptied, and cannot be taken back.
 */
export function useWholeNumber({ value, min, max, onChange }: WholeNumber): ComponentProps<'input'> {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    type: 'number',
    min,
    max,
    step: 1,
    value: typed ?? value,
    onFocus: (event) => event.target.select(),
    onChange(event) {
      setTyped(event.target.value);
      const { valueAsNumber } = event.target;
      if (Number.isInteger(valueAsNumber) && valueAsNumber >= min && valueAsNumber <= max) onChange(valueAsNumber);
    },
    onBlur: () => setTyped(null),
  };
}
