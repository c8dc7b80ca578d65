// All that a journey needs, in one import.

export { Server, TEST_DATA, command, copyDataDir, newDataDir, pipe, projectFile, removeDataDir } from "./server.mjs";
export { MODES, SCREENS, Visitor, openBrowser } from "./visitor.mjs";
