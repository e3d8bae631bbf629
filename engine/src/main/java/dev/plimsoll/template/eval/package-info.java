/**
 * Runs parsed templates with Go's semantics ({@code text/template/exec.go}) over traced values,
 * within bounds of depth, output and time.
 */
@NullMarked
package dev.plimsoll.template.eval;

import org.jspecify.annotations.NullMarked;
