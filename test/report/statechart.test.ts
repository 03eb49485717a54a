import { describe, expect, test } from 'vitest';
import { formatChartJson, formatMermaid } from '../../src/report/statechart.ts';
import { campaignChart } from '../../src/statechart/campaign.ts';
import type { StateConfig } from '../../src/statechart/config.ts';

interface Box {
  readonly id: string;
  readonly states: Set<string>;
  readonly arrows: [string, string][];
}

/** The diagram's boxes with the states declared and the arrows drawn directly inside each. */
function boxesOf(diagram: string): Box[] {
  const boxes: Box[] = [{ id: 'top', states: new Set(), arrows: [] }];
  const open = [boxes[0] as Box];
  for (const line of diagram.split('\n').map(text => text.trim())) {
    const inside = open.at(-1) as Box;
    const state = /^state ".*" as (\w+)( \{)?$/.exec(line);
    const arrow = /^(\S+) --> (\S+)/.exec(line);
    if (state?.[1]) inside.states.add(state[1]);
    if (state?.[2]) {
      const box = { id: state[1] ?? '', states: new Set<string>(), arrows: [] };
      boxes.push(box);
      open.push(box);
    }
    if (arrow) inside.arrows.push([arrow[1] ?? '', arrow[2] ?? '']);
    if (line === '}') open.pop();
  }
  expect(open).toHaveLength(1);
  return boxes;
}

function stateNames(config: StateConfig): string[] {
  return Object.entries(config.states ?? {}).flatMap(([name, state]) => [name, ...stateNames(state)]);
}

function eventNames(config: StateConfig): string[] {
  return [...Object.keys(config.on ?? {}), ...Object.values(config.states ?? {}).flatMap(eventNames)];
}

describe('the statechart as Mermaid', () => {
  const diagram = formatMermaid();
  const boxes = boxesOf(diagram);

  test('shows every state once', () => {
    const ids = boxes.flatMap(box => [...box.states]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(1 + stateNames(campaignChart).length);
  });

  test('draws no arrow across the border of a box, which Mermaid cannot', () => {
    for (const { id, states, arrows } of boxes) {
      for (const end of arrows.flat()) expect(end === '[*]' || states.has(end), `${end} in ${id}`).toBe(true);
    }
    expect(boxes.flatMap(box => box.arrows).length).toBeGreaterThan(30);
  });

  test('names every event of the chart', () => {
    const events = eventNames(campaignChart);
    expect(events.length).toBeGreaterThan(20);
    for (const event of events) expect(diagram).toMatch(new RegExp(`\\b${event}\\b`));
  });

  test('is what was looked at', async () => {
    await expect(diagram).toMatchFileSnapshot('campaign.mmd');
  });
});

test('the statechart as JSON is the chart that runs', () => {
  expect(JSON.parse(formatChartJson())).toEqual(JSON.parse(JSON.stringify(campaignChart)));
});
