package dev.plimsoll.render;

import dev.plimsoll.template.eval.EvaluationCost;
import dev.plimsoll.template.value.TracedText;

/**
 * What executing a template came to. Renders whose values are alike in all that the template looks
 * at share it.
 *
 * @param text without {@code <no value>}; its origins are in the values of the render that made it
 */
record TemplateOutput(TracedText text, EvaluationCost cost) {}
