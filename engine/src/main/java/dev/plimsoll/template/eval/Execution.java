package dev.plimsoll.template.eval;

import dev.plimsoll.template.eval.EvaluationFailure.Kind;
import dev.plimsoll.template.function.FunctionContext;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoQuotes;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.HelmVersion;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The state of one render: what nodes and functions see of it. For one thread at a time. */
final class Execution implements FunctionContext {

  /** Most templates write about as much. */
  private static final int USUAL_OUTPUT = 64;

  private static final String NO_VALUE = "<no value>";

  /** What Go calls a text that was given to {@code tpl}. */
  private static final String TPL_NAME = "gotpl";

  private final TemplateSet templates;
  private final EvaluationOptions options;
  private final boolean isTracked;
  private final Bounds bounds;
  private final LongConsumer charge = this::charge;
  private final Inclusions inclusions = new Inclusions();
  private final Set<String> nonDeterminism = new LinkedHashSet<>();

  /** The node that was evaluated last, which Go names in error messages. */
  Place at = Place.NOWHERE;

  /** The conditions that the current action depends on; kept only if tracked. */
  Trace control = Trace.NONE;

  private Scope scope;
  private TextBuilder out = new TextBuilder();
  private String templateName = "";
  private int level;
  private int nonDeterministicCalls;

  Execution(TemplateSet templates, EvaluationOptions options) {
    this.templates = templates;
    this.options = options;
    this.isTracked = options.tracked();
    this.bounds = new Bounds(options.limits());
    this.scope = templates.scope();
  }

  /**
   * Executes a template for the user.
   *
   * @param own see {@link Inclusions#start}
   */
  TracedText start(String name, GoValue data, @Nullable IntSupplier own) {
    inclusions.start(own);
    at = Place.NOWHERE;
    control = Trace.NONE;
    scope = templates.scope();
    Template template = scope.find(name);
    if (template == null) {
      String message = noTemplate(name);
      throw new Failure(message, message, null, Kind.EXECUTION, null, Trace.NONE, 0);
    }
    return render(template, data);
  }

  // What functions see.

  @Override
  public HelmVersion helm() {
    return options.helm();
  }

  @Override
  public boolean isTracked() {
    return isTracked;
  }

  @Override
  public boolean isLint() {
    return options.lint();
  }

  @Override
  public RandomGenerator random() {
    return options.random().get();
  }

  @Override
  public Clock clock() {
    return options.clock();
  }

  @Override
  public ZoneId zone() {
    return options.zone().get();
  }

  @Override
  public void noteNonDeterminism(String function) {
    nonDeterminism.add(function);
    nonDeterministicCalls++;
  }

  /** How often a function was called that gives another result each time. */
  int nonDeterministicCalls() {
    return nonDeterministicCalls;
  }

  EvaluationCost cost() {
    return bounds.cost();
  }

  boolean add(EvaluationCost cost) {
    return bounds.add(cost);
  }

  Set<String> nonDeterminism() {
    return nonDeterminism;
  }

  @Override
  public void charge(long characters) {
    String exceeded = bounds.charge(characters);
    if (exceeded != null) {
      throw bound(exceeded);
    }
  }

  @Override
  public TracedText include(String name, GoValue data) {
    int[] depth = inclusions.depth(name);
    Template template = scope.find(name);
    if (template == null) {
      throw new GoFailure(noTemplate(name));
    }
    Inclusions.Included known = inclusions.find(template, data, scope);
    if (known != null && bounds.add(known.cost())) {
      return known.text();
    }
    EvaluationCost before = bounds.cost();
    int doubts = doubts();
    depth[0]++;
    TracedText text = render(template, data);
    depth[0]--;
    if (doubts == doubts()) {
      EvaluationCost cost = bounds.cost().since(before);
      inclusions.keep(template, new Inclusions.Included(data, scope, text, cost));
    }
    return text;
  }

  /** Grows with all that may let a template write something else when it is given the same. */
  private int doubts() {
    return nonDeterministicCalls + inclusions.doubts();
  }

  /** A map is about to be changed, and others may see it. */
  void noteChange() {
    inclusions.noteChange();
  }

  private static String noTemplate(String name) {
    return "template: no template "
        + GoQuotes.quote(name)
        + " associated with template "
        + GoQuotes.quote(TPL_NAME);
  }

  @Override
  public TracedText evaluate(TracedText text, GoValue data) {
    if (!text.text().contains("{{")) {
      charge(text.length());
      return NoValue.remove(text);
    }
    GivenTemplate given = templates.given(text, isTracked);
    if (given.error() != null) {
      throw new GoFailure(
          "cannot parse template " + GoQuotes.quote(text.text()) + ": " + given.error(),
          text.trace());
    }
    Scope outer = scope;
    scope = given.scope(outer);
    TracedText result;
    try {
      result = render(given.main(), data);
    } catch (Failure e) {
      if (e.kind() != Kind.BOUND) {
        e.prefix("error during tpl function execution for " + GoQuotes.quote(text.text()) + ": ");
      }
      throw e;
    } finally {
      scope = outer;
    }
    TracedText shown = NoValue.remove(result);
    return isTracked ? shown.because(text.trace()) : shown;
  }

  // What nodes see.

  MissingKey missingKey() {
    return options.missingKey();
  }

  @Nullable Template find(String name) {
    return scope.find(name);
  }

