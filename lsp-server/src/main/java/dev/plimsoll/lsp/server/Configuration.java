package dev.plimsoll.lsp.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.lsp.protocol.FileUris;
import dev.plimsoll.lsp.workspace.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RelativePattern;
import org.eclipse.lsp4j.Unregistration;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** What the server asks of the client: its settings, and to watch files. */
final class Configuration {

  /** The section of the settings that is ours. */
  private static final String SECTION = "plimsoll";

  private static final String WATCHING = "plimsoll-files";
  private static final String PATTERN = "**/*";

  private final Facts facts;
  private @Nullable LanguageClient client;
  private boolean isWatching;

  Configuration(Facts facts) {
    this.facts = facts;
  }

  void setClient(LanguageClient connected) {
    client = connected;
  }

  /** Settings that came with something else; anything that is none of ours is passed over. */
  void changed(@Nullable Object settings) {
    LanguageClient connected = client;
    if (connected != null && facts.client().hasConfiguration()) {
      ask(connected);
    } else if (settings instanceof JsonObject object) {
      take(object.get(SECTION) instanceof JsonObject own ? own : object);
    }
  }

  /** Settings that the client gives at the start. */
  void initial(@Nullable Object options) {
    if (options instanceof JsonObject object) {
      take(object);
    }
  }

  private void ask(LanguageClient connected) {
    ConfigurationItem item = new ConfigurationItem();
    item.setSection(SECTION);
    // The answer comes on the thread that reads messages, which is the one that may change things.
    Answers.use(
        connected.configuration(new ConfigurationParams(List.of(item))),
        answers -> {
          if (!answers.isEmpty() && answers.getFirst() instanceof JsonObject own) {
            take(own);
          }
        });
  }

  private void take(JsonObject own) {
    Settings settings =
        new Settings(
            text(own, "environment").filter(name -> !name.isBlank()),
            text(own, "minimumSeverity").flatMap(Severity::parse).orElse(Severity.INFO),
            !text(own, "run").filter("onSave"::equals).isPresent());
    if (!settings.equals(facts.session().state().settings())) {
      facts.session().setSettings(settings);
    }
  }

  /** Shows the values of this environment where there is room for one. */
  void chooseEnvironment(String name) {
    facts
        .session()
        .setSettings(facts.session().state().settings().withEnvironment(Optional.of(name)));
    LanguageClient connected = client;
    if (connected != null && facts.client().refreshesHints()) {
      Answers.ignore(connected.refreshInlayHints());
    }
    if (connected != null && facts.client().refreshesLenses()) {
      Answers.ignore(connected.refreshCodeLenses());
    }
  }

  private static Optional<String> text(JsonObject object, String key) {
    JsonElement element = object.get(key);
    return element != null && element.isJsonPrimitive()
        ? Optional.of(element.getAsString())
        : Optional.empty();
  }

  /** Asks the client to say when files of the open folders change. */
  void watchFiles() {
    LanguageClient connected = client;
    if (connected == null || !facts.client().watchesFiles()) {
      return;
    }
    if (isWatching) {
      Answers.ignore(
          connected.unregisterCapability(
              new UnregistrationParams(
                  List.of(new Unregistration(WATCHING, "workspace/didChangeWatchedFiles")))));
    }
    isWatching = true;
    Answers.ignore(
        connected.registerCapability(
            new RegistrationParams(
                List.of(
                    new Registration(
                        WATCHING,
                        "workspace/didChangeWatchedFiles",
                        new DidChangeWatchedFilesRegistrationOptions(watchers()))))));
  }

  private List<FileSystemWatcher> watchers() {
    if (!facts.client().hasRelativePatterns()) {
      return List.of(new FileSystemWatcher(Either.forLeft(PATTERN)));
    }
    List<FileSystemWatcher> watchers = new ArrayList<>();
    for (Path folder : facts.session().state().roots().folders()) {
      watchers.add(
          new FileSystemWatcher(
              Either.forRight(new RelativePattern(Either.forRight(FileUris.of(folder)), PATTERN))));
    }
    return watchers;
  }
}
