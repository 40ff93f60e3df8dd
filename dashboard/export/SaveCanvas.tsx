import { download } from './download.ts';

/** A picture of what a canvas shows, as a file. */
export function SaveCanvas(props: {
  /** The file's name, without ending. */
  readonly name: string;
  readonly find: () => HTMLCanvasElement | null;
}) {
  const save = () => {
    const canvas = props.find();
    if (!canvas) return;
    onPaper(canvas).toBlob((picture) => {
      if (picture) download(`${props.name}.png`, picture);
    });
  };
  return (
    <button
      type="button"
      class="button"
      data-size="s"
      aria-label={`Save ${props.name} as PNG`}
      onClick={save}
    >
      PNG
    </button>
  );
}

/** The picture on the page's own colour: a chart's canvas is clear, and its words would vanish on another ground. */
function onPaper(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d');
  if (!context) return canvas;
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  return copy;
}
