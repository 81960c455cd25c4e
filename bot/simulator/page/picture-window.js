// @ts-check
/** Choosing a picture to send, and looking at one large. */
import { openDialog } from './dialog.js';
import { button, element, picture } from './elements.js';
import { samplePicture } from './sample-picture.js';
import { say } from './texts.js';

const KINDS = ['image/jpeg', 'image/png'];

/** Opens the chooser; the chosen picture goes to `onSend`. @param {(image: Blob) => void} onSend */
export function openPictureChooser(onSend) {
  const hint = element('p', { class: 'hint', role: 'status' }, say('pictureKinds'));
  const file = element('input', { type: 'file', accept: KINDS.join(','), class: 'file-input' });
  /** @param {Blob} image */
  const finish = (image) => {
    onSend(image);
    dialog.close();
  };
  file.addEventListener('change', () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    if (KINDS.includes(chosen.type)) finish(chosen);
    else hint.textContent = say('wrongPicture');
  });
  const sample = button({ onclick: () => void samplePicture().then(finish) }, say('samplePicture'));
  const choose = element('label', { class: 'file-label' }, say('choosePicture'), file);
  const dialog = openDialog(say('picture'), 'picture-chooser', choose, sample, hint);
}

/** @param {string} address @param {string} alt */
export function openPictureLarge(address, alt) {
  openDialog(alt, 'picture-large', picture(address, alt));
}
