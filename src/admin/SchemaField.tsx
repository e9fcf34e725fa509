'use client'

import { useField } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'
import { useId } from 'react'

import { isRecord, readShape } from './schema/readShape'
import { SchemaInput } from './schema/SchemaInput'

import './schema/schema.css'

/**
 * A JSON field as the form that its schema describes. Payload's own editor is for people who write JSON, and loads its code
 * from cdn.jsdelivr.net (3.90): somebody else's script in the admin, and nothing at all without the internet.
 */
export const SchemaField = ({ field, path, readOnly }: JSONFieldClientProps) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<unknown>({ path })
  const id = useId()
  const shape = readShape(field.jsonSchema?.schema)
  const label = typeof field.label === 'string' ? field.label : field.name
  return (
    <div className="field-type atrium-schema">
      <h2>{label}</h2>
      {showError && (
        <p className="atrium-field__error" role="alert">
          {errorMessage}
        </p>
      )}
      <SchemaInput
        id={id}
        property={{ name: field.name, label, hint: undefined, shape }}
        value={isRecord(value) ? value : {}}
        readOnly={readOnly === true || disabled}
        onChange={(next) => setValue(next)}
      />
    </div>
  )
}
