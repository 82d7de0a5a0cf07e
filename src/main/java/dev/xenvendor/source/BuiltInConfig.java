package dev.xenvendor.source;

import dev.xenvendor.profile.ConfigFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The configuration that comes with the program. */
public final class BuiltInConfig implements ConfigFiles {

  @Override
  public Optional<byte[]> read(String path) {
    try (InputStream in = BuiltInConfig.class.getResourceAsStream('/' + path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> list(String folder) {
    URL url = BuiltInConfig.class.getResource('/' + folder);
    if (url == null) {
      return List.of();
    }
    try {
      return switch (url.getProtocol()) {
        case "jar" -> listJar(url, folder + '/');
        case "resource" -> listImage(url.toURI());
        default -> listFolder(Path.of(url.toURI()));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> listJar(URL url, String prefix) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    // The connection shares the file that the class loader has open.
    JarFile jar = ((JarURLConnection) url.openConnection()).getJarFile();
    for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
      String name = entries.nextElement().getName();
      if (name.startsWith(prefix) && name.length() > prefix.length()) {
        String rest = name.substring(prefix.length());
        int slash = rest.indexOf('/');
        names.add(slash < 0 ? rest : rest.substring(0, slash));
      }
    }
    return new ArrayList<>(names);
  }

  /** Run as a native executable, which has a file system of its own for what it carries. */
  private static List<String> listImage(URI folder) throws IOException {
    try (FileSystem resources = FileSystems.newFileSystem(folder, Map.of())) {
      return listFolder(resources.provider().getPath(folder));
    }
  }

  /** Run from compiled classes, as the tests are. */
  private static List<String> listFolder(Path folder) {
    return new DirectoryConfig(folder, folder).list("");
  }

  @Override
  public String nameOf(String path) {
    return "built-in " + path;
  }
}
