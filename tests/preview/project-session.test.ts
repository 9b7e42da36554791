/** No work is lost when another project takes the place of the open one, whatever the storage and other tabs do meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { createStoredProject, type StoredProject } from '#components/composer/project/stored-project';
import { emptyComposition, writeComposition } from '#lib/editor/project';
import { eventually } from '#tests/e2e/eventually';
import { useProjectsPage, type ProjectsTab } from '#tests/support/projects-page';

const test = useProjectsPage();

/** In which a change that was to be saved by itself would have been: twice the time until then. */
const NO_SAVE_MS = 1_000;

const textOf = (widthPx: number): string => writeComposition(emptyComposition(widthPx, 100));
const projectOf = (id: string, widthPx = 100): StoredProject => createStoredProject({ id, name: id, text: textOf(widthPx), nowMs: 1 });
const storedText = async (id: string): Promise<string | undefined> => (await test.tab.findProject(id))?.project.compositionText;

let tab: ProjectsTab;

beforeEach(async () => {
  ({ tab } = test);
  await tab.begin(projectOf('open'));
});

/** The same project is open in another tab as well, which changes and saves it. */
async function saveInOtherTab(widthPx: number): Promise<void> {
  const other = await test.openTab();
  await other.begin(projectOf('open'));
  await other.writeText(textOf(widthPx));
  await eventually(() => tab.readOpen()).toMatchObject({ isElsewhere: true });
}

describe('opening another project', () => {
  it('is asked about when the last changes cannot be stored, and not done by who stays', async () => {
    await tab.setFull(true);
    await tab.writeText(textOf(640));
    await tab.openProject(projectOf('other'));
    expect(await tab.readOpen()).toMatchObject({ timesAsked: 1, projectId: 'open', text: textOf(640) });
  });

  it('is done all the same by who goes on', async () => {
    const goingOn = await test.openTab();
    await goingOn.begin(projectOf('open'), { goesOn: true });
    await goingOn.setFull(true);
    await goingOn.writeText(textOf(640));
    await goingOn.openProject(projectOf('other'));
    expect(await goingOn.readOpen()).toMatchObject({ timesAsked: 1, projectId: 'other' });
  });

  it('notices a save that was under way and failed', async () => {
    await tab.setFull(true);
    const opening = tab.openOnRefusal(projectOf('other'));
    await tab.writeText(textOf(640));
    await opening;
    expect(await tab.readOpen()).toMatchObject({ timesAsked: 1, projectId: 'open' });
  });

  it('asks nothing when all is saved, also of a storage that is full by now', async () => {
    await tab.writeText(textOf(640));
    await eventually(() => storedText('open')).toBe(textOf(640));
    await tab.setFull(true);
    await tab.openProject(projectOf('other'));
    expect(await tab.readOpen()).toMatchObject({ timesAsked: 0, projectId: 'other' });
  });

  it('opens what another tab has stored since it was listed, and does not store it anew', async () => {
    const later = projectOf('other', 320);
    await (await test.openTab()).saveProject(later);
    await tab.openProject(projectOf('other'));
    expect((await tab.readOpen()).text).toBe(textOf(320));
    await sleep(NO_SAVE_MS);
    // Stored anew it would be of another time.
    expect(await tab.findProject('other')).toEqual(later);
  });
});

describe('taking over from another tab', () => {
  it('is not overtaken by a save that was about to begin, and keeps what was typed here', async () => {
    await saveInOtherTab(320);
    await tab.takeOverWhenSaveIsDue('{ "width": ');
    await sleep(NO_SAVE_MS);
    expect(await tab.readOpen()).toMatchObject({ text: textOf(320), draftText: null, isElsewhere: false });
    expect(await storedText('open')).toBe(textOf(320));
    const [version] = await tab.listVersions('open');
    await tab.restoreVersion(version!);
    expect((await tab.readOpen()).draftText).toBe('{ "width": ');
  });

  it('is not done when this tab’s document cannot be kept', async () => {
    await saveInOtherTab(320);
    await tab.setFull(true);
    await tab.takeOver();
    expect(await tab.readOpen()).toMatchObject({ text: textOf(100), notice: { kind: 'refusal' } });
  });
});

describe('a version', () => {
  it('that cannot be kept stops going back, and is not said to be the same as the last', async () => {
    const noticeText = async (): Promise<string | undefined> => (await tab.readOpen()).notice?.text;
    await tab.saveVersion();
    expect(await noticeText()).toBe('Saved, and kept as a version');
    await tab.saveVersion();
    expect(await noticeText()).toContain('nothing has changed');
    const [version] = await tab.listVersions('open');
    await tab.writeText(textOf(640));
    await tab.setFull(true);
    await tab.restoreVersion(version!);
    expect((await tab.readOpen()).text).toBe(textOf(640));
  });
});
