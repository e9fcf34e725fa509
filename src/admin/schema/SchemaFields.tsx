import type { Property } from './readShape'
import { SchemaInput } from './SchemaInput'
import { withProperty } from './withProperty'

interface SchemaFieldsProps {
  id: string
  properties: readonly Property[]
  value: Readonly<Record<string, unknown>>
  readOnly: boolean
  onChange: (value: Record<string, unknown>) => void
}

/** The properties of a JSON object. What the schema does not name stays as it is. */
export const SchemaFields = ({ id, properties, value, readOnly, onChange }: SchemaFieldsProps) => (
  <div className="atrium-schema__fields">
    {properties.map((property) => (
      <SchemaInput
        key={property.name}
        id={`${id}-${property.name}`}
        property={property}
        value={value[property.name]}
        readOnly={readOnly}
        onChange={(next) => onChange(withProperty(value, property.name, next))}
      />
    ))}
  </div>
)
