package dev.xenvendor.c.parse;

import java.nio.charset.StandardCharsets;
import org.eclipse.cdt.internal.core.parser.scanner.AbstractCharArray;

/**
 * The bytes of a header as the characters that the parser reads. Unlike CDT's own text it makes no
 * copy and computes no hash, which only CDT's index needs.
 */
final class ByteText extends AbstractCharArray {

  private final byte[] bytes;

  ByteText(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int tryGetLength() {
    return bytes.length;
  }

  @Override
  public int getLength() {
    return bytes.length;
  }

  @Override
  public boolean isValidOffset(int offset) {
    return offset < bytes.length;
  }

  @Override
  public char get(int offset) {
    return (char) (bytes[offset] & 0xff);
  }

  @Override
  public void arraycopy(int offset, char[] to, int start, int length) {
    for (int i = 0; i < length; i++) {
      to[start + i] = get(offset + i);
    }
  }

  @Override
  public long getContentsHash() {
    return 0;
  }

  @Override
  public boolean hasError() {
    return false;
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
