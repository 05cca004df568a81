package shakedown.run;

/** Is told how far a run is. Called by one thread. */
public interface Progress {
  /** Says nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void blockDone(int point, int replications) {}

        @Override
        public void pointDone(int point) {}
      };

  /** So many replications of each variant are done at that point. */
  void blockDone(int point, int replications);

  /** No more replications at that point. */
  void pointDone(int point);
}
