/**
 * The examples of rules: small workspaces in one text, with a marker on every line that must be
 * reported, and whether they are as they say.
 */
@NullMarked
package dev.plimsoll.rules.example;

import org.jspecify.annotations.NullMarked;
