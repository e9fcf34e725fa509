type Node = { type: string; version: number; [key: string]: unknown }

export const text = (value: string, format = 0): Node => ({
  type: 'text',
  version: 1,
  text: value,
  format,
})

const element = (type: string, children: Node[], extra: object = {}): Node => ({
  type,
  version: 1,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  ...extra,
})

export const paragraph = (...children: Node[]) => element('paragraph', children)
export const heading = (tag: string, ...children: Node[]) => element('heading', children, { tag })
export const link = (label: string, fields: object) => element('link', [text(label)], { fields })

export const richText = (...children: Node[]) => ({
  root: {
    type: 'root',
    version: 1,
    children,
    direction: 'ltr' as const,
    format: '' as const,
    indent: 0,
  },
})
