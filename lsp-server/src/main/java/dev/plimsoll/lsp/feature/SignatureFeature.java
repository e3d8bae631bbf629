package dev.plimsoll.lsp.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.jspecify.annotations.Nullable;

/** The arguments of the function that is being typed. */
public final class SignatureFeature {

  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"?|`[^`]*`?|\\(|\\)|\\||:=|=|[^\\s()|\"`]+");

  private final Context context;

  public SignatureFeature(Context context) {
    this.context = context;
  }

  /** Null outside of calls. */
  public @Nullable SignatureHelp at(Position position) {
    int offset = context.offset(position);
    String text = context.source().text();
    int open = text.lastIndexOf("{{", Math.max(0, offset - 1));
    if (open < 0 || text.lastIndexOf("}}", offset - 1) > open) {
      return null;
    }
    String before = text.substring(Math.min(open + 2, offset), offset);
    List<String> command = command(before);
    boolean isPiped = isPiped(before);
    if (command.isEmpty()) {
      return null;
    }
    List<String> words = Functions.words(command.getFirst());
    Optional<String> signature = Functions.signature(command.getFirst());
    if (words.isEmpty() || signature.isEmpty()) {
      return null;
    }
    boolean isBehindBlank =
        !before.isEmpty() && Character.isWhitespace(before.charAt(before.length() - 1));
    int argument = command.size() - (isBehindBlank ? 1 : 2);
    if (argument < 0) {
      return null;
    }
    SignatureInformation information = new SignatureInformation(String.join(" ", words));
    information.setParameters(
        words.subList(1, words.size()).stream().map(ParameterInformation::new).toList());
    String note = isPiped ? "The last argument comes from the pipe." : signature.get();
    information.setDocumentation(note);
    int last = Math.max(0, words.size() - 2);
    return new SignatureHelp(List.of(information), 0, Math.min(argument, last));
  }

  private static boolean isPiped(String before) {
    return before.lastIndexOf('|') > before.lastIndexOf('(');
  }

  /** The words of the innermost call that is not closed. */
  private static List<String> command(String before) {
    List<List<String>> open = new ArrayList<>();
    open.add(new ArrayList<>());
    Matcher token = TOKEN.matcher(before);
    while (token.find()) {
      switch (token.group()) {
        case "(" -> open.add(new ArrayList<>());
        case ")" -> {
          if (open.size() > 1) {
            open.removeLast();
          }
          open.getLast().add(")");
        }
        case "|", ":=", "=", "if", "with", "range", "else", "-" -> open.getLast().clear();
        default -> open.getLast().add(token.group());
      }
    }
    return open.getLast();
  }
}
