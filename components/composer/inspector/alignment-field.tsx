/** Where content stands in its box, as the three places people mean; any other share is typed. */
'use client';

import { AlignHorizontalJustifyCenter, AlignHorizontalJustifyEnd, AlignHorizontalJustifyStart, AlignVerticalJustifyCenter, AlignVerticalJustifyEnd, AlignVerticalJustifyStart } from 'lucide-react';
import { ChoiceButtons, type Choice } from '#components/composer/inspector/choice-field';
import { FieldRow } from '#components/composer/inspector/field-row';
import { useField, type FieldProps } from '#components/composer/inspector/use-field';
import { ratioToNumber } from '#lib/composition/units';

const ACROSS: readonly Choice[] = [
  { value: '0%', label: 'Left', icon: AlignHorizontalJustifyStart },
  { value: '50%', label: 'Centre', icon: AlignHorizontalJustifyCenter },
  { value: '100%', label: 'Right', icon: AlignHorizontalJustifyEnd },
];
const DOWN: readonly Choice[] = [
  { value: '0%', label: 'Top', icon: AlignVerticalJustifyStart },
  { value: '50%', label: 'Middle', icon: AlignVerticalJustifyCenter },
  { value: '100%', label: 'Bottom', icon: AlignVerticalJustifyEnd },
];

export function AlignmentField({ property, path, value, isMixed }: FieldProps) {
  const field = useField(path);
  const shown = value ?? property.default;
  const share = typeof shown === 'number' || typeof shown === 'string' ? ratioToNumber(shown) : null;
  return (
    <FieldRow {...{ property, path, field }} isSet={value !== undefined} isGroup>
      <ChoiceButtons
        labelledBy={`${field.id}-label`}
        choices={property.name === 'x_alignment' ? ACROSS : DOWN}
        current={isMixed || share === null ? undefined : `${share * 100}%`}
        onChoose={(chosen) => field.commit(chosen)}
        isQuiet={value === undefined}
      />
    </FieldRow>
  );
}
