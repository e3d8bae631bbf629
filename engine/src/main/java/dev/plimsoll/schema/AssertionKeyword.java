package dev.plimsoll.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A keyword that says yes or no to a value. Networknt's own assertions differ from Helm's in places
 * (objects with equal members break {@code uniqueItems}, {@code type} is waived beside {@code
 * enum}), and cost the start of a JSON mapper for texts that nobody reads.
 *
 * @param value the keyword
 * @param factory from the keyword's value to the test
 */
record AssertionKeyword(String value, Function<JsonNode, Predicate<JsonNode>> factory)
    implements Keyword {

  @Override
  public String getValue() {
    return value;
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
    return new Validator(this, node, location, factory.apply(node));
  }

  private static final class Validator extends AbstractKeywordValidator {

    private final Predicate<JsonNode> test;

    Validator(Keyword keyword, JsonNode node, SchemaLocation location, Predicate<JsonNode> test) {
      super(keyword, node, location);
      this.test = test;
    }

    @Override
    public void validate(
        ExecutionContext execution, JsonNode node, JsonNode root, NodePath instance) {
      BoundedExecution.of(execution).step();
      if (!test.test(node)) {
        execution.addError(
            Error.builder()
                .keyword(getKeyword())
                .instanceLocation(instance)
                .schemaLocation(getSchemaLocation())
                .evaluationPath(execution.getEvaluationPath())
                .message(getKeyword())
                .build());
      }
    }

    @Override
    public void walk(
        ExecutionContext execution,
        JsonNode node,
        JsonNode root,
        NodePath instance,
        boolean validate) {
      throw new IllegalStateException("Schemas are evaluated, never walked");
    }
  }
}
