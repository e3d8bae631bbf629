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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code allOf}, {@code anyOf}, {@code oneOf} and {@code not}. Other than networknt's own, they
 * keep the errors of each branch apart, so that the branch that was meant can be told; and they
 * count their work. Every branch is evaluated: what they evaluate matters to {@code unevaluated*}.
 */
enum BranchKeyword implements Keyword {
  ALL_OF("allOf"),
  ANY_OF("anyOf"),
  ONE_OF("oneOf"),
  NOT("not");

  /** The detail of an error that holds the errors of each branch, {@code List<List<Error>>}. */
  static final String BRANCHES = "branches";

  private final String keyword;

  BranchKeyword(String keyword) {
    this.keyword = keyword;
  }

  @Override
  public String getValue() {
    return keyword;
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
    List<Schema> branches = new ArrayList<>();
    if (this == NOT) {
      branches.add(context.newSchema(location, node, parent));
    } else {
      for (int i = 0; i < node.size(); i++) {
        branches.add(context.newSchema(location.append(i), node.get(i), parent));
      }
    }
    return new Validator(this, node, location, branches);
  }

  private static final class Validator extends AbstractKeywordValidator {

    private final BranchKeyword kind;
    private final List<Schema> branches;

    Validator(BranchKeyword kind, JsonNode node, SchemaLocation location, List<Schema> branches) {
      super(kind, node, location);
      this.kind = kind;
      this.branches = branches;
    }

    @Override
    public void validate(
        ExecutionContext execution, JsonNode node, JsonNode root, NodePath instance) {
      List<List<Error>> errors = new ArrayList<>();
      List<Error> outer = execution.getErrors();
      try {
        for (int i = 0; i < branches.size(); i++) {
          execution.setErrors(new ArrayList<>());
          evaluate(execution, i, node, root, instance);
          errors.add(execution.getErrors());
        }
      } finally {
        execution.setErrors(outer);
      }
      long accepting = errors.stream().filter(List::isEmpty).count();
      switch (kind) {
        case ALL_OF -> errors.forEach(branch -> branch.forEach(execution::addError));
        case ANY_OF -> {
          if (accepting == 0) {
            refuse(execution, instance, errors);
          }
        }
        case ONE_OF -> {
          if (accepting != 1) {
            refuse(execution, instance, errors);
          }
        }
        case NOT -> {
          if (accepting == 1) {
            refuse(execution, instance, List.of());
          }
        }
      }
    }

    private void evaluate(
        ExecutionContext execution, int branch, JsonNode node, JsonNode root, NodePath instance) {
      BoundedExecution bounded = BoundedExecution.of(execution);
      bounded.descend();
      execution.evaluationPathAddLast(branch);
      try {
        branches.get(branch).validate(execution, node, root, instance);
      } finally {
        execution.evaluationPathRemoveLast();
        bounded.ascend();
      }
    }

    private void refuse(ExecutionContext execution, NodePath instance, List<List<Error>> errors) {
      execution.addError(
          Error.builder()
              .keyword(getKeyword())
              .instanceLocation(instance)
              .schemaLocation(getSchemaLocation())
              .evaluationPath(execution.getEvaluationPath())
              .message(getKeyword())
              .details(Map.of(BRANCHES, errors))
              .build());
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
