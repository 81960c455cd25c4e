// @ts-check
/** A picture to send when there is no file at hand: a little house by the road, drawn on a canvas. */

const SIZE = { width: 800, height: 600 };

/** @param {CanvasRenderingContext2D} brush @param {string} color @param {[number, number][]} points */
function fillShape(brush, color, points) {
  brush.fillStyle = color;
  brush.beginPath();
  for (const [x, y] of points) brush.lineTo(x, y);
  brush.fill();
}

/** @param {CanvasRenderingContext2D} brush */
function drawScene(brush) {
  brush.fillStyle = '#bfe3ff';
  brush.fillRect(0, 0, SIZE.width, 360);
  brush.fillStyle = '#7cb567';
  brush.fillRect(0, 360, SIZE.width, 240);
  fillShape(brush, '#8b8f96', [
    [330, 600],
    [470, 600],
    [425, 360],
    [375, 360],
  ]);
  brush.fillStyle = '#f4ead2';
  brush.fillRect(160, 220, 360, 180);
  fillShape(brush, '#b4472f', [
    [130, 225],
    [550, 225],
    [470, 120],
    [210, 120],
  ]);
  brush.fillStyle = '#6b4a2f';
  brush.fillRect(310, 290, 70, 110);
  brush.fillStyle = '#5f9ec7';
  brush.fillRect(200, 270, 70, 60);
  brush.fillRect(420, 270, 70, 60);
  brush.fillStyle = '#f2b705';
  brush.beginPath();
  brush.arc(680, 100, 50, 0, Math.PI * 2);
  brush.fill();
}

/** The picture as a JPEG file. @returns {Promise<Blob>} */
export function samplePicture() {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, SIZE);
  const brush = canvas.getContext('2d');
  if (brush) drawScene(brush);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture.'))),
      'image/jpeg',
      0.85,
    );
  });
}