  /** Executes a template from its start and returns its output. */
  TracedText render(Template template, GoValue data) {
    TextBuilder outer = out;
    out = new TextBuilder(USUAL_OUTPUT);
    try {
      call(template, data instanceof GoNil nil ? withoutType(nil) : data);
      return out.build();
    } finally {
      out = outer;
    }
  }

  /** A nil in an {@code interface {}} is no value at all to a template that is given it. */
  static GoNil withoutType(GoNil nil) {
    if (!nil.type().equals(GoTypes.INTERFACE)) {
      return nil;
    }
    return nil.trace().isNone() ? GoNil.LITERAL : new GoNil("", nil.trace());
  }

  /** Executes a template, which writes to the output of its caller. */
  void call(Template template, GoValue data) {
    if (isStackLow()) {
      onFreshStack(() -> {
        call(template, data);
        return template;
      });
      return;
    }
    Place calledAt = at;
    String caller = templateName;
    level++;
    enter();
    templateName = template.name();
    try {
      template.body().execute(this, new Frame(template.frameSize(), data));
    } finally {
      templateName = caller;
      at = calledAt;
      level--;
      leave();
    }
  }

  /** Calls a method of an object. */
  GoValue method(GoObject object, String method, List<GoValue> arguments) {
    Place node = at;
    try {
      return object.call(method, arguments);
    } catch (GoFailure e) {
      at = node;
      throw callFailure(method, e, e.trace());
    }
  }

  void writeLiteral(String text, @Nullable TracedText given, Site site) {
    charge(text.length());
    if (!isTracked) {
      out.append(text);
    } else if (given != null) {
      out.write(given, site);
    } else {
      out.append(text, site, Trace.NONE, 0);
    }
  }

  /** Writes what an action evaluated to. */
  void print(GoValue value, Site site) {
    if (!isTracked && value instanceof GoString string) {
      charge(string.text().length());
      out.append(string.text());
      return;
    }
    TracedText text = printed(value);
    charge(text.length());
    if (!isTracked) {
      out.append(text.text());
      return;
    }
    int start = out.length();
    out.write(text, site);
    if (value instanceof GoNil || text.isEmpty()) {
      // What an action did not write has an origin too.
      noteControl(start, site, value.trace(), false);
    }
  }

  private TracedText printed(GoValue value) {
    if (value instanceof GoNil nil && nil.type().isEmpty()) {
      return TracedText.computed(NO_VALUE, nil.trace());
    }
    try {
      return GoPrinter.print(value, charge);
    } catch (GoFailure e) {
      throw bound(e.text());
    }
  }

  /** How many templates are being executed. */
  int level() {
    return level;
  }

  int written() {
    return out.length();
  }

  /** Notes a decision about what was written since {@code start}. */
  void noteControl(int start, Site site, Trace tested, boolean isTaken) {
    if (!tested.isNone()) {
      out.control(start, site, tested, isTaken);
    }
  }

  // Bounds.

  /** Counts an action or the turn of a loop. */
  void step() {
    if (bounds.step()) {
      String exceeded = bounds.check();
      if (exceeded != null) {
        throw bound(exceeded);
      }
    }
  }

  /** Counts a level of nested blocks, templates and parentheses. */
  void enter() {
    if (bounds.enter()) {
      throw bound(bounds.tooDeep());
    }
  }

  void leave() {
    bounds.leave();
  }

  boolean isStackLow() {
    return bounds.isStackLow();
  }

  /** Goes on with a stack of its own, where that of this thread may not be enough. */
  <T> T onFreshStack(Supplier<T> work) {
    return bounds.onFreshStack(work);
  }

  // Failures.

  private Failure bound(String message) {
    return failure(Kind.BOUND, message, Trace.NONE, null);
  }

  /** Go's {@code errorf}. */
  Failure failure(String message) {
    return failure(Kind.EXECUTION, message, Trace.NONE, null);
  }

  Failure failure(String message, Trace trace) {
    return failure(Kind.EXECUTION, message, trace, null);
  }

  private Failure failure(Kind kind, String message, Trace trace, @Nullable String cause) {
    return new Failure(located(message), message, cause, kind, at.site(), trace, level);
  }

  /** A function failed. */
  Failure callFailure(String function, GoFailure failure, Trace trace) {
    Kind kind =
        switch (function) {
          case "fail" -> Kind.FAIL;
          case "required" -> Kind.REQUIRED;
          default -> Kind.EXECUTION;
        };
    String text = kind == Kind.EXECUTION ? failure.text() : HelmMessages.wrapped(failure.text());
    return failure(kind, "error calling " + function + ": " + text, trace, text);
  }

  /** A function failed because a template that it called failed. */
  Failure outerFailure(String function, Failure inner) {
    if (inner.level() == level) {
      // A bound was reached in the function itself, which is no template.
      return inner;
    }
    inner.calledFrom(at.site(), level);
    if (inner.kind() != Kind.BOUND) {
      // Go knows no bounds, so nobody expects its chain of messages, which would be endless.
      inner.prefix(located("error calling " + function + ": "));
    }
    return inner;
  }

  private String located(String message) {
    return "template: "
        + at.location()
        + ": executing "
        + GoQuotes.quote(templateName)
        + " at <"
        + at.context()
        + ">: "
        + message;
  }
}
