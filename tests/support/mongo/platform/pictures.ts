import { redAboveBlue } from '../../httpPicture'
import { gifAndPage, pdf } from '../../sampleFiles'
import { type FileFact } from './facts'

/** A file that each tenant has, or should have. */
export interface PictureSeed {
  readonly name: string
  readonly filename: string
  readonly mimeType: string
  readonly alt: string | null
  readonly width?: number
  readonly height?: number
  readonly url?: string
  readonly state: FileFact['state']
  readonly bytes: Buffer | null
}

/** The host that pictures of others are on. Nothing is behind it, and nobody may ask. */
export const REMOTE_HOST = 'pictures.invalid'

/** Made once for all tenants: the bytes are the same, and the names are not. */
export async function buildPictures(): Promise<readonly PictureSeed[]> {
  const [front, garden, portrait] = [
    await redAboveBlue(96, 64),
    await redAboveBlue(40, 80),
    await redAboveBlue(32, 32),
  ]
  const png = { mimeType: 'image/png', state: 'good' } as const
  return [
    {
      ...png,
      name: 'front',
      filename: 'front.png',
      alt: 'The front',
      width: 96,
      height: 64,
      bytes: front,
    },
    {
      ...png,
      name: 'garden',
      filename: 'Garten im März.png',
      alt: 'The garden',
      width: 40,
      height: 80,
      bytes: garden,
    },
    {
      ...png,
      name: 'portrait',
      filename: 'portrait.png',
      alt: null,
      width: 32,
      height: 32,
      bytes: portrait,
    },
    {
      name: 'menu',
      filename: 'menu.pdf',
      mimeType: 'application/pdf',
      alt: 'The menu',
      state: 'good',
      bytes: pdf(),
    },
    {
      ...png,
      name: 'lost',
      filename: 'lost.png',
      alt: 'Lost',
      width: 10,
      height: 10,
      state: 'missing',
      bytes: null,
    },
    {
      name: 'liar',
      filename: 'liar.png',
      mimeType: 'image/png',
      alt: 'A page',
      width: 1,
      height: 1,
      state: 'not-its-type',
      bytes: gifAndPage(),
    },
    {
      name: 'remote',
      filename: 'remote.jpg',
      mimeType: 'image/jpeg',
      alt: 'Elsewhere',
      url: `https://${REMOTE_HOST}/remote.jpg`,
      state: 'remote',
      bytes: null,
    },
    ...BAD_NAMES.map((filename, index) => ({
      ...png,
      name: `bad-${index}`,
      filename,
      alt: `Bad name ${index}`,
      state: 'bad-name' as const,
      bytes: null,
    })),
  ]
}

/** Names that lead out of a folder, or mean something to a system. No file has them. */
const BAD_NAMES = [
  '../../etc/passwd',
  'C:\\x',
  '%2e%2e%2f%2e%2e%2fsecret.png',
  '/etc/hostname',
  '..',
  '',
  '.htaccess',
  'CON',
  'a\0b.png',
  `${'long'.repeat(80)}.png`,
  'photo.png\u202egpj.exe',
]
