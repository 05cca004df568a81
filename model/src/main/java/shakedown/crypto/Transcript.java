package shakedown.crypto;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Content;
import shakedown.wire.Hash;
import shakedown.wire.Message;
import shakedown.wire.Structure;
import shakedown.wire.Value;

/** The messages so far (RFC 8446 4.4.1); hashed when asked, since the hash is known late. */
public record Transcript(ImmutableList<Structure> messages) {
  public static final Transcript EMPTY = new Transcript(ImmutableList.of());

  public Transcript add(Message message) {
    return plus(message);
  }

  /** After a retry the first hello gives way to its hash. */
  public static Transcript restartedAfter(Value hello) {
    return new Transcript(ImmutableList.of(new Message.MessageHash(hello)));
  }

  /** What a binder covers (RFC 8446 4.2.11.2). */
  public Transcript withoutBinders(Message.ClientHello hello) {
    return plus(new Content.Truncated(hello));
  }

  /** Whether a retry came before. */
  public boolean isRestarted() {
    return !messages.isEmpty() && messages.getFirst() instanceof Message.MessageHash;
  }

  public Value digest(Crypto crypto, Hash hash) {
    return crypto.digest(hash, messages);
  }

  private Transcript plus(Structure structure) {
    return new Transcript(
        ImmutableList.<Structure>builderWithExpectedSize(messages.size() + 1)
            .addAll(messages)
            .add(structure)
            .build());
  }
}
