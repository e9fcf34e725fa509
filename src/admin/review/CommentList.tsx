import type { Remark } from './readConversation'

interface CommentListProps {
  comments: readonly Remark[]
  mayDelete: (remark: Remark) => boolean
  mayResolve: (remark: Remark) => boolean
  resolve: (id: string, resolved: boolean) => Promise<boolean>
  remove: (id: string) => Promise<boolean>
}

const date = (iso: string) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  )

export const CommentList = ({
  comments,
  mayDelete,
  mayResolve,
  resolve,
  remove,
}: CommentListProps) =>
  comments.length === 0 ? (
    <p className="atrium-talk__empty">Nobody said anything yet.</p>
  ) : (
    <ol className="atrium-talk__list">
      {comments.map((remark) => (
        <li key={remark.id} data-resolved={remark.resolved ? '' : undefined}>
          <p className="atrium-talk__who">
            <strong>{remark.createdBy.name}</strong>{' '}
            <time dateTime={remark.createdAt}>{date(remark.createdAt)}</time>
          </p>
          <p className="atrium-talk__text">{remark.text}</p>
          <p className="atrium-talk__do">
            {mayResolve(remark) && (
              <button type="button" onClick={() => void resolve(remark.id, !remark.resolved)}>
                {remark.resolved ? 'Open again' : 'Done'}
              </button>
            )}
            {mayDelete(remark) && (
              <button type="button" onClick={() => void remove(remark.id)}>
                Delete
              </button>
            )}
          </p>
        </li>
      ))}
    </ol>
  )
