import sharp from 'sharp';

/** Flat areas and text need no more colours: a third of the bytes. */
const colours = 128;

/** Writes a picture as a PNG with a palette. */
export async function savePicture(path: string, png: Uint8Array): Promise<void> {
  await sharp(png).png({ palette: true, colours, effort: 10 }).toFile(path);
}
