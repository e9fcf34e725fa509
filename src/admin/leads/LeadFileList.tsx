import { describeSize } from '@/leads/files/fileLimits'
import { leadFilePath } from '@/leads/files/storedLeadFile'
import type { LeadFile } from '@/payload-types'

/** The files of one question, to be saved: nothing that a stranger sent is shown here. */
export const LeadFileList = ({ files }: { files: readonly LeadFile[] }) => (
  <ul className="atrium-answers__files">
    {files.map((file) => (
      <li key={file.id}>
        <a href={leadFilePath(file)} download={file.name}>
          {file.name}
        </a>{' '}
        <span>{describeSize(file.filesize ?? 0)}</span>
      </li>
    ))}
  </ul>
)
