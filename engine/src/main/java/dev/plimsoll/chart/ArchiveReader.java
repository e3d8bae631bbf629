package dev.plimsoll.chart;

import dev.plimsoll.source.FileContent;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads the members of a chart archive into memory, with the checks of Helm's {@code
 * LoadArchiveFiles} and tighter bounds. Nothing is ever written, so a path can do no harm; those
 * that Helm refuses are refused all the same.
 */
final class ArchiveReader {

  private static final Pattern DRIVE = Pattern.compile("[a-zA-Z]:/.*", Pattern.DOTALL);

  /** What headers and padding may add to the files, in bytes. */
  private static final long HEADERS = 16L * 1024 * 1024;

  private final LoadLimits limits;
  private final BiFunction<String, byte[], FileContent> decoder;
  private long total;

  /**
   * @param decoder makes content of a path and bytes
   */
  ArchiveReader(LoadLimits limits, BiFunction<String, byte[], FileContent> decoder) {
    this.limits = limits;
    this.decoder = decoder;
  }

  /**
   * @param path of the archive
   * @throws RefusedArchive if Helm, or a bound, refuses it; the message is for people
   */
  Content read(String path, byte[] archive) throws RefusedArchive {
    if (archive.length < 3 || archive[0] != 0x1f || archive[1] != (byte) 0x8b || archive[2] != 8) {
      throw new RefusedArchive("This is no gzip-compressed archive, so Helm cannot load it.");
    }
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new Inflated(new GZIPInputStream(new ByteArrayInputStream(archive)), archive.length))) {
      return members(path, tar);
    } catch (Overflow e) {
      throw new RefusedArchive(e.reason);
    } catch (IOException | IllegalArgumentException e) {
      // commons-compress answers some damaged headers with the second.
      throw new RefusedArchive("The archive is damaged and cannot be unpacked.");
    }
  }

  private Content members(String path, TarArchiveInputStream tar)
      throws IOException, RefusedArchive {
    List<ChartMember> members = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    String root = "";
    long size = 0;
    int count = 0;
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (++count > limits.members()) {
        throw new RefusedArchive(
            "The archive has more than " + limits.members() + " members, which no chart needs.");
      }
      if (entry.isDirectory()) {
        continue;
      }
      MemberPath member = MemberPath.of(entry.getName());
      root = member.name().equals("Chart.yaml") || root.isEmpty() ? member.first() : root;
      if (isSpecial(entry)) {
        remarks.add(
            "`%s` in the archive is a link or a device, which Helm reads as an empty file."
                .formatted(shortened(member.display())));
        members.add(member(path, member, new byte[0]));
        continue;
      }
      size += entry.getSize();
      if (size > limits.chartSize()) {
        throw new RefusedArchive(tooLarge());
      }
      Optional<byte[]> bytes = bytes(entry, tar);
      if (bytes.isPresent()) {
        members.add(member(path, member, bytes.get()));
      } else {
        remarks.add(
            "`%s` in the archive is larger than %s and is not read; Helm before 4.3 refuses the whole archive."
                .formatted(shortened(member.display()), LoadLimits.mebibytes(limits.fileSize())));
        members.add(unread(path, member));
      }
    }
    if (members.isEmpty()) {
      throw new RefusedArchive("The archive is empty.");
    }
    return new Content(root, members, remarks);
  }

  private ChartMember unread(String path, MemberPath member) {
    String reason = "it is larger than %s.".formatted(LoadLimits.mebibytes(limits.fileSize()));
    return new ChartMember(
        member.name(), path + "!" + member.display(), () -> new FileContent.Refused(reason));
  }

  private ChartMember member(String path, MemberPath member, byte[] bytes) {
    String display = path + "!" + member.display();
    return new ChartMember(member.name(), display, () -> decoder.apply(display, bytes));
  }

  /** The content of a member; empty if it is too large to be kept. */
  private Optional<byte[]> bytes(TarArchiveEntry entry, TarArchiveInputStream tar)
      throws IOException, RefusedArchive {
    // The header may lie, so no more than the bound is ever read.
    byte[] bytes = tar.readNBytes((int) limits.fileSize() + 1);
    if (bytes.length > limits.fileSize()) {
      return Optional.empty();
    }
    if (bytes.length < entry.getSize()) {
      throw new RefusedArchive("The archive is cut off and cannot be unpacked.");
    }
    return Optional.of(bytes);
  }

  private String tooLarge() {
    return "The archive unpacks to more than %s, which Helm refuses to load."
        .formatted(LoadLimits.mebibytes(limits.chartSize()));
  }

  private static boolean isSpecial(TarArchiveEntry entry) {
    return entry.isLink()
        || entry.isSymbolicLink()
        || entry.isFIFO()
        || entry.isCharacterDevice()
        || entry.isBlockDevice();
  }

  static String shortened(String text) {
    return text.length() <= 100 ? text : text.substring(0, 99) + "…";
  }

  /**
   * Counts what comes out of the decompressor, members that are skipped and headers included: those
   * can be a bomb as well.
   */
  private final class Inflated extends FilterInputStream {

    private final int compressed;
    private long inflated;

    Inflated(InputStream in, int compressed) {
      super(in);
      this.compressed = compressed;
    }

    @Override
    public int read() throws IOException {
      int letter = super.read();
      return letter < 0 ? letter : count(1, letter);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int found = super.read(target, offset, length);
      return found < 0 ? found : count(found, found);
    }

    @Override
    public long skip(long wanted) throws IOException {
      byte[] ignored = new byte[(int) Math.min(wanted, 8192)];
      return Math.max(0, read(ignored, 0, ignored.length));
    }

    private int count(int found, int result) throws Overflow {
      inflated += found;
      total += found;
      if (inflated > limits.ratioFrom() && inflated > (long) compressed * limits.ratio()) {
        throw new Overflow(
            "The archive unpacks to more than %d times its size, as a zip bomb does, and is not read."
                .formatted(limits.ratio()));
      }
      if (inflated > limits.chartSize() + HEADERS) {
        throw new Overflow(tooLarge());
      }
      if (total > limits.totalSize()) {
        throw new Overflow(
            "The archives of the chart unpack to more than %s together, the rest is not read."
                .formatted(LoadLimits.mebibytes(limits.totalSize())));
      }
      return result;
    }
  }

  /** Ends reading from inside a stream. */
  private static final class Overflow extends IOException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    Overflow(String reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /**
   * What an archive holds.
   *
   * @param root the folder that holds the chart
   * @param remarks what people should know of single members, one sentence each
   */
  record Content(String root, List<ChartMember> members, List<String> remarks) {}

  /** Says why an archive was not read. */
  static final class RefusedArchive extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    RefusedArchive(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  /**
   * Where a member belongs.
   *
   * @param first the folder that Helm strips
   * @param name the rest: the path inside the chart
   */
  private record MemberPath(String first, String name) {

    /** Follows {@code LoadArchiveFiles}: what it refuses is refused. */
    static MemberPath of(String entryName) throws RefusedArchive {
      String delimiter = entryName.contains("\\") ? "\\" : "/";
      int cut = entryName.indexOf(delimiter);
      String first = cut < 0 ? entryName : entryName.substring(0, cut);
      String rest =
          cut < 0 ? "" : entryName.substring(cut + delimiter.length()).replace(delimiter, "/");
      if (rest.startsWith("/")) {
        throw refused(entryName, "has an absolute path");
      }
      String name = clean(rest);
      if (name.equals(".")) {
        throw refused(entryName, "stands beside the chart's folder instead of inside it");
      }
      if (name.startsWith("..")) {
        throw refused(entryName, "leads out of the chart");
      }
      if (DRIVE.matcher(name).matches()) {
        throw refused(entryName, "has a path with a drive letter");
      }
      if (first.equals("Chart.yaml")) {
        throw refused(entryName, "is a folder named like a file");
      }
      return new MemberPath(first, name);
    }

    String display() {
      return first.isEmpty() ? name : first + "/" + name;
    }

    private static RefusedArchive refused(String entryName, String why) {
      return new RefusedArchive(
          "The member `%s` of the archive %s, so Helm refuses the whole archive."
              .formatted(shortened(entryName), why));
    }

    /** Go's {@code path.Clean} of a relative path. */
    private static String clean(String path) {
      List<String> kept = new ArrayList<>();
      for (String part : Arrays.asList(path.split("/", -1))) {
        if (part.isEmpty() || part.equals(".")) {
          continue;
        }
        if (part.equals("..") && !kept.isEmpty() && !kept.getLast().equals("..")) {
          kept.removeLast();
        } else {
          kept.add(part);
        }
      }
      return kept.isEmpty() ? "." : String.join("/", kept);
    }
  }
}
