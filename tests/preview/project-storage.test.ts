/** Stored projects stay findable, changes of several tabs are all kept, and what a closed page left is neither lost nor brought back from the dead. */
import { describe, expect, it } from 'vitest';
import { createStoredProject, type StoredProject } from '#components/composer/project/stored-project';
import { emptyComposition, MARKERS_MAX, NAME_LENGTH_MAX, writeComposition } from '#lib/editor/project';
import { useProjectsPage } from '#tests/support/projects-page';

const test = useProjectsPage();

const projectOf = (id: string, { name = id, nowMs = 1 } = {}): StoredProject => createStoredProject({ id, name, text: writeComposition(emptyComposition(100, 100)), nowMs });

describe('a stored project', () => {
  it('is found whatever its name was to be', async () => {
    const { tab } = test;
    await tab.saveProject(projectOf('long', { name: 'x'.repeat(255) }));
    await tab.duplicateProject((await tab.findProject('long'))!);
    const names = (await tab.listProjects()).map(({ project }) => project.name);
    expect(names).toHaveLength(2);
    expect(names.every(({ length }) => length === NAME_LENGTH_MAX)).toBe(true);
    expect(names).toContainEqual(expect.stringMatching(/x copy$/));
  });

  it('is found when it was stored beyond the limits', async () => {
    const { project } = projectOf('old');
    const markers = Array.from({ length: MARKERS_MAX + 1 }, (_, index) => ({ id: `${index}`, seconds: index, label: '', color: '#fff' }));
    await test.tab.putEntry('projects', 'old', { project: { ...project, name: 'x'.repeat(255), markers }, draftText: null, jobIds: [] });
    const found = await test.tab.findProject('old');
    expect(found?.project.compositionText).toBe(project.compositionText);
    expect(found?.project.markers).toHaveLength(MARKERS_MAX);
  });

  it('takes a name and videos without undoing what another tab has stored', async () => {
    const { tab } = test;
    const other = await test.openTab();
    await other.saveProject({ ...projectOf('p', { nowMs: 5 }), draftText: 'of another tab' });
    const jobIds = ['a', 'b', 'c', 'd'];
    await Promise.all([tab.renameProject('p', 'New name'), ...jobIds.map((jobId) => other.addJobToProject({ projectId: 'p', jobId }))]);
    expect(await tab.findProject('p')).toMatchObject({ project: { name: 'New name', updatedAtMs: 5 }, draftText: 'of another tab', jobIds: jobIds.toReversed() });
    await expect(tab.renameProject('gone', 'Name')).rejects.toThrow('not there any more');
    expect(await tab.listKeys('projects')).toEqual(['p']);
  });
});

describe('what a closed page left', () => {
  it('is taken up for every project, unless there is something newer', async () => {
    const { tab } = test;
    await tab.saveProject(projectOf('newer', { name: 'Stored', nowMs: 9 }));
    await tab.leaveProject(projectOf('newer', { name: 'Left', nowMs: 8 }));
    await tab.leaveProject(projectOf('other', { name: 'Left', nowMs: 8 }));
    await tab.writeLocal('videogen.left-project', JSON.stringify(projectOf('of-before')));
    await tab.writeLocal('videogen.left-project.broken', '{');
    await tab.reload();
    expect(await tab.takeUpLeftProjects()).toEqual([]);
    expect((await tab.listProjects()).map(({ project: { id, name } }) => [id, name])).toEqual([['newer', 'Stored'], ['other', 'Left'], ['of-before', 'of-before']]);
    expect(await tab.listLeftProjects()).toEqual([]);
  });

  it('waits for room, and is given back meanwhile', async () => {
    const { tab } = test;
    await tab.leaveProject(projectOf('left'));
    await tab.reload();
    await tab.setFull(true);
    expect((await tab.takeUpLeftProjects()).map(({ project }) => project.id)).toEqual(['left']);
    await tab.setFull(false);
    await tab.takeUpLeftProjects();
    expect(await tab.findProject('left')).not.toBeNull();
  });

  it('does not bring a deleted project back', async () => {
    const { tab } = test;
    await tab.saveProject(projectOf('p'));
    await tab.leaveProject(projectOf('p'));
    await tab.putEntry('media', 'p', []);
    await tab.reload();
    await tab.deleteProject('p');
    await tab.takeUpLeftProjects();
    expect(await tab.listProjects()).toEqual([]);
    expect(await tab.listKeys('media')).toEqual([]);
  });
});
