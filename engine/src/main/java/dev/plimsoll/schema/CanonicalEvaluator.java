package dev.plimsoll.schema;

import com.google.re2j.Pattern;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Judges values by a canonical schema with networknt's validator. Thread-safe; the dialect is built
 * once for all schemas, and holds just the keywords that canonical schemas have.
 */
final class CanonicalEvaluator {

  private static final Dialect DIALECT = dialect();

  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder()
          .preloadSchema(true)
          .regularExpressionFactory(new Re2Factory())
          .build();

  private final CanonicalSchema canonical;
  private final Schema schema;

  CanonicalEvaluator(SchemaNode root) {
    canonical = new CanonicalSchema(root);
    SchemaRegistry registry =
        SchemaRegistry.withDialect(DIALECT, builder -> builder.schemaRegistryConfig(CONFIG));
    schema = registry.getSchema(SchemaLocation.of("plimsoll:values"), canonical.root());
  }

  /**
   * What the schema has against {@code values}, in the order of evaluation; empty exactly when Helm
   * accepts them.
   *
   * @throws BoundedExecution.TooMuchWork if the limit of work is reached
   */
  List<Violation> evaluate(MapValue values) {
    ExecutionContext execution = new BoundedExecution();
    schema.validate(execution, JsonNodes.of(values));
    return violations(withoutEchoes(execution.getErrors()));
  }

  /**
   * A schema that fails drops its notes of what it evaluated, so {@code unevaluated*} then
   * complains of keys that are known; such complaints say nothing.
   */
  private static List<Error> withoutEchoes(List<Error> errors) {
    List<Error> kept = new ArrayList<>();
    for (Error error : errors) {
      boolean echo =
          error.getKeyword().startsWith("unevaluated")
              && errors.stream().anyMatch(other -> isCause(other, error));
      if (!echo) {
        kept.add(error);
      }
    }
    return kept;
  }

  private static boolean isCause(Error other, Error unevaluated) {
    NodePath around = unevaluated.getEvaluationPath().getParent();
    return !other.getKeyword().startsWith("unevaluated")
        && around != null
        && other.getEvaluationPath().startsWith(around);
  }

  private List<Violation> violations(List<Error> errors) {
    List<Violation> violations = new ArrayList<>();
    for (Error error : errors) {
      violations.add(violation(error));
    }
    return violations;
  }

  private Violation violation(Error error) {
    boolean dependent = error.getKeyword().equals("dependentRequired");
    Object[] arguments = error.getArguments();
    String key = dependent ? String.valueOf(arguments[0]) : error.getProperty();
    return new Violation(
        path(error.getInstanceLocation()),
        holder(error.getSchemaLocation().getFragment()),
        error.getKeyword(),
        key,
        dependent ? error.getProperty() : null,
        branches(error));
  }

  private List<List<Violation>> branches(Error error) {
    Object branches =
        error.getDetails() == null ? null : error.getDetails().get(BranchKeyword.BRANCHES);
    List<List<Violation>> found = new ArrayList<>();
    if (branches instanceof List<?> list) {
      for (Object branch : list) {
        List<Error> errors = new ArrayList<>();
        if (branch instanceof List<?> entries) {
          entries.forEach(entry -> errors.add((Error) entry));
        }
        found.add(violations(withoutEchoes(errors)));
      }
    }
    return found;
  }

  /** The schema whose keyword {@code location} points to. */
  private SchemaNode holder(NodePath location) {
    JsonNode node = canonical.root();
    SchemaNode innermost = null;
    for (Object element : elements(location)) {
      if (node == null) {
        break;
      }
      innermost = canonical.origin(node).orElse(innermost);
      node = step(node, element);
    }
    if (innermost == null) {
      throw new IllegalStateException("No schema at " + location);
    }
    return innermost;
  }

  private static @Nullable JsonNode step(JsonNode node, Object element) {
    if (node.isArray()) {
      return element instanceof Integer index ? node.get(index) : null;
    }
    return node.get(element.toString());
  }

  private static ValuePath path(NodePath location) {
    List<ValuePath.Step> steps = new ArrayList<>();
    for (Object element : elements(location)) {
      steps.add(
          element instanceof Integer index
              ? new ValuePath.Index(index)
              : new ValuePath.Key(element.toString()));
    }
    return new ValuePath(steps);
  }

  private static List<Object> elements(NodePath path) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      elements.add(path.getElement(i));
    }
    return elements;
  }

  private static Dialect dialect() {
    List<Keyword> keywords = new ArrayList<>(Assertions.all());
    keywords.addAll(List.of(BranchKeyword.values()));
    keywords.addAll(
        List.of(
            new ReferenceKeyword(),
            KeywordType.PROPERTIES,
            KeywordType.PATTERN_PROPERTIES,
            KeywordType.ADDITIONAL_PROPERTIES,
            KeywordType.PROPERTY_NAMES,
            KeywordType.REQUIRED,
            KeywordType.DEPENDENT_REQUIRED,
            KeywordType.DEPENDENT_SCHEMAS,
            KeywordType.PREFIX_ITEMS,
            KeywordType.ITEMS,
            KeywordType.CONTAINS,
            KeywordType.IF_THEN_ELSE,
            KeywordType.UNEVALUATED_ITEMS,
            KeywordType.UNEVALUATED_PROPERTIES));
    for (String read : List.of("$defs", "then", "else", "minContains", "maxContains")) {
      keywords.add(new ReadByOthers(read));
    }
    return Dialect.builder("plimsoll:canonical")
        .specificationVersion(SpecificationVersion.DRAFT_2020_12)
        .keywords(keywords)
        .build();
  }

  /** A keyword without a judgement of its own. */
  private record ReadByOthers(String name) implements Keyword {

    @Override
    public String getValue() {
      return name;
    }

    // Networknt takes null for "no validator", and is not annotated.
    @SuppressWarnings("NullAway")
    @Override
    public KeywordValidator newValidator(
        SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
      return null;
    }
  }

  /** Patterns in Go's dialect and in linear time. */
  private static final class Re2Factory implements RegularExpressionFactory {

    @Override
    public RegularExpression getRegularExpression(String regex) {
      Pattern pattern = Pattern.compile(regex);
      return text -> pattern.matcher(text).find();
    }
  }
}
