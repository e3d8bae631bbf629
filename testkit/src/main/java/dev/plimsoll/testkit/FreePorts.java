package dev.plimsoll.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports of loopback for servers that tests start, several at once. */
public final class FreePorts {

  /** Below those that a system gives to connections, which may take any of theirs at any moment. */
  private static final int FIRST = 20_000;

  private static final int LAST = 32_000;

  /** Two runs of the tests at once begin at different places. */
  private static int next =
      FIRST + (int) (ProcessHandle.current().pid() * 97 % (LAST - FIRST) / 10 * 10);

  private FreePorts() {}

  /** The first of as many ports in a row that nobody has, and that nobody here is given again. */
  public static synchronized int block(int size) {
    for (int tried = 0; tried < LAST - FIRST; tried += size) {
      int first = next + size > LAST ? FIRST : next;
      next = first + size;
      if (isFree(first, size)) {
        return first;
      }
    }
    throw new AssertionError("no " + size + " ports in a row are free");
  }

  private static boolean isFree(int first, int size) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int port = first; port < first + size; port++) {
        sockets.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
      }
      return true;
    } catch (IOException e) {
      return false;
    } finally {
      sockets.forEach(FreePorts::close);
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
