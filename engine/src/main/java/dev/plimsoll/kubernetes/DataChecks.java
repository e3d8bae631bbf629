package dev.plimsoll.kubernetes;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the API server checks of ConfigMaps and Secrets. */
final class DataChecks {

  private static final long LARGEST = 1024L * 1024;
  private static final String ACCOUNT = "kubernetes.io/service-account.name";

  private final Demands demands;

  DataChecks(int minor, Consumer<Violation> sink) {
    this.demands = new Demands(minor, sink);
  }

  void check(String kind, Part object) {
    long size = 0;
    for (String field : List.of("data", "binaryData", "stringData")) {
      Optional<Part> data = object.get(field);
      if (data.isPresent()) {
        size += data(data.get(), !field.equals(kind.equals("Secret") ? "stringData" : "data"));
      }
    }
    if (size > LARGEST) {
      demands.invalid(object.get("data").orElse(object), "must have at most 1 MiB");
    }
    if (kind.equals("Secret")) {
      secret(object);
    } else {
      for (Part value :
          object.get("binaryData").map(Part::fields).orElse(java.util.Map.of()).values()) {
        if (object.at("data", value.name()).isPresent()) {
          demands.duplicate(value, "keys", value.name());
        }
      }
    }
  }

  private long data(Part data, boolean isEncoded) {
    long size = 0;
    for (Part value : data.fields().values()) {
      Names.dataKey(value.name())
          .ifPresent(problem ->
              demands.report(
                  Violation.atKey(
                      ObjectRules.INVALID_VALUE,
                      value,
                      "Kubernetes refuses the key `%s`: it %s."
                          .formatted(ScalarCheck.shown(value.name()), problem))));
      long length = value.text().map(String::length).orElse(0);
      size += isEncoded ? length / 4 * 3 : length;
    }
    return size;
  }

  private void secret(Part object) {
    Set<String> keys = new HashSet<>();
    for (String field : List.of("data", "stringData")) {
      object.get(field).ifPresent(data -> keys.addAll(data.fields().keySet()));
    }
    switch (object.text("type", "")) {
      case "kubernetes.io/tls" -> need(object, keys, "tls.crt", "tls.key");
      case "kubernetes.io/dockerconfigjson" -> need(object, keys, ".dockerconfigjson");
      case "kubernetes.io/dockercfg" -> need(object, keys, ".dockercfg");
      case "kubernetes.io/ssh-auth" -> need(object, keys, "ssh-privatekey");
      case "kubernetes.io/basic-auth" -> {
        if (!keys.contains("password")) {
          need(object, keys, "username");
        }
      }
      case "kubernetes.io/service-account-token" -> {
        if (object.at("metadata", "annotations", ACCOUNT).isEmpty()) {
          need(object, Set.of(), ACCOUNT);
        }
      }
      default -> {
        // Any keys will do.
      }
    }
  }

  private void need(Part object, Set<String> keys, String... wanted) {
    for (String key : wanted) {
      if (!keys.contains(key)) {
        Part type = object.get("type").orElse(object);
        demands.report(
            ObjectRules.MISSING_FIELD,
            type,
            "A Secret of type `%s` needs `%s`, so Kubernetes refuses the object."
                .formatted(object.text("type", ""), key));
      }
    }
  }
}
