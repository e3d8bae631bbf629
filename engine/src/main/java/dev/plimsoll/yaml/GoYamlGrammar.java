package dev.plimsoll.yaml;

import dev.plimsoll.yaml.GoYamlScanner.Lexeme;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.yaml.snakeyaml.tokens.Token;
import org.yaml.snakeyaml.tokens.Token.ID;

/** The grammar of go-yaml v2 ({@code parserc.go}), as far as it decides what is refused where. */
final class GoYamlGrammar {

  private final GoYamlScanner scanner;
  private final Deque<State> states = new ArrayDeque<>();

  /** The lines where the open collections start. */
  private final Deque<Integer> starts = new ArrayDeque<>();

  private final Set<String> anchors = new HashSet<>();
  private final Set<String> handles = new HashSet<>();

  GoYamlGrammar(GoYamlScanner scanner) {
    this.scanner = scanner;
  }

  /** What comes next. */
  private enum State {
    BLOCK_ITEM,
    PLAIN_ITEM,
    BLOCK_KEY,
    BLOCK_VALUE,
    FLOW_FIRST_ITEM,
    FLOW_ITEM,
    FLOW_PAIR_KEY,
    FLOW_PAIR_VALUE,
    FLOW_FIRST_KEY,
    FLOW_KEY,
    FLOW_VALUE
  }

  /** Reads the first document. */
  void readDocument() throws GoYamlFault {
    take();
    boolean isExplicit = is(ID.Directive) || is(ID.DocumentStart);
    readDirectives();
    if (isExplicit) {
      if (!is(ID.DocumentStart)) {
        throw GoYamlFault.at(token().line(), "did not find expected <document start>");
      }
      take();
      if (is(ID.Directive) || is(ID.DocumentStart)) {
        return;
      }
    }
    if (is(ID.StreamEnd) || (isExplicit && is(ID.DocumentEnd))) {
      return;
    }
    node(true, false);
    while (!states.isEmpty()) {
      step(states.pop());
    }
    token();
  }

  private void readDirectives() throws GoYamlFault {
    boolean hasVersion = false;
    while (is(ID.Directive)) {
      String text = token().text();
      int line = token().line();
      if (text.startsWith("TAG ")) {
        if (!handles.add(text.substring("TAG ".length()))) {
          throw GoYamlFault.at(line, "found duplicate %TAG directive");
        }
      } else if (hasVersion) {
        throw GoYamlFault.at(line, "found duplicate %YAML directive");
      } else if (!text.equals("YAML 1.1")) {
        throw GoYamlFault.at(line, "found incompatible YAML document");
      } else {
        hasVersion = true;
      }
      take();
    }
    handles.add("!");
    handles.add("!!");
  }

  private void step(State state) throws GoYamlFault {
    switch (state) {
      case BLOCK_ITEM -> blockItem();
      case PLAIN_ITEM -> plainItem();
      case BLOCK_KEY -> blockKey();
      case BLOCK_VALUE -> blockValue();
      case FLOW_FIRST_ITEM -> flowItem(true);
      case FLOW_ITEM -> flowItem(false);
      case FLOW_PAIR_KEY -> flowPairKey();
      case FLOW_PAIR_VALUE -> flowPairValue();
      case FLOW_FIRST_KEY -> flowKey(true);
      case FLOW_KEY -> flowKey(false);
      case FLOW_VALUE -> flowValue();
    }
  }

  /**
   * @param isBlock whether block collections may stand here
   * @param isBelowKey whether a list may stand here that is indented like its key
   */
  private void node(boolean isBlock, boolean isBelowKey) throws GoYamlFault {
    if (is(ID.Alias)) {
      if (!anchors.contains(token().text())) {
        throw GoYamlFault.at(0, "unknown anchor '" + token().text() + "' referenced");
      }
      take();
      return;
    }
    int line = token().line();
    boolean hasProperties = properties(line);
    ID id = token().id();
    if (isBelowKey && id == ID.BlockEntry) {
      states.push(State.PLAIN_ITEM);
    } else if (id == ID.Scalar) {
      take();
    } else if (id == ID.FlowSequenceStart) {
      open(State.FLOW_FIRST_ITEM);
    } else if (id == ID.FlowMappingStart) {
      open(State.FLOW_FIRST_KEY);
    } else if (isBlock && id == ID.BlockSequenceStart) {
      open(State.BLOCK_ITEM);
    } else if (isBlock && id == ID.BlockMappingStart) {
      open(State.BLOCK_KEY);
    } else if (!hasProperties) {
      throw refused(line, "did not find expected node content");
    }
  }

