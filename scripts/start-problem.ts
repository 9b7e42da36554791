/** Something that keeps a command from working and that the person who typed it can put right: shown as its message alone. */
export class StartProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartProblem';
  }
}
