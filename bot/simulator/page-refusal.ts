/** A request of the page that cannot be carried out; becomes its answer. */
export class PageRefusal extends Error {
  readonly code = 'PAGE_REFUSAL';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
