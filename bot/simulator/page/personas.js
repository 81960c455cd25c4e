// @ts-check
/** One side of the page: who is speaking here, and that person's chat. */
import { createPersona } from './api.js';
import { Chat } from './chat.js';
import { openDialog } from './dialog.js';
import { button, element } from './elements.js';
import { icon } from './icons.js';
import { showNotice } from './notice.js';
import { inLanguage, say } from './texts.js';

/** @typedef {import('./types.js').Persona} Persona */

/**
 * A side of the page.
 * @param {Persona[]} personas shared by both sides: a new person appears in the list
 * @param {Persona} first who speaks here at the start
 * @param {(persona: Persona) => void} onChoose
 * @returns {{ node: HTMLElement, list: () => void, close: () => void }} `list` draws the choices anew
 */
export function createSide(personas, first, onChoose) {
  let current = first;
  const picker = element('select', { class: 'persona-picker', 'aria-label': say('speakAs') });
  const hint = element('p', { class: 'persona-hint' });
  const add = button(
    { class: 'round', 'aria-label': say('newPerson'), title: say('newPerson') },
    icon('plus'),
  );
  const bar = element('div', { class: 'persona-bar' }, picker, add);
  let chat = new Chat(first);
  const node = element('div', { class: 'side-of-page' }, bar, hint, chat.node);
  const list = () => {
    picker.replaceChildren(...personas.map(personaOption));
    picker.value = current.userId;
    hint.textContent = inLanguage(current.hint);
  };
  /** @param {Persona} persona */
  const choose = (persona) => {
    chat.close();
    current = persona;
    chat = new Chat(persona);
    node.append(chat.node);
    onChoose(persona);
    list();
  };
  picker.addEventListener('change', () => {
    const chosen = personas.find(({ userId }) => userId === picker.value);
    if (chosen) choose(chosen);
  });
  add.addEventListener('click', () => openNewPerson((persona) => choose(addTo(personas, persona))));
  list();
  return { node, list, close: () => chat.close() };
}

/** @param {Persona[]} personas @param {Persona} persona */
function addTo(personas, persona) {
  personas.push(persona);
  return persona;
}

/** @param {Persona} persona */
function personaOption(persona) {
  const role = inLanguage(persona.role);
  return element(
    'option',
    { value: persona.userId },
    role ? `${persona.displayName} · ${role}` : persona.displayName,
  );
}

/** @param {(persona: Persona) => void} onCreate */
function openNewPerson(onCreate) {
  const name = element('input', { required: true, maxlength: 20, autocomplete: 'off' });
  const submit = element('button', { type: 'submit', class: 'primary' }, say('create'));
  const form = element(
    'form',
    { class: 'time-form' },
    element('label', {}, say('newPersonName'), name),
    submit,
  );
  const dialog = openDialog(say('newPerson'), 'new-person', form);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    submit.disabled = true;
    try {
      onCreate(await createPersona(name.value.trim()));
      dialog.close();
    } catch {
      submit.disabled = false;
      showNotice(say('actionFailed'));
    }
  });
}
