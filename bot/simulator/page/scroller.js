// @ts-check
/** A row that scrolls sideways: with a finger, the wheel, and the arrow keys once it has the focus. */
import { element } from './elements.js';

/**
 * @param {string} className
 * @param {string} name what a screen reader says
 * @param {HTMLElement[]} items
 */
export function scroller(className, name, items) {
  const node = element(
    'div',
    { class: `scroller ${className}`, role: 'group', tabindex: 0, 'aria-label': name },
    ...items,
  );
  node.addEventListener('keydown', (event) => {
    if (event.target !== node) return;
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    node.scrollBy({ left: way * stepOf(items) });
  });
  return node;
}

/** @param {HTMLElement[]} items */
function stepOf(items) {
  const [first, second] = items;
  return first && second ? second.offsetLeft - first.offsetLeft : 120;
}
