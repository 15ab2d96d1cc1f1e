/** Public address of a picture in one width; `besar` is the largest kept. */
export const pictureAddress = (fileId: string, width: number | 'besar'): string => `/gambar/${fileId}/${width}.webp`
