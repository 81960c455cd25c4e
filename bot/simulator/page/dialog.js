// @ts-check
/** Modal windows: the browser's own dialog keeps the keyboard inside, closes on Escape and gives focus back. */
import { button, element } from './elements.js';
import { say } from './texts.js';

let count = 0;

/**
 * Opens a window with a title and a close button; it leaves the page when it closes.
 * @param {string} title
 * @param {string} className
 * @param {...(Node | string)} content
 * @returns {HTMLDialogElement}
 */
export function openDialog(title, className, ...content) {
  const titleId = `dialog-title-${++count}`;
  const close = button(
    { class: 'dialog-close', 'aria-label': say('close'), onclick: () => dialog.close() },
    '✕',
  );
  const head = element('header', { class: 'dialog-head' }, element('h2', { id: titleId }, title), close);
  const dialog = element(
    'dialog',
    { class: `dialog ${className}`, 'aria-labelledby': titleId },
    head,
    ...content,
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
