import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Collects the notices of the bundled libraries: name, version and licence of each, and the licence
 * texts and notices that its jar holds. For a jar that holds none, the folder has a file
 * <i>NAME.txt</i>, unless the licence asks for no notice of its own.
 *
 * <p>Usage: {@code java Notices.java CLASSPATH FOLDER FILE}
 */
final class Notices {

  private static final Pattern TEXT =
      Pattern.compile("(META-INF/)?(LICENSE|LICENCE|NOTICE|about)[^/]*", Pattern.CASE_INSENSITIVE);

  private static final Pattern FILE_NAME = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");

  /** Licences whose text is the same for every library, or need not be shown. */
  private static final Pattern NO_NOTICE = Pattern.compile(".*\\bApache\\b.*|0BSD");

  public static void main(String[] arguments) throws IOException {
    StringBuilder list = new StringBuilder();
    Map<String, String> texts = new LinkedHashMap<>();
    for (String path : arguments[0].split(File.pathSeparator)) {
      Matcher name = FILE_NAME.matcher(Path.of(path).getFileName().toString());
      if (name.matches()) {
        list.append("  ").append(name.group(1)).append(' ').append(name.group(2));
        String licence = licence(Path.of(path));
        list.append(": ").append(licence).append('\n');
        Path folder = Path.of(arguments[1]);
        if (!collect(path, name.group(1), texts) && !NO_NOTICE.matcher(licence).matches()) {
          String file = name.group(1) + ".txt";
          texts.put(Files.readString(folder.resolve(file)), name.group(1));
        }
      }
    }
    StringBuilder all = new StringBuilder();
    all.append("xenvendor is under the BSD 2-clause licence; see LICENSE.\n");
    all.append("It bundles these libraries, unmodified but for their signatures:\n\n").append(list);
    texts.forEach(
        (text, where) ->
            all.append("\n")
                .append("=".repeat(78))
                .append('\n')
                .append(where)
                .append("\n\n")
                .append(text.strip())
                .append('\n'));
    Path file = Path.of(arguments[2]).toAbsolutePath();
    Files.createDirectories(file.getParent());
    Files.writeString(file, all, StandardCharsets.UTF_8);
  }

  /** Returns whether the jar holds any. */
  private static boolean collect(String jar, String name, Map<String, String> texts)
      throws IOException {
    boolean isAny = false;
    try (ZipFile zip = new ZipFile(jar)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory()
            && TEXT.matcher(entry.getName()).matches()
            && !entry.getName().endsWith(".class")) {
          try (InputStream in = zip.getInputStream(entry)) {
            String text =
                new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            texts.merge(text, name + ", " + entry.getName(), (one, other) -> one + "; " + other);
            isAny = true;
          }
        }
      }
    }
    return isAny;
  }

  /** The licence that the POM beside the jar, or the nearest of its parents, declares. */
  private static String licence(Path jar) throws IOException {
    Path pom = Path.of(jar.toString().replaceFirst("\\.jar$", ".pom"));
    while (Files.exists(pom)) {
      String xml = Files.readString(pom);
      List<String> names =
          Pattern.compile("<license>\\s*<name>\\s*([^<]+?)\\s*</name>")
              .matcher(xml)
              .results()
              .map(found -> found.group(1))
              .toList();
      if (!names.isEmpty()) {
        return String.join(", ", names);
      }
      Matcher parent = Pattern.compile("(?s)<parent>(.*?)</parent>").matcher(xml);
      if (!parent.find()) {
        break;
      }
      pom = parent(jar, parent.group(1));
    }
    throw new IOException(jar + ": no licence is declared");
  }

  private static Path parent(Path jar, String parent) {
    String group = element(parent, "groupId");
    String artifact = element(parent, "artifactId");
    String version = element(parent, "version");
    Path repository = jar;
    while (!repository.endsWith("repository")) {
      repository = repository.getParent();
    }
    return repository
        .resolve(group.replace('.', '/'))
        .resolve(artifact)
        .resolve(version)
        .resolve(artifact + "-" + version + ".pom");
  }

  private static String element(String xml, String name) {
    Matcher found = Pattern.compile("<" + name + ">\\s*([^<]+?)\\s*</" + name + ">").matcher(xml);
    if (!found.find()) {
      throw new IllegalArgumentException("no " + name + " in " + xml);
    }
    return found.group(1);
  }
}
