package shakedown.net;

/** What sits on an end of a connection. */
public interface Application {
  /** Has no interest. */
  Application NONE =
      new Application() {
        @Override
        public void connected() {}

        @Override
        public void arrived() {}
      };

  /** It may write now. */
  void connected();

  /** There is more to read. */
  void arrived();
}
