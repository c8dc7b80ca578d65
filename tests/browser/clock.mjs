// A clock that a test moves: the program runs with libfaketime, which reads the time from a file at every look.

import { existsSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

const LIBRARIES = ["x86_64-linux-gnu", "aarch64-linux-gnu", "."]
  .map((folder) => `/usr/lib/${folder}/faketime/libfaketimeMT.so.1`)
  .filter(existsSync);

/** Why no clock can be moved here, or false. */
export const noClock = LIBRARIES.length === 0 && "libfaketime is not installed, so no clock can be moved";

export class MovedClock {
  /** A clock that keeps its time in this folder and stands at `2026-03-02 09:00:00`, in UTC. */
  static async at(folder, time) {
    const clock = new MovedClock();
    clock.file = join(folder, "clock");
    await clock.move(time);
    return clock;
  }

  /** Stands at this time from now on. */
  async move(time) {
    // Never half a file: the program may look at any moment.
    await writeFile(`${this.file}.next`, `${time}\n`);
    await rename(`${this.file}.next`, this.file);
  }

  /** What the program's surroundings have to say, so that it looks at this clock. */
  get environment() {
    return {
      LD_PRELOAD: LIBRARIES[0],
      FAKETIME_TIMESTAMP_FILE: this.file,
      FAKETIME_NO_CACHE: "1",
      // How long something takes is measured by the monotonic clock, which goes on.
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
      NO_FAKE_STAT: "1",
      TZ: "UTC",
    };
  }
}
