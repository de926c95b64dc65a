import { type ProcessOptions, ServiceProcess } from './service-process.js';

/** A place for one process, which is filled again whenever it is empty. */
interface Slot {
  readonly options: ProcessOptions;
  process: ServiceProcess;
}

/** The processes of one service. Whoever dies is followed by another one, as it is where somebody runs it. */
export class Fleet {
  readonly #slots: Slot[] = [];
  readonly #cameBy = new Set<string>();
  #isStopping = false;
  #deaths = 0;
  #keeping: Promise<unknown>[] = [];

  /** Starts the processes, the first one alone: it makes what the others share. Rejects where one of them does not start. */
  static async start(options: readonly ProcessOptions[]): Promise<Fleet> {
    const fleet = new Fleet();
    for (const each of options) {
      const slot = { options: each, process: ServiceProcess.spawn(each) };
      if (!(await slot.process.up())) throw new Error(`A process ended before it was up: ${slot.process.said}`);
      fleet.#slots.push(slot);
    }
    fleet.#keeping = fleet.#slots.map((slot) => fleet.#keep(slot));
    return fleet;
  }

  /** How many processes have died so far. */
  get deaths(): number {
    return this.#deaths;
  }

  /** The code for the first account. */
  get setUpCode(): string {
    return this.#slots[0]?.process.setUpCode ?? '';
  }

  /** The points that any process came by; only with fault points. */
  get cameBy(): ReadonlySet<string> {
    for (const { process } of this.#slots) for (const point of process.cameBy) this.#cameBy.add(point);
    return this.#cameBy;
  }

  get size(): number {
    return this.#slots.length;
  }

  /** Kills the process in a slot, whatever it is doing, its start included. */
  async kill(index: number): Promise<void> {
    await this.#slots[index]?.process.kill();
  }

  /** Halts a process where it is, and lets it go on after some time. */
  async halt(index: number, milliseconds: number): Promise<void> {
    const halted = this.#slots[index]?.process;
    halted?.signal('SIGSTOP');
    await new Promise((wake) => setTimeout(wake, milliseconds));
    halted?.signal('SIGCONT');
  }

  /** Where the first process tells its health and its metrics. */
  get operationsUrl(): string {
    return this.#slots[0]?.process.operationsUrl ?? '';
  }

  /** Where the next one that comes by shall die. */
  order(dieAt: string | null): void {
    for (const { process } of this.#slots) process.order(dieAt);
  }

  /** Resolves once every slot is filled with a process that is up. */
  async up(): Promise<void> {
    for (const slot of this.#slots) while (!(await slot.process.up())) await new Promise((wake) => setTimeout(wake, 20));
  }

  /** Ends all of them without a word. Safe where they have ended. */
  async abandon(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#slots.map(({ process }) => process.kill()));
  }

  /** Asks all of them to end, and tells the longest that one of them took, in milliseconds. */
  async stop(): Promise<number> {
    this.#isStopping = true;
    const begin = performance.now();
    const ends = await Promise.all(this.#slots.map(({ process }) => process.stop()));
    await Promise.all(this.#keeping);
    const wrong = ends.find(({ code }) => code !== 0);
    if (wrong !== undefined) throw new Error(`A process that was asked to end answered ${JSON.stringify(wrong)}.`);
    return performance.now() - begin;
  }

  async #keep(slot: Slot): Promise<void> {
    for (;;) {
      await slot.process.ended;
      if (this.#isStopping) return;
      this.#deaths += 1;
      for (const point of slot.process.cameBy) this.#cameBy.add(point);
      const { options } = slot;
      // It has died where it was ordered to: the next one lives
      slot.process = ServiceProcess.spawn(options.dieAt === undefined ? options : { ...options, dieAt: null });
    }
  }
}
