package shakedown.run;

/** Is told how far a run is. Called by one thread. */
public interface Progress {
  /** Says nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void blockDone(int point, int replications) {}

        @Override
        public void loadDone(int done, int of) {}
      };

  /** So many replications of each variant are done at that point. */
  void blockDone(int point, int replications);

  /** So many loads of the loaded server are done. */
  void loadDone(int done, int of);
}
