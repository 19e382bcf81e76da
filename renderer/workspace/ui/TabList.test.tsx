import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { TabList, TabPanel } from './TabList.tsx';

type Part = 'first' | 'second' | 'third';

afterEach(cleanup);

function Sheet() {
  const [selected, select] = useState<Part>('first');
  return (
    <>
      <TabList
        label="Fiche"
        idBase="sheet"
        selected={selected}
        onSelect={select}
        items={[
          { id: 'first', label: 'Klant', keys: 'Ctrl+1' },
          { id: 'second', label: 'Bestelling', keys: 'Ctrl+4', isDisabled: true },
          { id: 'third', label: 'Historiek', keys: 'Ctrl+3' },
        ]}
      />
      <TabPanel idBase="sheet" id="first" isSelected={selected === 'first'} isKept>
        <input aria-label="Naam" />
      </TabPanel>
      <TabPanel idBase="sheet" id="third" isSelected={selected === 'third'} isRead>
        Vroeger
      </TabPanel>
    </>
  );
}

const selectedTab = (): string | null => screen.getByRole('tab', { selected: true }).textContent;

test('one stop for Tab, arrows and the ends select what can be selected, and go round', async () => {
  const user = userEvent.setup();
  render(<Sheet />);
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Klant' }));
  const seen: (string | null)[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End']) {
    await user.keyboard(`{${key}}`);
    seen.push(selectedTab());
    expect(document.activeElement).toBe(screen.getByRole('tab', { selected: true }));
  }
  expect(seen).toEqual(['Historiek', 'Klant', 'Historiek', 'Klant', 'Historiek']);
  await user.keyboard('{Control>}{ArrowLeft}{/Control}');
  expect(selectedTab()).toBe('Historiek');
});

test('what was half typed is kept while another is shown, and a panel to read takes the focus itself', async () => {
  const user = userEvent.setup();
  render(<Sheet />);
  await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Maes');
  await user.click(screen.getByRole('tab', { name: 'Historiek' }));
  expect(screen.queryByRole('textbox', { name: 'Naam' })).toBeNull();
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('tabpanel', { name: 'Historiek' }));
  await user.click(screen.getByRole('tab', { name: 'Klant' }));
  expect(screen.getByRole('textbox', { name: 'Naam' })).toHaveProperty('value', 'Maes');
});
