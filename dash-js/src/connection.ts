// Whether the server is there. Once it is lost, asks again and again until it is back.

export interface Connection {
  isLost: () => boolean;
  /** To be called when a request got no answer. */
  lose: () => void;
}

export interface ConnectionOptions {
  readonly ping: () => Promise<boolean>;
  readonly onLost: () => void;
  readonly onBack: () => void;
}

export function createConnection({ ping, onLost, onBack }: ConnectionOptions): Connection {
  let lost = false;

  async function ask(delay: number): Promise<void> {
    if (await ping()) {
      lost = false;
      onBack();
    } else {
      askLater(Math.min(delay * 2, MAX_RETRY_DELAY_MS));
    }
  }

  const askLater = (delay: number) => setTimeout(() => void ask(delay), delay);

  return {
    isLost: () => lost,
    lose: () => {
      if (lost) return;
      lost = true;
      onLost();
      askLater(FIRST_RETRY_DELAY_MS);
    },
  };
}

const FIRST_RETRY_DELAY_MS = 500;
const MAX_RETRY_DELAY_MS = 5_000;
