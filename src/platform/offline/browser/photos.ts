/** Longest side a photo is sent with, in pixels: enough to read a letter. */
const side = 2000
/** Files below this are left as they are, in bytes. */
const small = 500_000

/** A photo small enough for a slow line; whatever else it is given stays as it is. */
export async function smaller(file: File): Promise<File> {
  if (!/^image\/(?:jpeg|png|webp|heic|heif)$/.test(file.type) || file.size < small) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, side / Math.max(picture.width, picture.height))
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale))
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const body = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.82 })
    return body.size < file.size ? new File([body], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file
  } catch {
    // A kind this browser cannot draw; the server may.
    return file
  }
}
