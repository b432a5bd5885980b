/**
 * Lets one waiter sleep until it is woken or a time has passed. A call of `wake` while nobody sleeps is remembered, so
 * that what happened between looking and falling asleep is not slept through.
 */
export class Alarm {
  private isWoken = false;
  private rouse: (() => void) | null = null;

  wake(): void {
    this.isWoken = true;
    this.rouse?.();
  }

  async sleep(milliseconds: number): Promise<void> {
    if (!this.isWoken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.rouse = null;
    }
    this.isWoken = false;
  }
}
