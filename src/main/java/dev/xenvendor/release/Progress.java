package dev.xenvendor.release;

/** Receives the progress of a long step. */
public interface Progress {

  Progress NONE =
      new Progress() {
        @Override
        public void begin(String what, int total) {}

        @Override
        public void advance(int done) {}

        @Override
        public void end() {}
      };

  /**
   * A step begins.
   *
   * @param total how many units it has; 0 if unknown
   */
  void begin(String what, int total);

  void advance(int done);

  void end();
}
