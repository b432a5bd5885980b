const { TestEnvironment } = require('jest-environment-node');

/** Resources that a test file opens and must close: sockets, servers, child processes. */
const watched = new Set(['TCPServerWrap', 'TCPSocketWrap', 'TLSWrap', 'ProcessWrap']);
const count = () => process.getActiveResourcesInfo().filter((name) => watched.has(name)).length;

/** Fails a test file that leaves a server, a socket or a child process open. */
module.exports = class LeakCheckingEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.openBefore = count();
  }

  async handleTestEvent(event) {
    if (event.name !== 'run_finish') return;
    for (let attempt = 0; attempt < 40 && count() > this.openBefore; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    if (count() > this.openBefore) {
      throw new Error(
        `The tests left open: ${process
          .getActiveResourcesInfo()
          .filter((name) => watched.has(name))
          .join(', ')}`,
      );
    }
  }
};
