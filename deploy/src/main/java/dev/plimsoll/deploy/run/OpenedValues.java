package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.helm.PrivateFiles;
import dev.plimsoll.deploy.helm.Sops;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.plan.SealedValues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The values files of a plan as helm gets them: those that sops has encrypted are decrypted into
 * files that live as long as this does.
 */
public final class OpenedValues implements AutoCloseable {

  private final List<Path> files = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();
  private @Nullable PrivateFiles opened;
  private Optional<String> problem = Optional.empty();

  private OpenedValues() {}

  /** Decrypts what a plan has in encrypted form. */
  public static OpenedValues of(PlanFolder folder, Map<String, String> environment) {
    OpenedValues values = new OpenedValues();
    Sops sops = new Sops(environment);
    for (String name : folder.plan().values()) {
      values.files.add(
          SealedValues.isSealed(folder.plan(), name)
              ? values.open(folder, name, sops)
              : folder.file(name));
    }
    return values;
  }

  private Path open(PlanFolder folder, String name, Sops sops) {
    try {
      String plain = sops.decrypt(folder.file(name));
      collect(Json.parse(folder.text(SealedValues.tokens(name))), Json.parse(plain));
      if (opened == null) {
        opened = PrivateFiles.create();
      }
      return opened.write(Path.of(name).getFileName().toString(), plain);
    } catch (HelmFailure failure) {
      problem = Optional.of(failure.reason());
    } catch (IOException e) {
      problem = Optional.of("`" + name + "` cannot be decrypted: " + e.getMessage() + ".");
    } catch (Json.Malformed e) {
      problem = Optional.of("sops makes of `" + name + "` what is no JSON.");
    }
    return folder.file(name);
  }

  /** What is another than its token is a secret. */
  private void collect(JsonNode token, JsonNode plain) {
    if (plain.isObject()) {
      plain.properties().forEach(each -> collect(token.path(each.getKey()), each.getValue()));
    } else if (plain.isArray()) {
      for (int i = 0; i < plain.size(); i++) {
        collect(token.path(i), plain.get(i));
      }
    } else if (!plain.equals(token)) {
      secrets.add(plain.isString() ? plain.asString("") : Json.line(plain));
    }
  }

  /** In the order of {@code -f}; one that could not be opened is still encrypted. */
  public List<Path> files() {
    return List.copyOf(files);
  }

  /** The texts that nobody must see. */
  public List<String> secrets() {
    return List.copyOf(secrets);
  }

  /** Why one could not be opened, in a sentence. */
  public Optional<String> problem() {
    return problem;
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.close();
    }
  }
}
