package dev.xenvendor.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The two parts of an input: what stands above and below the first line {@code %%}.
 *
 * @param first all of the input where there is no such line
 */
public record FuzzInput(byte[] first, byte[] second) {

  private static final byte[] BETWEEN = "\n%%\n".getBytes(StandardCharsets.ISO_8859_1);

  public static FuzzInput of(byte[] input) {
    for (int at = 0; at + BETWEEN.length <= input.length; at++) {
      int end = at + BETWEEN.length;
      if (Arrays.equals(input, at, end, BETWEEN, 0, BETWEEN.length)) {
        return new FuzzInput(
            Arrays.copyOf(input, at + 1), Arrays.copyOfRange(input, end, input.length));
      }
    }
    return new FuzzInput(input, new byte[0]);
  }
}