  /** An anchor and a tag, in any order. */
  private boolean properties(int line) throws GoYamlFault {
    String handle = "";
    String anchor = "";
    int tagLine = line;
    boolean hasTag = false;
    while ((is(ID.Anchor) && anchor.isEmpty()) || (is(ID.Tag) && !hasTag)) {
      if (is(ID.Anchor)) {
        anchor = token().text();
      } else {
        handle = token().text();
        tagLine = token().line();
        hasTag = true;
      }
      take();
    }
    if (!anchor.isEmpty()) {
      anchors.add(anchor);
    }
    if (!handle.isEmpty() && !handles.contains(handle)) {
      throw GoYamlFault.at(tagLine == 0 ? line : tagLine, "found undefined tag handle");
    }
    return hasTag || !anchor.isEmpty();
  }

  private void open(State state) throws GoYamlFault {
    starts.push(token().line());
    take();
    states.push(state);
  }

  private void close() throws GoYamlFault {
    starts.pop();
    take();
  }

  private void blockItem() throws GoYamlFault {
    if (is(ID.BlockEntry)) {
      take();
      states.push(State.BLOCK_ITEM);
      if (!is(ID.BlockEntry) && !is(ID.BlockEnd)) {
        node(true, false);
      }
    } else if (is(ID.BlockEnd)) {
      close();
    } else {
      throw refused(starts.pop(), "did not find expected '-' indicator");
    }
  }

  private void plainItem() throws GoYamlFault {
    if (!is(ID.BlockEntry)) {
      return;
    }
    take();
    states.push(State.PLAIN_ITEM);
    if (!is(ID.BlockEntry) && !endsBlockNode()) {
      node(true, false);
    }
  }

  private void blockKey() throws GoYamlFault {
    if (is(ID.Key)) {
      take();
      states.push(State.BLOCK_VALUE);
      if (!endsBlockNode()) {
        node(true, true);
      }
    } else if (is(ID.BlockEnd)) {
      close();
    } else {
      throw refused(starts.pop(), "did not find expected key");
    }
  }

  private void blockValue() throws GoYamlFault {
    states.push(State.BLOCK_KEY);
    if (is(ID.Value)) {
      take();
      if (!endsBlockNode()) {
        node(true, true);
      }
    }
  }

  private boolean endsBlockNode() throws GoYamlFault {
    return is(ID.Key) || is(ID.Value) || is(ID.BlockEnd);
  }

  private void flowItem(boolean isFirst) throws GoYamlFault {
    if (!is(ID.FlowSequenceEnd) && !isFirst) {
      if (!is(ID.FlowEntry)) {
        throw refused(starts.pop(), "did not find expected ',' or ']'");
      }
      take();
    }
    if (is(ID.FlowSequenceEnd)) {
      close();
      return;
    }
    states.push(State.FLOW_ITEM);
    if (is(ID.Key)) {
      take();
      states.push(State.FLOW_PAIR_KEY);
    } else {
      node(false, false);
    }
  }

  private void flowPairKey() throws GoYamlFault {
    states.push(State.FLOW_PAIR_VALUE);
    if (is(ID.Value) || is(ID.FlowEntry) || is(ID.FlowSequenceEnd)) {
      // go-yaml takes the token away, whatever it is.
      take();
    } else {
      node(false, false);
    }
  }

  private void flowPairValue() throws GoYamlFault {
    if (is(ID.Value)) {
      take();
      if (!is(ID.FlowEntry) && !is(ID.FlowSequenceEnd)) {
        node(false, false);
      }
    }
  }

  private void flowKey(boolean isFirst) throws GoYamlFault {
    if (!is(ID.FlowMappingEnd) && !isFirst) {
      if (!is(ID.FlowEntry)) {
        throw refused(starts.pop(), "did not find expected ',' or '}'");
      }
      take();
    }
    if (is(ID.FlowMappingEnd)) {
      close();
      return;
    }
    if (is(ID.Key)) {
      take();
      states.push(State.FLOW_VALUE);
      if (!is(ID.Value) && !is(ID.FlowEntry) && !is(ID.FlowMappingEnd)) {
        node(false, false);
      }
    } else {
      states.push(State.FLOW_KEY);
      node(false, false);
    }
  }

  private void flowValue() throws GoYamlFault {
    states.push(State.FLOW_KEY);
    if (is(ID.Value)) {
      take();
      if (!is(ID.FlowEntry) && !is(ID.FlowMappingEnd)) {
        node(false, false);
      }
    }
  }

  /**
   * An error at the token at hand: go-yaml names the line before it, and that of its context for
   * the first one.
   */
  private GoYamlFault refused(int context, String problem) throws GoYamlFault {
    int line = token().line();
    return GoYamlFault.at(line == 0 ? context : line, problem);
  }

  private Lexeme token() throws GoYamlFault {
    return scanner.peek();
  }

  private boolean is(Token.ID id) throws GoYamlFault {
    return token().id() == id;
  }

  private void take() throws GoYamlFault {
    scanner.peek();
    scanner.take();
  }
}
