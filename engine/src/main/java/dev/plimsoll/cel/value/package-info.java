/**
 * The values that CEL expressions work on: Java's own {@code Boolean}, {@code Long}, {@code
 * Double}, {@code String}, {@code Instant} and {@code Duration}, and types of ours for what Java
 * has not.
 */
@NullMarked
package dev.plimsoll.cel.value;

import org.jspecify.annotations.NullMarked;
