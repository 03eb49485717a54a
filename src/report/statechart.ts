import { campaignChart } from '../statechart/campaign.ts';
import type { StateConfig, TransitionConfig } from '../statechart/config.ts';

/*
 * The statechart as JSON, and as a Mermaid state diagram. Mermaid cannot draw an arrow from a state
 * inside one box to a state inside another: such an arrow is drawn between the boxes, and its label
 * says which state inside it comes from or goes to. An arrow from a box to a state inside it, and what
 * happens without leaving a state, are told in the state itself.
 */

/** The chart as it is run: XState's configuration format. */
export function formatChartJson(): string {
  return `${JSON.stringify(campaignChart, null, 2)}\n`;
}

/** The chart as a Mermaid `stateDiagram-v2`. */
export function formatMermaid(): string {
  const root = tree(campaignChart, null, campaignChart.id);
  // Regions side by side are only allowed inside a box, so the whole campaign is one.
  return `${['stateDiagram-v2', ...box(root, 1)].join('\n')}\n`;
}

/** Events that a state takes without being left. */
function staysOn({ config }: Node): string[] {
  return Object.entries(config.on ?? {}).flatMap(([event, transitions]) =>
    [transitions].flat().some(({ target }: TransitionConfig) => target === undefined) ? [event] : [],
  );
}

/** A state of the chart with its place in it. */
interface Node {
  readonly key: string;
  readonly config: StateConfig;
  readonly parent: Node | null;
  readonly children: Node[];
}

function tree(config: StateConfig, parent: Node | null, key: string): Node {
  const node: Node = { key, config, parent, children: [] };
  for (const [name, child] of Object.entries(config.states ?? {})) {
    node.children.push(tree(child, node, name));
  }
  return node;
}

function ancestry(node: Node): Node[] {
  return node.parent ? [...ancestry(node.parent), node] : [node];
}

/** A name that is unique in the diagram: the path, without the root but for the root itself. */
function idOf(node: Node): string {
  return node.parent?.parent ? `${idOf(node.parent)}_${node.key}` : node.key;
}

/** What stands inside a box: its states, then the arrows between them. */
function body(node: Node, depth: number): string[] {
  const pad = '  '.repeat(depth);
  if (node.config.type === 'parallel') {
    return node.children.flatMap((child, index) => [
      ...(index > 0 ? [`${pad}--`] : []),
      ...box(child, depth),
    ]);
  }
  const initial = node.children.find(child => child.key === node.config.initial);
  return [
    ...node.children.flatMap(child => box(child, depth)),
    ...(initial ? [`${pad}[*] --> ${idOf(initial)}`] : []),
    ...arrowsWithin(node).map(arrow => pad + arrow),
  ];
}

function box(node: Node, depth: number): string[] {
  const pad = '  '.repeat(depth);
  const stays = staysOn(node);
  const title = `state "${titleOf(node)}" as ${idOf(node)}`;
  if (node.children.length > 0) return [`${pad}${title} {`, ...body(node, depth + 1), `${pad}}`];
  const told = [
    ...(stays.length > 0 ? [`stays on ${stays.join(', ')}`] : []),
    ...arrowsOnto(node).map(label => `from any other state on ${label}`),
  ];
  return [
    `${pad}${title}`,
    ...told.map(line => `${pad}${idOf(node)} : ${line}`),
    ...(node.config.type === 'final' ? [`${pad}${idOf(node)} --> [*]`] : []),
  ];
}

/** Labels of the arrows that lead to a state from a box that it lies in. */
function arrowsOnto(node: Node): string[] {
  return arrowsBelow(root(node))
    .filter(({ from, to }) => to === node && from !== node && ancestry(node).includes(from))
    .map(({ label }) => label);
}

/** Its name and what it is; a box also tells what it takes whichever state inside it is active. */
function titleOf(node: Node): string {
  const { key, config, children } = node;
  const stays = children.length > 0 ? staysOn(node) : [];
  const about = config.description === undefined ? key : `${key}: ${config.description}`;
  return stays.length > 0 ? `${about}; anywhere in it: ${stays.join(', ')}` : about;
}

/** One arrow of the chart, before it is known where in the diagram it is drawn. */
interface Arrow {
  readonly from: Node;
  readonly to: Node;
  readonly label: string;
}

/** The arrows whose ends lie in two different states directly inside `box`, or in the same leaf of it. */
function arrowsWithin(box: Node): string[] {
  const drawn = arrowsBelow(root(box)).flatMap(arrow => {
    const [from, to] = [directChild(box, arrow.from), directChild(box, arrow.to)];
    if (!from || !to || (from === to && (arrow.from !== from || arrow.to !== to))) return [];
    return [`${idOf(from)} --> ${idOf(to)} : ${labelled(arrow, from, to)}`];
  });
  return [...new Set(drawn)];
}

function root(node: Node): Node {
  return node.parent ? root(node.parent) : node;
}

/** The state directly inside `box` in which `node` lies. */
function directChild(box: Node, node: Node): Node | undefined {
  const line = ancestry(node);
  const at = line.indexOf(box);
  return at < 0 ? undefined : line[at + 1];
}

function labelled({ from, to, label }: Arrow, drawnFrom: Node, drawnTo: Node): string {
  const inside = from === drawnFrom ? '' : `${from.key}, `;
  const onto = to === drawnTo ? '' : ` (to ${to.key})`;
  return `${inside}${label}${onto}`;
}

function arrowsBelow(node: Node): Arrow[] {
  return [...arrowsFrom(node), ...node.children.flatMap(arrowsBelow)];
}

function arrowsFrom(node: Node): Arrow[] {
  const { on = {}, always = [], onDone } = node.config;
  const onEvents = Object.entries(on).flatMap(([event, transitions]) =>
    [transitions].flat().map((transition: TransitionConfig) => ({ event, transition })),
  );
  return [
    ...onEvents,
    ...always.map(transition => ({ event: '', transition })),
    ...(onDone ? [{ event: 'done', transition: onDone }] : []),
  ].flatMap(({ event, transition }) => {
    if (transition.target === undefined) return [];
    return [{ from: node, to: targetOf(node, transition.target), label: labelOf(event, transition) }];
  });
}

/** A party's move is written bare; what the world does, with the condition it happens under. */
function labelOf(event: string, { guard }: TransitionConfig): string {
  const condition = guard === undefined || guard.startsWith('may') ? '' : `[${guard}]`;
  const label = [event, condition].filter(part => part !== '').join(' ');
  return label === '' ? 'otherwise' : label;
}

/** XState's three ways to name a target: `#id`, `.child`, and a sibling's name. */
function targetOf(node: Node, target: string): Node {
  const found = target.startsWith('#') ? byId(root(node), target.slice(1)) : near(node, target);
  if (!found) throw new Error(`no state ${target} for ${idOf(node)}`);
  return found;
}

function near(node: Node, target: string): Node | undefined {
  const among = target.startsWith('.') ? node.children : (node.parent?.children ?? []);
  return among.find(({ key }) => key === target.replace(/^\./, ''));
}

function byId(node: Node, id: string): Node | undefined {
  if (node.config.id === id) return node;
  for (const child of node.children) {
    const found = byId(child, id);
    if (found) return found;
  }
  return undefined;
}
