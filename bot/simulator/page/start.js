// @ts-check
/** Starts the page: reads the address, draws one chat on a narrow window and two on a wide one. */
import { fetchPersonas } from './api.js';
import { button, element } from './elements.js';
import { openFaults } from './faults.js';
import { icon } from './icons.js';
import { createSide } from './personas.js';
import { language, say, setLanguage } from './texts.js';

/** @typedef {import('./types.js').Persona} Persona */
/** @typedef {'left' | 'right'} SideName */

const WIDE = window.matchMedia('(min-width: 860px)');

/** Keeps the choice in the address, so that it can be reloaded and shared. @param {string} name @param {string} value */
function remember(name, value) {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  history.replaceState(null, '', url);
}

/** @param {Persona[]} personas @param {SideName} side @returns {Persona | undefined} */
function personaFor(personas, side) {
  const wanted = new URL(location.href).searchParams.get(side);
  return personas.find(({ userId }) => userId === wanted) ?? personas[side === 'left' ? 0 : 1] ?? personas[0];
}

/** @param {() => void} redraw */
function topBar(redraw) {
  const other = language() === 'th' ? 'en' : 'th';
  const switchLanguage = () => {
    setLanguage(other);
    remember('lang', other);
    redraw();
  };
  const languageName = other === 'en' ? 'English' : 'ไทย';
  return element(
    'header',
    { class: 'top-bar' },
    element('h1', {}, say('pageTitle')),
    button({ lang: other, title: say('language'), onclick: switchLanguage }, languageName),
    button(
      { 'aria-label': say('tools'), title: say('tools'), onclick: () => void openFaults() },
      icon('gear'),
    ),
  );
}

/** @param {Persona[]} personas */
function drawPage(personas) {
  /** @type {ReturnType<typeof createSide>[]} */
  let sides = [];
  const redraw = () => {
    for (const side of sides) side.close();
    /** @type {SideName[]} */
    const names = WIDE.matches ? ['left', 'right'] : ['left'];
    sides = names.flatMap((name) => {
      const first = personaFor(personas, name);
      if (!first) return [];
      return [
        createSide(personas, first, (persona) => {
          remember(name, persona.userId);
          for (const side of sides) side.list();
        }),
      ];
    });
    const main = element('main', { class: 'sides' }, ...sides.map(({ node }) => node));
    document.title = `${say('account')} · ${say('pageTitle')}`;
    document.body.replaceChildren(topBar(redraw), main);
  };
  WIDE.addEventListener('change', redraw);
  redraw();
}

async function start() {
  setLanguage(new URL(location.href).searchParams.get('lang') === 'en' ? 'en' : 'th');
  document.body.replaceChildren(element('p', { class: 'page-state', role: 'status' }, say('loading')));
  try {
    drawPage(await fetchPersonas());
  } catch {
    const again = button({ class: 'primary', onclick: () => void start() }, say('tryAgain'));
    document.body.replaceChildren(
      element('p', { class: 'page-state', role: 'alert' }, say('loadFailed'), again),
    );
  }
}

void start();
