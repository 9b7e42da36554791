/**
 * The composer's session and storage of projects in a real Chromium, for the tests of one file: nothing in; for each test a browser that has stored
 * nothing yet, with one tab open and as many more as it asks for, out.
 */
import type { Browser, BrowserContext } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { bundleScript } from '#tests/support/bundle-script';
import { launchChromium } from '#tests/support/launch-chromium';
import type { ProjectsPageApi } from '#tests/support/projects-page-entry';

/** What the page can do, asked for from here: what goes in and comes out is copied. */
type FromOutside<Api> = { [Name in keyof Api]: Api[Name] extends (...args: infer Args) => infer Result ? (...args: Args) => Promise<Awaited<Result>> : never };

export interface ProjectsTab extends FromOutside<ProjectsPageApi> {
  /** The page is closed, and the next one is there in its place. */
  reload(): Promise<void>;
}

export interface ProjectsTest {
  tab: ProjectsTab;
  /** Another tab of the same browser, which has the same storage. */
  openTab(): Promise<ProjectsTab>;
}

/** Nothing listens there: all of it is answered by the route. An address of this machine is one that has all of the browser's storage. */
const PAGE_URL = 'http://localhost/projects.html';
const PAGE_HTML = '<!doctype html><meta charset="utf-8"><title>Projects</title><script type="module" src="/projects-page.js"></script>';

/** Ready in the calling file's tests, gone after its last. A test fails when a page of it has had an error. */
export function useProjectsPage(): ProjectsTest {
  let [browser, context, script]: [Browser | null, BrowserContext | null, string] = [null, null, ''];
  const errors: string[] = [];
  const test = {
    openTab: () => {
      if (context === null) throw new Error('There is a browser in tests only');
      return openTab(context, errors);
    },
  } as ProjectsTest;
  beforeAll(async () => {
    [script, browser] = await Promise.all([bundleScript('tests/support/projects-page-entry.ts'), launchChromium()]);
  });
  beforeEach(async () => {
    errors.length = 0;
    context = await browser!.newContext();
    await context.route(PAGE_URL, (route) => route.fulfill({ contentType: 'text/html', body: PAGE_HTML }));
    await context.route(new URL('/projects-page.js', PAGE_URL).href, (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
    test.tab = await test.openTab();
  });
  afterEach(async () => {
    await context?.close();
    expect(errors).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });
  return test;
}

async function openTab(context: BrowserContext, errors: string[]): Promise<ProjectsTab> {
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  const listNames = async (): Promise<string[]> => {
    await page.waitForFunction(() => 'projectsPage' in window);
    return page.evaluate(() => Object.keys((window as unknown as { projectsPage: object }).projectsPage));
  };
  const call = (name: string, args: unknown[]): Promise<unknown> => page.evaluate(([called, given]) => {
    const { projectsPage } = window as unknown as { projectsPage: Record<string, (...args: unknown[]) => unknown> };
    return projectsPage[called]!(...given);
  }, [name, args] as const);
  await page.goto(PAGE_URL);
  const calls = Object.fromEntries((await listNames()).map((name) => [name, (...args: unknown[]) => call(name, args)]));
  const reload = async (): Promise<void> => {
    await page.reload();
    await listNames();
  };
  return { ...(calls as unknown as FromOutside<ProjectsPageApi>), reload };
}
