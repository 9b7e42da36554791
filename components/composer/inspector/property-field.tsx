/**
 * One property as a field: which control it is entered by is decided here, by its schema, and for a few by what people expect of their name. What is made of
 * other values (an object, one of several forms, a list) is a group of such fields, a step further in.
 */
'use client';

import { Plus, Trash2 } from 'lucide-react';
import { memo, useId, type ReactNode } from 'react';
import { AlignmentField } from '#components/composer/inspector/alignment-field';
import { ChoiceField, SwitchField } from '#components/composer/inspector/choice-field';
import { ColorField } from '#components/composer/inspector/color-field';
import { EasingField } from '#components/composer/inspector/easing-field';
import { GradientField } from '#components/composer/inspector/gradient-field';
import { INPUT_CLASS } from '#components/composer/inspector/field-row';
import { FontField, FontWeightField } from '#components/composer/inspector/font-field';
import { useInspected } from '#components/composer/inspector/inspected';
import { MovingField } from '#components/composer/inspector/moving-field';
import { NumberField } from '#components/composer/inspector/number-field';
import { PointsField } from '#components/composer/inspector/points-field';
import { JsonField, LongTextField, ShortTextField } from '#components/composer/inspector/text-field';
import { fieldNameOf, useField, type Field, type FieldProps } from '#components/composer/inspector/use-field';
import { Button } from '#components/ui/button';
import { IconButton } from '#components/ui/icon-button';
import { valueAt } from '#lib/composition/schema-at';
import type { JsonPath } from '#lib/editor/change-element';
import type { PropertyControl, PropertyDescription } from '#lib/editor/describe-properties';
import { isMovingProperty } from '#lib/editor/keyframes';
import { exampleOf, switchVariant } from '#lib/editor/switch-variant';

/** Drawn again only when its value is another one: a path is the same when its parts are. */
export const PropertyField = memo(FieldOf, (before, after) => {
  const isSamePath = before.path.length === after.path.length && before.path.every((part, index) => part === after.path[index]);
  return isSamePath && before.property === after.property && before.value === after.value && before.isMixed === after.isMixed;
});

function FieldOf(props: FieldProps) {
  switch (props.property.name) {
    case 'text': return <LongTextField {...props} />;
    case 'font_family': return <FontField {...props} />;
    case 'font_weight': return <FontWeightField {...props} />;
    case 'easing': return <EasingField {...props} />;
    case 'x_alignment':
    case 'y_alignment': return <AlignmentField {...props} />;
    case 'center': return <PointsField {...props} form="point" />;
    case 'points': return <ShapePointsField {...props} />;
    default: return <FieldByControl {...props} />;
  }
}

/** A line has its two ends, a polygon as many corners as it likes. */
function ShapePointsField(props: FieldProps) {
  const inspected = useInspected();
  const element = inspected?.clips[0]?.element;
  return <PointsField {...props} form={element?.type === 'shape' && element.shape === 'line' ? 'line' : 'polygon'} />;
}

function FieldByControl(props: FieldProps) {
  const { property: { control, canKeyframe, name } } = props;
  switch (control.kind) {
    case 'number':
    case 'length':
    case 'ratio': return canKeyframe && isMovingProperty(name) ? <MovingField {...props} control={control} moving={name} /> : <NumberField {...props} control={control} />;
    case 'switch': return <SwitchField {...props} />;
    case 'choice': return <ChoiceField {...props} options={control.options} />;
    case 'color': return <ColorField {...props} hasAlpha={control.hasAlpha} />;
    case 'text': return <ShortTextField {...props} />;
    case 'object': return <ObjectField {...props} properties={control.properties} />;
    case 'variants': return name === 'fill' ? <GradientField {...props} variants={control.variants} fieldsOf={(properties, value) => <PropertiesOf properties={properties} path={props.path} value={value} />} /> : <VariantsField {...props} control={control} />;
    case 'list': return control.item.kind === 'object' ? <ObjectListField {...props} properties={control.item.properties} countMax={control.countMax} /> : <JsonField {...props} />;
    case 'json': return <JsonField {...props} />;
    default: return control satisfies never;
  }
}

interface PropertiesOfProps {
  properties: readonly PropertyDescription[];
  path: JsonPath;
  value: unknown;
}

/** The properties of an object, each a field. */
export function PropertiesOf({ properties, path, value }: PropertiesOfProps) {
  return properties.map((property) => <PropertyField key={property.name} property={property} path={[...path, property.name]} value={valueAt(value, [property.name])} isMixed={false} />);
}

