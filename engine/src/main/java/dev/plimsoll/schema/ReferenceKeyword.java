package dev.plimsoll.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.RefValidator;
import com.networknt.schema.path.NodePath;
import tools.jackson.databind.JsonNode;

/**
 * {@code $ref}. Networknt would follow a circle of references until the stack ends; Helm refuses
 * the value that gets into one.
 */
final class ReferenceKeyword implements Keyword {

  @Override
  public String getValue() {
    return "$ref";
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
    return new Validator(location, node, parent, context);
  }

  private static final class Validator extends RefValidator {

    private final String reference;

    Validator(SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
      super(location, node, parent, context);
      this.reference = node.stringValue("");
    }

    @Override
    public void validate(
        ExecutionContext execution, JsonNode node, JsonNode root, NodePath instance) {
      BoundedExecution bounded = BoundedExecution.of(execution);
      if (!bounded.open(reference, instance)) {
        execution.addError(
            Error.builder()
                .keyword(CanonicalSchema.CIRCLE)
                .instanceLocation(instance)
                .schemaLocation(getSchemaLocation())
                .evaluationPath(execution.getEvaluationPath())
                .message(CanonicalSchema.CIRCLE)
                .build());
        return;
      }
      bounded.descend();
      try {
        super.validate(execution, node, root, instance);
      } finally {
        bounded.ascend();
        bounded.close(reference, instance);
      }
    }
  }
}
