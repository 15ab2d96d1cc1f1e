import { z } from 'zod'
import { findFile, filePayload } from '#platform/files/serving.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, resource, type Context, type Payload } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { Button, FileField, Form, Picture, WorkLayout } from '#ui/index.ts'
import { fullName, type File } from '../employee.ts'
import { crumbsOf, fileHere, takeFile } from '../parts/here.ts'
import { mayManage } from '../policy.ts'
import { employeeOfAccount, setPhoto } from '../store.ts'

/** Pixels of a portrait, three to four. */
const size = { width: 360, height: 480 }

/** Somebody's portrait as their file shows it; its name changes with the picture. */
export const Portrait = ({ file: { photoId }, at }: { file: Pick<File, 'photoId'>; at: string }) => photoId && <Picture photo={{ src: `${at}/${photoId}.webp`, width: 120, height: 160, alt: '' }} />

/** Gives somebody a portrait: cut to one size and encoded anew, so that nothing of the camera is left in it. */
export const photoPage = page({
  path: '/kerja/pegawai/:id/foto',
  may: 'personnel.manage',
  form: z.object({ langkah: z.enum(['simpan', 'lepas']).catch('simpan') }),
  files: { foto: { max: 8_000_000, accept: 'image' } },
  async load(context) {
    const file = await fileHere(context, 'personnel.manage')
    if (!mayManage(context.who, file)) throw new Refused('Berkas sendiri diubah lewat usulan, yang diperiksa orang lain.')
    return file
  },
  view: ({ data: file, fields, kept }) => (
    <WorkLayout title={t('Pas foto')} lead={fullName(file)} width="text" breadcrumbs={crumbsOf(file)}>
      <Portrait file={file} at={`/kerja/pegawai/${file.id}/foto`} />
      <Form fields={fields} multipart actions={<><Button kind="primary" name="langkah" value="simpan">{t('Simpan')}</Button>{file.photoId && <Button kind="danger" name="langkah" value="lepas">{t('Lepas foto')}</Button>}</>}>
        <FileField field={fields('foto')} label={t('Pas foto')} required accept="image/*" hint={t('Wajah dari depan, latar polos. Dipotong menjadi 3 × 4; paling banyak 8 MB.')} kept={(kept.foto ?? []).map(({ id, name, bytes }) => ({ id, name, size: bytes }))} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, input, files, hands, government, note } = context
    const { id, unitId, photoId } = await takeFile(tx, context)
    const sent = files.foto?.[0]
    if (input.langkah === 'simpan' && !sent) throw new Problem('foto', 'Pilih foto.')
    const { default: sharp } = await import('sharp')
    const made = sent && input.langkah === 'simpan'
      ? await hands.files.put(tx, government.id, { name: 'foto.webp', mediaType: 'image/webp', unitId, public: false, body: await sharp(await hands.files.read(government.id, sent.id)).resize({ ...size, fit: 'cover', position: 'top' }).webp({ quality: 82 }).toBuffer() })
      : null
    await setPhoto(tx, id, made?.id ?? null)
    note({ record: ['employee', id], before: { photo: photoId !== null }, after: { photo: made !== null } })
    return goto(`/kerja/pegawai/${id}`, made ? 'Foto disimpan.' : 'Foto dilepas.')
  },
})

async function shown({ db, hands, params }: Context, file: File | null): Promise<Payload> {
  const stored = file?.photoId && params.foto === `${file.photoId}.webp` ? await findFile(db, file.photoId) : null
  if (!stored) throw new NotFound()
  return filePayload(hands, stored)
}

export const photoFile = resource({ path: '/kerja/pegawai/:id/foto/:foto', may: 'personnel.read', load: async context => shown(context, await fileHere(context, 'personnel.read')) })
export const ownPhoto = resource({ path: '/saya/foto/:foto', may: 'signed-in', load: async context => shown(context, await employeeOfAccount(context.db, context.who.account!.id)) })
