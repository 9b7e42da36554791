/** The inspector of selected elements: what one of them has, or what several have in common. */
'use client';

import { AlignHorizontalDistributeCenter, AlignHorizontalJustifyCenter, AlignHorizontalJustifyEnd, AlignHorizontalJustifyStart, AlignVerticalDistributeCenter, AlignVerticalJustifyCenter, AlignVerticalJustifyEnd, AlignVerticalJustifyStart } from 'lucide-react';
import { useMemo } from 'react';
import { ActionButton } from '#components/composer/commands/action-button';
import { AnimationsField } from '#components/composer/inspector/animations-field';
import { EditTargetContext, useElementsTarget } from '#components/composer/inspector/edit-target';
import { ElementJson } from '#components/composer/inspector/element-json';
import { InspectedContext, useInspectSelection } from '#components/composer/inspector/inspected';
import { InspectorSection } from '#components/composer/inspector/inspector-section';
import { LockedNote } from '#components/composer/inspector/locked-note';
import { PropertyField } from '#components/composer/inspector/property-field';
import { TransitionField } from '#components/composer/inspector/transition-field';
import type { FieldProps } from '#components/composer/inspector/use-field';
import { useLockedKeys } from '#components/composer/store/use-locked-keys';
import type { Element } from '#lib/composition/schema/composition';
import type { PropertyDescription, PropertySection } from '#lib/editor/describe-properties';
import { titleOf } from '#lib/editor/editor-view';
import { sharedSections, sharedValue } from '#lib/editor/shared-properties';

const TYPE_NAMES: Readonly<Record<Element['type'], string>> = { image: 'Image', video: 'Video', audio: 'Sound', text: 'Text', shape: 'Shape', composition: 'Group' };

export function ElementsInspector() {
  const target = useElementsTarget();
  const inspected = useInspectSelection();
  const elements = inspected.clips.map(({ element }) => element);
  const keys = inspected.clips.map(({ key }) => key).join('\n');
  const types = [...new Set(elements.map(({ type }) => type))].join(' ');
  const sections = useMemo(() => sharedSections(types.split(' ').filter((type) => type !== '') as Element['type'][], !keys.includes('\n')), [types, keys]);
  const lockedKeys = useLockedKeys();
  const locked = inspected.clips.filter(({ key }) => lockedKeys.has(key));
  const isLocked = locked.length > 0;
  const [clip] = inspected.clips;
  if (clip === undefined) return null;
  return (
    <EditTargetContext value={target}>
      <InspectedContext value={inspected}>
        <InspectorHeading elements={elements} />
        {isLocked && <LockedNote locked={locked} />}
        {/* Fields of other elements are other fields: what is half typed stays with its own. */}
        <div key={keys}>
          {sections.map((section) => (
            <InspectorSection key={section.group} title={section.group}>
              {/* To be read, not changed: a fieldset that is disabled takes all of its controls with it. */}
              <fieldset disabled={isLocked} className="contents">
                {section.group === 'Layout' && <AlignButtons isSeveral={elements.length > 1} />}
                <SectionFields section={section} elements={elements} />
              </fieldset>
            </InspectorSection>
          ))}
          <InspectorSection title="JSON">
            <ElementJson clips={inspected.clips} isReadOnly={isLocked} />
          </InspectorSection>
        </div>
      </InspectedContext>
    </EditTargetContext>
  );
}

function InspectorHeading({ elements }: { elements: readonly Element[] }) {
  const [first] = elements;
  if (first === undefined) return null;
  const isOne = elements.length === 1;
  return (
    <header className="border-b border-line px-3 py-2.5">
      <h2 className="truncate text-sm font-semibold">{isOne ? titleOf(first) : `${elements.length} elements`}</h2>
      <p className="text-xs text-ink-soft">{isOne ? TYPE_NAMES[first.type] : 'What they have in common; a change is made to all of them.'}</p>
    </header>
  );
}

function SectionFields({ section, elements }: { section: PropertySection; elements: readonly Element[] }) {
  const [first] = elements;
  return section.properties.filter((property) => isUseful(property, elements)).map((property) => {
    const path = [property.name];
    const props: FieldProps = { property, path, ...sharedValue(elements, path) };
    if (property.name === 'animations' && first !== undefined) return <AnimationsField key={property.name} {...props} type={first.type} />;
    if (property.name === 'transition') return <TransitionField key={property.name} {...props} />;
    return <PropertyField key={property.name} {...props} />;
  });
}

/** What only says something of what is not there, or not of this shape, is left out. */
function isUseful({ name }: PropertyDescription, elements: readonly Element[]): boolean {
  const [element] = elements;
  if (elements.length !== 1 || element === undefined || Reflect.get(element, name) !== undefined) return true;
  const has = (property: string): boolean => Reflect.get(element, property) !== undefined;
  if (name === 'text') return !has('spans');
  if (name === 'spans') return false;
  if (name === 'font_size_minimum' || name === 'font_size_maximum') return !has('font_size');
  if (name === 'color_filter_value') return has('color_filter');
  if (name.startsWith('background_') && name !== 'background_color') return has('background_color');
  if (name.startsWith('shadow_') && name !== 'shadow_color') return has('shadow_color');
  if (name === 'stroke_width' || name === 'stroke_dash' || name === 'stroke_cap' || name === 'stroke_join') return has('stroke_color');
  if (element.type === 'shape' && name === 'points') return element.shape === 'polygon' || element.shape === 'line';
  if (element.type === 'shape' && (name === 'path' || name === 'view_box' || name === 'path_fit')) return element.shape === 'path';
  return true;
}

function AlignButtons({ isSeveral }: { isSeveral: boolean }) {
  return (
    <div role="group" aria-label="Align on the canvas" className="flex px-2 pb-1">
      <ActionButton id="alignLeft" icon={AlignHorizontalJustifyStart} size="small" />
      <ActionButton id="alignCenter" icon={AlignHorizontalJustifyCenter} size="small" />
      <ActionButton id="alignRight" icon={AlignHorizontalJustifyEnd} size="small" />
      <span className="w-2" />
      <ActionButton id="alignTop" icon={AlignVerticalJustifyStart} size="small" />
      <ActionButton id="alignMiddle" icon={AlignVerticalJustifyCenter} size="small" />
      <ActionButton id="alignBottom" icon={AlignVerticalJustifyEnd} size="small" />
      {isSeveral && (
        <>
          <span className="w-2" />
          <ActionButton id="distributeAcross" icon={AlignHorizontalDistributeCenter} size="small" />
          <ActionButton id="distributeDown" icon={AlignVerticalDistributeCenter} size="small" />
        </>
      )}
    </div>
  );
}