interface NestedProps extends FieldProps {
  field: Field;
  actions?: ReactNode;
  children: ReactNode;
}

function Nested({ property, path, value, isMixed, field, actions, children }: NestedProps) {
  const headingId = useId();
  return (
    <div role="group" aria-labelledby={headingId} data-field={fieldNameOf(path)} className="px-3 py-1">
      <div className="flex min-h-7 items-center gap-1">
        <span id={headingId} title={property.description} className="min-w-0 flex-1 truncate text-xs text-ink-soft">
          {property.label}
          {isMixed && <span className="text-ink-faint"> · mixed</span>}
        </span>
        {actions}
        {value !== undefined && !property.isRequired && <IconButton label={`Remove ${property.label.toLowerCase()}`} icon={Trash2} size="small" side="left" onClick={() => field.commit(undefined)} />}
      </div>
      {field.error !== null && <p role="alert" className="text-xs leading-4 text-danger">{field.error}</p>}
      {value !== undefined && !isMixed && <div className="-mr-3 border-l border-line">{children}</div>}
    </div>
  );
}

function AddButton({ property, field }: { property: PropertyDescription; field: Field }) {
  return (
    <Button size="small" variant="quiet" aria-label={`Add ${property.label.toLowerCase()}`} onClick={() => field.commit(exampleOf(property))}>
      <Plus aria-hidden="true" />
      Add
    </Button>
  );
}

function ObjectField(props: FieldProps & { properties: readonly PropertyDescription[] }) {
  const { property, path, value, properties } = props;
  const field = useField(path);
  return (
    <Nested {...props} field={field} actions={value === undefined && <AddButton property={property} field={field} />}>
      <PropertiesOf properties={properties} path={path} value={value} />
    </Nested>
  );
}

function VariantsField(props: FieldProps & { control: Extract<PropertyControl, { kind: 'variants' }> }) {
  const { property, path, value, control: { variants, tag } } = props;
  const field = useField(path);
  const current = variants.find(({ name }) => name === valueAt(value, [tag]));
  const change = (name: string): void => {
    const variant = variants.find((other) => other.name === name);
    if (variant !== undefined) field.commit(switchVariant(variant, value));
  };
  return (
    <Nested {...props} field={field} actions={value === undefined && <AddButton property={property} field={field} />}>
      <div className="px-3 py-[3px]">
        <select aria-label={`Kind of ${property.label.toLowerCase()}`} value={current?.name ?? ''} onChange={({ target }) => change(target.value)} className={`${INPUT_CLASS} h-7 cursor-pointer`}>
          {variants.map(({ name, title }) => (
            <option key={name} value={name}>
              {title.charAt(0).toUpperCase() + title.slice(1)}
            </option>
          ))}
        </select>
      </div>
      <PropertiesOf properties={current?.properties ?? []} path={path} value={value} />
    </Nested>
  );
}

/** Each entry's own title is its place; the entry before the new one is what it begins as. */
function ObjectListField(props: FieldProps & { properties: readonly PropertyDescription[]; countMax: number | null }) {
  const { property, path, value, properties, countMax } = props;
  const field = useField(path);
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const add = (): void => void field.commit([...entries, entries.at(-1) ?? valueAt(exampleOf(property), [0])]);
  const isFull = countMax !== null && entries.length >= countMax;
  return (
    <Nested
      {...props}
      field={field}
      actions={
        <Button size="small" variant="quiet" disabled={isFull} aria-label={`Add to ${property.label.toLowerCase()}`} onClick={add}>
          <Plus aria-hidden="true" />
          Add
        </Button>
      }
    >
      {entries.map((entry, index) => (
        // An entry is its place: it has no name of its own.
        <div key={index} role="group" aria-label={`${property.label}, ${index + 1}`} className="border-b border-line py-1 last:border-b-0">
          <div className="flex items-center px-3">
            <span className="flex-1 text-[11px] text-ink-faint">{index + 1}</span>
            <IconButton
              label={`Remove ${property.label.toLowerCase()} ${index + 1}`}
              icon={Trash2}
              size="small"
              side="left"
              onClick={() => field.commit(entries.length === 1 && !property.isRequired ? undefined : entries.filter((_, place) => place !== index))}
            />
          </div>
          <PropertiesOf properties={properties} path={[...path, index]} value={entry} />
        </div>
      ))}
    </Nested>
  );
}
